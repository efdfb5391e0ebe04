/** A field of a row that is not the same in two snapshots. An absent field is null. */
export interface ChampChange {
  readonly champ: string;
  readonly avant: unknown;
  readonly apres: unknown;
}

/** One row that two snapshots do not share. */
export interface Changement {
  /** What names the row in its table, such as `32031212`, or `RNCP123 · 40025101` where two fields do. */
  readonly cle: string;
  readonly genre: 'ajoute' | 'retire' | 'modifie';
  /** The fields that differ; all those of the row when it was added or removed. */
  readonly champs: readonly ChampChange[];
}

type Row = Readonly<Record<string, unknown>>;

/** The fields by which two versions of a row differ, in alphabetical order. */
export function changedFields(avant: Row | null, apres: Row | null): ChampChange[] {
  const names = [...new Set([...Object.keys(avant ?? {}), ...Object.keys(apres ?? {})])].sort();
  return names.flatMap((champ) => {
    const before = avant?.[champ] ?? null;
    const after = apres?.[champ] ?? null;
    return JSON.stringify(before) === JSON.stringify(after) ? [] : [{ champ, avant: before, apres: after }];
  });
}
