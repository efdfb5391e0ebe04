import type { Vintage } from '../reference-data.ts';

/** The vintages of a table, newest first; two vintages of the same millésime keep the order they came in. */
export function newestFirst<Row>(vintages: readonly Vintage<Row>[]): readonly Vintage<Row>[] {
  return [...vintages].sort((left, right) => compareText(right.millesime, left.millesime));
}

/** Rows of one key and the vintage that they come from. */
export interface Ruling<Row> {
  readonly vintage: Vintage<Row>;
  readonly rows: readonly Row[];
}

/**
 * Rows by key with their vintage, each key's rows being those of the newest vintage that has it: a newer vintage replaces, it
 * never adds up, and a key it has dropped stays findable.
 */
export function rulingByKey<Row>(
  vintages: readonly Vintage<Row>[],
  keyOf: (row: Row) => string | null,
): Map<string, Ruling<Row>> {
  const result = new Map<string, Ruling<Row>>();
  for (const vintage of newestFirst(vintages)) {
    const here = new Map<string, Row[]>();
    for (const row of vintage.rows) {
      const key = keyOf(row);
      if (key === null || result.has(key)) continue;
      const rows = here.get(key);
      if (rows === undefined) here.set(key, [row]);
      else rows.push(row);
    }
    for (const [key, rows] of here) result.set(key, { vintage, rows });
  }
  return result;
}

/** The same, where the vintage does not matter. */
export function rowsByKey<Row>(
  vintages: readonly Vintage<Row>[],
  keyOf: (row: Row) => string,
): Map<string, readonly Row[]> {
  return new Map([...rulingByKey(vintages, keyOf)].map(([key, { rows }]) => [key, rows]));
}

/** Orders codes the same way on every machine, whatever its locale. */
export function compareText(left: string, right: string): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

/** Distinct texts in code order. */
export function sortedDistinct(texts: Iterable<string>): string[] {
  return [...new Set(texts)].sort(compareText);
}

/** Adds a value to the set of a key. */
export function addTo<Key, Value>(map: Map<Key, Set<Value>>, key: Key, value: Value): void {
  const values = map.get(key);
  if (values === undefined) map.set(key, new Set([value]));
  else values.add(value);
}
