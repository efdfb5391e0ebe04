import { z } from 'zod';
import { parseMefstat11 } from '../core/code-cell.ts';
import { optionalCode, requiredCfd, requiredLabel } from '../core/raw-cell.ts';
import { defineTable } from '../core/table-definition.ts';

/** Common first years (2nde pro by famille de métiers, BTS with options) and the diplomas they lead to. `seen`. */
export const familleMetiers = defineTable({
  id: 'famille_metiers',
  source: 'bcn',
  libelle: 'Années communes : familles de métiers et BTS à options',
  kind: 'reference',
  layouts: [{ requises: ['CFD_COMMUN', 'FAMILLE', 'CFD_SPECIALITE', 'SPECIALITE'] }],
  autres: ['CODE_MINISTERE_TUTELLE', /^RS CFDannee\d$/, /^Date (?:ouverture|fermeture) CFDannee\d$/],
  schema: z.object({
    FAMILLE: requiredLabel,
    SPECIALITE: requiredLabel,
    CFD_COMMUN: requiredCfd,
    CFD_SPECIALITE: requiredCfd,
    MEFSTAT11_COMMUN: optionalCode(parseMefstat11),
    MEFSTAT11_SPECIALITE: optionalCode(parseMefstat11),
  }),
  toRow: (cells) => ({
    famille: cells.FAMILLE,
    specialite: cells.SPECIALITE,
    cfdCommun: cells.CFD_COMMUN,
    cfdSpecialite: cells.CFD_SPECIALITE,
    mefstat11Commun: cells.MEFSTAT11_COMMUN,
    mefstat11Specialite: cells.MEFSTAT11_SPECIALITE,
  }),
});
