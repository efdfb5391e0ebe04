import type { EvidenceRow } from '../libs/matching/evaluation/row-evidence.ts';

/** A row of a labelled listing, written for a test: what matters to it, the rest empty. */
export function evidenceRow(
  libelle_formation: string,
  fields: Partial<EvidenceRow> & { readonly note?: string } = {},
): EvidenceRow {
  return {
    set: 'rco_2024',
    row_id: libelle_formation,
    libelle_formation,
    libelle_specialite: '',
    type_diplome_hint: '',
    filiere: '',
    true_cfd: '',
    true_rncp: '',
    n: '1',
    label_key: libelle_formation.toLowerCase(),
    note: '',
    ...fields,
  };
}
