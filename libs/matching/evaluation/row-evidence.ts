import type { LabelledRow } from './labelled-row.ts';

/** A labelled row with what the listing says beside its label. */
export interface EvidenceRow extends LabelledRow {
  /** Fiche of the national register, `RNCP34030`, or empty. */
  readonly true_rncp: string;
  /** `clé=valeur` pairs separated by semicolons: what the sets were made from, truth apart. */
  readonly note: string;
}

/** What the note of a row says of its certification. */
export interface RowEvidence {
  /** Certif Info codes; several where the row prepares for several certifications. */
  readonly ci: readonly string[];
  /** The name that Certif Info gives to a single code. */
  readonly intitule: string | null;
  /** Affelnet's specialité: the last five characters of a CFD, or a code of the académie's own. */
  readonly specialite: string | null;
  /** The CFD that the set's maker read from the specialité and the type. */
  readonly cfdDeSpecialite: string | null;
}

const PAIR = /^([a-z_0-9]+)=(.*)$/s;

/** Reads a note. A semicolon inside a value is kept; words without a key are passed over. */
export function readEvidence(note: string): RowEvidence {
  const values = new Map<string, string>();
  let last: string | null = null;
  for (const part of note.split(';')) {
    const [, key, value] = PAIR.exec(part) ?? [];
    if (key !== undefined) values.set((last = key), value ?? '');
    else if (last !== null) values.set(last, `${values.get(last) ?? ''};${part}`);
  }
  const filled = (key: string): string | null => {
    const value = values.get(key)?.trim() ?? '';
    return value === '' ? null : value;
  };
  // A spreadsheet read "68827.69036", two codes, as a number.
  const ci = (filled('certifinfo') ?? '').split(/[,.\s]+/).filter((code) => /^\d+$/.test(code));
  return {
    ci,
    intitule: ci.length === 1 ? filled('intitule_certifinfo') : null,
    specialite: filled('specialite'),
    cfdDeSpecialite: filled('silver_cfd'),
  };
}

/** How many rows of each CI bear each CFD; rows of several CI, or without a truth, tell nothing. */
export function cfdsByCi(rows: readonly EvidenceRow[]): ReadonlyMap<string, ReadonlyMap<string, number>> {
  const byCi = new Map<string, Map<string, number>>();
  for (const row of rows) {
    const { ci } = readEvidence(row.note);
    const [code] = ci;
    const cfd = row.true_cfd.trim();
    if (ci.length !== 1 || code === undefined || cfd === '') continue;
    const tally = byCi.get(code) ?? new Map<string, number>();
    byCi.set(code, tally.set(cfd, (tally.get(cfd) ?? 0) + 1));
  }
  return byCi;
}
