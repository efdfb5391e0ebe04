import type { TableId } from '#sources';

/** The tables that the checks of establishments read. */
export const TABLES_ETABLISSEMENTS = [
  'acce_uai',
  'acce_mere',
  'acce_fille',
  'catalogue_apprentissage',
  'quiforme',
  'organisme_formation',
] as const satisfies TableId[];
export type TableEtablissements = (typeof TABLES_ETABLISSEMENTS)[number];
