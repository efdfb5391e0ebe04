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

/**
 * The same rulings as a list; where the vintage that rules a key bears no date, what the other undated ones say
 * otherwise of it is added: nothing tells which of them is the newest, so a code then means both.
 *
 * @param saysOf what a row says of its key: rows that say the same are one
 */
export function rulingsWithUndated<Row>(
  vintages: readonly Vintage<Row>[],
  keyOf: (row: Row) => string | null,
  saysOf: (row: Row) => string,
): Ruling<Row>[] {
  const ruling = rulingByKey(vintages, keyOf);
  const found = [...ruling.values()];
  const said = new Map([...ruling].map(([key, { rows }]) => [key, new Set(rows.map(saysOf))]));
  for (const vintage of vintages.filter(({ millesime }) => millesime === '')) {
    for (const [key, { rows }] of rulingByKey([vintage], keyOf)) {
      if (ruling.get(key)?.vintage.millesime !== '') continue;
      const known = said.get(key);
      const others = rows.filter((row) => known?.has(saysOf(row)) === false);
      if (others.length > 0) found.push({ vintage, rows: others });
      for (const row of others) known?.add(saysOf(row));
    }
  }
  return found;
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
