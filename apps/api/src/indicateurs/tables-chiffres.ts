import type { TableId } from '#sources';

/** Tables of published figures. */
export const TABLES_CHIFFRES = [
  'inserjeunes',
  'inserjeunes_etablissement',
  'insersup',
  'insersup_open_data',
  'sies_passage',
  'sies_reussite',
] as const satisfies TableId[];
export type TableChiffres = (typeof TABLES_CHIFFRES)[number];

/** The catalogue that says who trains and who manages, for a formation that has its key. */
export const TABLE_OFFRE = 'catalogue_apprentissage' satisfies TableId;

/** Every table whose snapshots a computation prepares before it begins. */
export const TABLES_PREPAREES: readonly TableId[] = [...TABLES_CHIFFRES, TABLE_OFFRE];

export function isTableChiffres(table: string): table is TableChiffres {
  return (TABLES_CHIFFRES as readonly string[]).includes(table);
}
