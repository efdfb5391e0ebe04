import { z } from 'zod';
import { defineTable } from '../core/table-definition.ts';
import { chainColumns, diplomeColumns, diplomeOtherColumns, diplomeRequired, toDiplome } from './diplome.ts';

/** N_FORMATION_DIPLOME: the diplomas of school education, with what each replaced and was replaced by. */
export const nFormationDiplome = defineTable({
  id: 'n_formation_diplome',
  source: 'bcn',
  libelle: 'BCN — diplômes (N_FORMATION_DIPLOME)',
  kind: 'reference',
  layouts: [{ requises: [...diplomeRequired, 'ANCIEN_DIPLOME_1', 'NOUVEAU_DIPLOME_1'] }],
  revision: 'DATE_INTERVENTION',
  autres: diplomeOtherColumns,
  schema: z.object({ ...diplomeColumns, ...chainColumns }),
  toRow: (cells) =>
    toDiplome(cells, {
      anciens: [
        cells.ANCIEN_DIPLOME_1,
        cells.ANCIEN_DIPLOME_2,
        cells.ANCIEN_DIPLOME_3,
        cells.ANCIEN_DIPLOME_4,
        cells.ANCIEN_DIPLOME_5,
        cells.ANCIEN_DIPLOME_6,
        cells.ANCIEN_DIPLOME_7,
      ],
      nouveaux: [
        cells.NOUVEAU_DIPLOME_1,
        cells.NOUVEAU_DIPLOME_2,
        cells.NOUVEAU_DIPLOME_3,
        cells.NOUVEAU_DIPLOME_4,
        cells.NOUVEAU_DIPLOME_5,
        cells.NOUVEAU_DIPLOME_6,
        cells.NOUVEAU_DIPLOME_7,
      ],
    }),
});
