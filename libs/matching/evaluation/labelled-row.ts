import type { Formation, GivenCodes, Plateforme, Voie } from '../formation.ts';

/** A row of a labelled set, in the columns that the sets are published in. */
export interface LabelledRow {
  readonly set: string;
  readonly row_id: string;
  /** Of its establishment; empty, or absent, where the listing does not say. */
  readonly uai?: string;
  readonly libelle_formation: string;
  readonly libelle_specialite: string;
  readonly type_diplome_hint: string;
  /** `scolaire`, `apprentissage` or empty. */
  readonly filiere: string;
  /** Empty where no code is right. */
  readonly true_cfd: string;
  /** Listing rows merged into this one. */
  readonly n: string;
  /** Rows with the same key are one distinct label. */
  readonly label_key: string;
}

/** All the rows of one distinct label of one set. */
export interface DistinctLabel {
  readonly set: string;
  readonly cle: string;
  /** The writing that most rows have. */
  readonly formation: Formation;
  /** Type of diploma, for the figures by type. */
  readonly type: string;
  /** CFD of its rows with their number of listing rows, most frequent first; rows without truth left out. */
  readonly verites: readonly { readonly cfd: string; readonly lignes: number }[];
  readonly lignes: number;
}

export const SANS_CODE: GivenCodes = {
  cfd: null,
  mef: null,
  mefstat11: null,
  sise: null,
  rncp: [],
  ideo: [],
  cleMe: null,
};

/** The platform that a set's name tells: `parcoursup_…`, `affelnet_…`, `rco_…` (Carif-Oref), else generic. */
export function plateformeOfSet(set: string): Plateforme {
  if (set.startsWith('parcoursup')) return 'parcoursup';
  if (set.startsWith('affelnet')) return 'affelnet';
  return set.startsWith('rco') ? 'apprentissage' : 'generique';
}

const voieOf = (filiere: string): Voie | null =>
  filiere === 'scolaire' || filiere === 'apprentissage' ? filiere : null;

/**
 * The formation of a labelled row, codes left out. Parcoursup's listing has no column for the type of
 * diploma: the hint of its rows was derived from the label and is not read.
 */
export function formationOfRow(row: LabelledRow): Formation {
  const plateforme = plateformeOfSet(row.set);
  const hint = plateforme === 'parcoursup' ? '' : row.type_diplome_hint.trim();
  return {
    plateforme,
    libelle: row.libelle_formation,
    specialite: row.libelle_specialite.trim() === '' ? null : row.libelle_specialite,
    typeDiplome: hint === '' ? null : hint,
    voie: voieOf(row.filiere),
    codes: SANS_CODE,
  };
}

const rowsOf = (row: LabelledRow): number => Math.max(1, Number(row.n) || 1);

/** Groups rows by set and distinct label, in order of first appearance. */
export function distinctLabels(rows: readonly LabelledRow[]): DistinctLabel[] {
  const groups = new Map<string, LabelledRow[]>();
  for (const row of rows) {
    const key = `${row.set}\u001f${row.label_key}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  return [...groups.values()].map(distinctLabel);
}

function distinctLabel(rows: readonly LabelledRow[]): DistinctLabel {
  const writings = new Map<string, { row: LabelledRow; lignes: number }>();
  const truths = new Map<string, number>();
  for (const row of rows) {
    const text = [row.libelle_formation, row.libelle_specialite, row.type_diplome_hint].join('\u001f');
    const writing = writings.get(text);
    writings.set(text, { row: writing?.row ?? row, lignes: (writing?.lignes ?? 0) + rowsOf(row) });
    const cfd = row.true_cfd.trim();
    if (cfd !== '') truths.set(cfd, (truths.get(cfd) ?? 0) + rowsOf(row));
  }
  const most = [...writings.values()].reduce((best, one) => (one.lignes > best.lignes ? one : best));
  return {
    set: most.row.set,
    cle: most.row.label_key,
    formation: formationOfRow(most.row),
    type: most.row.type_diplome_hint,
    verites: [...truths]
      .map(([cfd, lignes]) => ({ cfd, lignes }))
      .sort((a, b) => b.lignes - a.lignes || (a.cfd < b.cfd ? -1 : 1)),
    lignes: rows.reduce((sum, row) => sum + rowsOf(row), 0),
  };
}
