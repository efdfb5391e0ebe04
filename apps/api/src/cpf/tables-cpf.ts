import type { TableId } from '#sources';

/** The tables of Mon compte formation. */
export const TABLES_CPF = [
  'cpf_offre',
  'cpf_entree_sortie',
  'cpf_engagement',
  'cpf_usager',
] as const satisfies TableId[];
export type TableCpf = (typeof TABLES_CPF)[number];
