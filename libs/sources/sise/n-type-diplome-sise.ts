import { z } from 'zod';
import { parseText } from '../core/cell-text.ts';
import { requiredCode, textCell } from '../core/raw-cell.ts';
import { bcnOtherColumns } from '../bcn/other-columns.ts';
import { defineTable } from '../core/table-definition.ts';

/** N_TYPE_DIPLOME_SISE: the types (licence, master, DU…) of the diplomas of higher education. */
export const nTypeDiplomeSise = defineTable({
  id: 'n_type_diplome_sise',
  source: 'bcn',
  libelle: "BCN — types de diplômes de l'enseignement supérieur (N_TYPE_DIPLOME_SISE)",
  kind: 'reference',
  layouts: [{ requises: ['TYPE_DIPLOME_SISE', 'LIBELLE_LONG'], interdites: ['DIPLOME_SISE'] }],
  revision: 'DATE_INTERVENTION',
  autres: [
    ...bcnOtherColumns,
    'CURSUS',
    'CYCLE_SISE',
    'NIVEAU_FORMATION',
    'NIVEAU_INTERMINISTERIEL',
    'NATURE_DIPLOME_SISE',
    'LIBELLE_COURT',
    'ECTS',
    'SEMESTRES',
    'DUREE',
    'DATE_OUVERTURE',
    'DATE_FERMETURE',
    'PEPSISE',
    'CATEGORIE_FORMATION_SISE',
  ],
  schema: z.object({
    TYPE_DIPLOME_SISE: requiredCode('type de diplôme SISE', parseText),
    LIBELLE_LONG: textCell,
  }),
  toRow: (cells) => ({ typeDiplome: cells.TYPE_DIPLOME_SISE, libelle: cells.LIBELLE_LONG }),
});
