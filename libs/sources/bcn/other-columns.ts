/**
 * Columns of the BCN that no parser reads: those that every table has for its own keeping, and the labels
 * that exports of 2024 on add beside a code (`N_GROUPE_SPECIALITE.LIBELLE_LONG`).
 */
export const bcnOtherColumns: readonly (string | RegExp)[] = [
  /^N_\w+\.LIBELLE_\w+$/,
  'NUMERO_COMPTE',
  'GESTION_DIFFUSION',
  'ID',
  'CREATED_AT',
  'UPDATED_AT',
  'STATUT_ID',
  'DATE_STATUT',
  'N_COMMENTAIRE',
];
