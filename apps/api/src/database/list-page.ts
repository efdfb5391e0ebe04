import type { DataSource } from 'typeorm';

/** One page of a list: what a checked list query says of it. `sort` comes from a closed list, never from the wire. */
export interface PageRequest {
  readonly perPage: number;
  readonly offset: number;
  readonly sort: string;
  readonly order: 'ASC' | 'DESC';
}

export interface Page<Row> {
  readonly data: Row[];
  readonly total: number;
}

/**
 * A condition on the columns of the select, with `?` for its value; left out where the value is undefined. One of several
 * values is written by a function, which says each value and gets its place.
 */
export type Condition =
  readonly [sql: string, value: unknown] | ((add: (value: unknown) => string) => string);

/** The conditions that have a value as one clause; their values are added to `parameters`. */
export function whereClause(conditions: readonly Condition[], parameters: unknown[]): string {
  const where: string[] = [];
  const add = (value: unknown): string => `$${parameters.push(value)}`;
  for (const condition of conditions) {
    if (typeof condition === 'function') where.push(condition(add));
    else if (condition[1] !== undefined) where.push(condition[0].replaceAll('?', add(condition[1])));
  }
  return where.length === 0 ? 'true' : where.join(' AND ');
}

/**
 * Runs `select` (aliases quoted, no WHERE of its own on the filtered columns) as a page.
 * Rows with equal sort keys are ordered by `id`, so that no row shows on two pages.
 */
export function listPage<Row>(
  dataSource: DataSource,
  select: string,
  request: PageRequest,
  conditions: readonly Condition[],
): Promise<Page<Row>> {
  return readPage<Row>(dataSource, '*', select, request, conditions);
}

/**
 * The ids of a page: for wide rows, read whole once they are chosen. What neither a condition nor the sort names is then
 * not computed for the rows that are passed over.
 */
export async function pageOfIds(
  dataSource: DataSource,
  select: string,
  request: PageRequest,
  conditions: readonly Condition[],
): Promise<Page<string>> {
  const { data, total } = await readPage<{ id: string }>(dataSource, 'id', select, request, conditions);
  return { data: data.map(({ id }) => id), total };
}

async function readPage<Row>(
  dataSource: DataSource,
  columns: '*' | 'id',
  select: string,
  request: PageRequest,
  conditions: readonly Condition[],
): Promise<Page<Row>> {
  const parameters: unknown[] = [];
  const where = whereClause(conditions, parameters);
  if (!/^[A-Za-z]+$/.test(request.sort)) throw new TypeError(`invalid sort column: ${request.sort}`);
  const filtered = `FROM (${select}) AS liste WHERE ${where}`;
  const [data, counted] = await Promise.all([
    dataSource.query<Row[]>(
      `SELECT ${columns} ${filtered} ORDER BY "${request.sort}" ${request.order} NULLS LAST, id
       LIMIT ${request.perPage} OFFSET ${request.offset}`,
      parameters,
    ),
    dataSource.query<{ total: number }[]>(`SELECT count(*)::int AS total ${filtered}`, parameters),
  ]);
  return { data, total: counted[0]?.total ?? 0 };
}
