import { z } from 'zod';
import { parseText } from '../core/cell-text.ts';
import { dateCell, requiredCfd, requiredCode } from '../core/raw-cell.ts';
import { defineTable } from '../core/table-definition.ts';
import { bcnOtherColumns } from './other-columns.ts';

/** N_LIEN_FORMATION_GROUPE: the diplomas of each group. */
export const nLienFormationGroupe = defineTable({
  id: 'n_lien_formation_groupe',
  source: 'bcn',
  libelle: 'BCN — diplômes des familles de métiers (N_LIEN_FORMATION_GROUPE)',
  kind: 'reference',
  layouts: [
    {
      requises: ['GROUPE_FORMATION', 'FORMATION_DIPLOME', 'DATE_OUVERTURE', 'DATE_FERMETURE'],
      interdites: ['NIVEAU_FORMATION_DIPLOME'],
    },
  ],
  revision: 'DATE_INTERVENTION',
  autres: bcnOtherColumns,
  schema: z.object({
    GROUPE_FORMATION: requiredCode('groupe de formations', parseText),
    FORMATION_DIPLOME: requiredCfd,
    DATE_OUVERTURE: dateCell,
    DATE_FERMETURE: dateCell,
  }),
  toRow: (cells) => ({
    groupe: cells.GROUPE_FORMATION,
    cfd: cells.FORMATION_DIPLOME,
    dateOuverture: cells.DATE_OUVERTURE,
    dateFermeture: cells.DATE_FERMETURE,
  }),
});
