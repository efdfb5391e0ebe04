import { z } from 'zod';
import { defineTable } from '../core/table-definition.ts';
import { diplomeColumns, diplomeOtherColumns, diplomeRequired, siseColumns, toDiplome } from './diplome.ts';

/** N_FORMATION_DIPLOME_ENQUETE_51: the diplomas of apprenticeship, with their SISE code. */
export const enquete51 = defineTable({
  id: 'enquete_51',
  source: 'bcn',
  libelle: "BCN — diplômes de l'Enquête 51 (N_FORMATION_DIPLOME_ENQUETE_51)",
  kind: 'reference',
  layouts: [
    { requises: [...diplomeRequired, 'DIPLOME_SISE'], interdites: ['ANCIEN_DIPLOME_1', 'NOUVEAU_DIPLOME_1'] },
  ],
  revision: 'DATE_INTERVENTION',
  autres: diplomeOtherColumns,
  schema: z.object({ ...diplomeColumns, ...siseColumns }),
  toRow: (cells) => toDiplome(cells, { sise: cells.DIPLOME_SISE }),
});
