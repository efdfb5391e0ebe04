import type { MefRecord, ReferenceData, Vintage } from '../reference-data.ts';
import { rulingByKey } from './vintages.ts';

/** N_MEF, its vintages merged. */
export interface MefIndex {
  byMef(mef: string): MefRecord | undefined;
  /** The vintage whose row rules for a MEF10. */
  vintageOf(mef: string): Vintage<MefRecord> | undefined;
  byMefstat11(mefstat11: string): readonly MefRecord[];
  byCfd(cfd: string): readonly MefRecord[];
  /** Every row, sorted by MEF10. */
  all(): Iterable<MefRecord>;
  /** Greatest millésime of the table, '' without one: what "open today" means for a MEF. */
  readonly millesime: string;
}

const NONE: readonly MefRecord[] = [];

/** Indexes N_MEF: one row a MEF10, of the newest vintage that has it, sorted by MEF10 within each list. */
export function indexMef(reference: ReferenceData): MefIndex {
  const byMef = new Map<string, MefRecord>();
  const merged = rulingByKey(reference.n_mef, (row) => row.mef);
  for (const mef of [...merged.keys()].sort()) {
    const row = merged.get(mef)?.rows[0];
    if (row !== undefined) byMef.set(mef, row);
  }
  const byMefstat11 = new Map<string, MefRecord[]>();
  const byCfd = new Map<string, MefRecord[]>();
  for (const row of byMef.values()) {
    push(byCfd, row.cfd, row);
    if (row.mefstat11 !== null) push(byMefstat11, row.mefstat11, row);
  }
  return {
    byMef: (mef) => byMef.get(mef),
    vintageOf: (mef) => merged.get(mef)?.vintage,
    byMefstat11: (mefstat11) => byMefstat11.get(mefstat11) ?? NONE,
    byCfd: (cfd) => byCfd.get(cfd) ?? NONE,
    all: () => byMef.values(),
    millesime: reference.n_mef.reduce(
      (newest, { millesime }) => (millesime > newest ? millesime : newest),
      '',
    ),
  };
}

function push<Row>(map: Map<string, Row[]>, key: string, row: Row): void {
  const rows = map.get(key);
  if (rows === undefined) map.set(key, [row]);
  else rows.push(row);
}
