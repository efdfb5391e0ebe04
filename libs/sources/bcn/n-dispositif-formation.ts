import { z } from 'zod';
import { parseText } from '../core/cell-text.ts';
import { dateCell, requiredCode, textCell } from '../core/raw-cell.ts';
import { defineTable } from '../core/table-definition.ts';
import { bcnOtherColumns } from './other-columns.ts';

/** N_DISPOSITIF_FORMATION: first three characters of a MEF, and the level that it prepares. `seen`: 2020, 2025. */
export const nDispositifFormation = defineTable({
  id: 'n_dispositif_formation',
  source: 'bcn',
  libelle: 'BCN — dispositifs de formation (N_DISPOSITIF_FORMATION)',
  kind: 'complement',
  layouts: [
    {
      requises: ['DISPOSITIF_FORMATION', 'NIVEAU_FORMATION_DIPLOME', 'LIBELLE_COURT', 'LIBELLE_LONG'],
      interdites: ['MEF', 'FORMATION_DIPLOME'],
    },
  ],
  revision: 'DATE_INTERVENTION',
  autres: bcnOtherColumns,
  schema: z.object({
    DISPOSITIF_FORMATION: requiredCode('dispositif de formation', parseText),
    NIVEAU_FORMATION_DIPLOME: textCell,
    LIBELLE_COURT: textCell,
    LIBELLE_LONG: textCell,
    DATE_OUVERTURE: dateCell,
    DATE_FERMETURE: dateCell,
  }),
  toRow: (cells) => ({
    dispositif: cells.DISPOSITIF_FORMATION,
    niveau: cells.NIVEAU_FORMATION_DIPLOME,
    libelleCourt: cells.LIBELLE_COURT,
    libelle: cells.LIBELLE_LONG,
    dateOuverture: cells.DATE_OUVERTURE,
    dateFermeture: cells.DATE_FERMETURE,
  }),
});
