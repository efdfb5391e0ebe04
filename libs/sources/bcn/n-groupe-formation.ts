import { z } from 'zod';
import { parseText } from '../core/cell-text.ts';
import { dateCell, requiredCode, textCell } from '../core/raw-cell.ts';
import { defineTable } from '../core/table-definition.ts';
import { bcnOtherColumns } from './other-columns.ts';

/** N_GROUPE_FORMATION: familles de métiers (TG01), bac pro (TG02) and BTS with options. */
export const nGroupeFormation = defineTable({
  id: 'n_groupe_formation',
  source: 'bcn',
  libelle: 'BCN — familles de métiers et groupes de formations (N_GROUPE_FORMATION)',
  kind: 'reference',
  layouts: [
    {
      requises: ['GROUPE_FORMATION', 'TYPE_GROUPE_FORMATION', 'LIBELLE_LONG'],
      interdites: ['FORMATION_DIPLOME'],
    },
  ],
  revision: 'DATE_INTERVENTION',
  autres: bcnOtherColumns,
  schema: z.object({
    GROUPE_FORMATION: requiredCode('groupe de formations', parseText),
    TYPE_GROUPE_FORMATION: textCell,
    LIBELLE_COURT: textCell,
    LIBELLE_LONG: textCell,
    LIBELLE_EDITION: textCell,
    DATE_OUVERTURE: dateCell,
    DATE_FERMETURE: dateCell,
  }),
  toRow: (cells) => ({
    groupe: cells.GROUPE_FORMATION,
    type: cells.TYPE_GROUPE_FORMATION,
    libelleCourt: cells.LIBELLE_COURT,
    libelleLong: cells.LIBELLE_LONG,
    libelleEdition: cells.LIBELLE_EDITION,
    dateOuverture: cells.DATE_OUVERTURE,
    dateFermeture: cells.DATE_FERMETURE,
  }),
});
