import { z } from 'zod';
import { defineTable } from '../core/table-definition.ts';
import { diplomeColumns, diplomeOtherColumns, diplomeRequired, toDiplome } from './diplome.ts';

/**
 * V_FORMATION_DIPLOME: the superset of N_FORMATION_DIPLOME and of the Enquête 51 table, without the chain of
 * renovations of the one nor the SISE code of the other: their absence is what tells it from them.
 */
export const vFormationDiplome = defineTable({
  id: 'v_formation_diplome',
  source: 'bcn',
  libelle: 'BCN — diplômes, école et Enquête 51 (V_FORMATION_DIPLOME)',
  kind: 'reference',
  layouts: [
    {
      requises: [...diplomeRequired],
      interdites: ['ANCIEN_DIPLOME_1', 'NOUVEAU_DIPLOME_1', 'DIPLOME_SISE', 'MEF'],
    },
  ],
  revision: 'DATE_INTERVENTION',
  autres: diplomeOtherColumns,
  schema: z.object(diplomeColumns),
  toRow: (cells) => toDiplome(cells),
});
