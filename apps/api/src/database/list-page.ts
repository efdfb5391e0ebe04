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
export type Condition = readonly [sql: string, value: unknown] | WrittenCondition;
export type WrittenCondition = (add: (value: unknown) => string) => string;

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

/** The rows of a page without their total, which costs more than they do. */
export function listRows<Row>(
  dataSource: DataSource,
  select: string,
  request: PageRequest,
  conditions: readonly Condition[],
): Promise<Row[]> {
  const parameters: unknown[] = [];
  const where = whereClause(conditions, parameters);
  return dataSource.query<Row[]>(pageOf('*', filtered(select, where), request), parameters);
}

/**
 * Runs `select` as a page, its ids first: what neither a condition nor the sort names is then not computed for the rows
 * that are passed over. For rows that are wide, or whose columns cost something, with an id that an index finds.
 */
export async function listPageByIds<Row extends { readonly id: string }>(
  dataSource: DataSource,
  select: string,
  request: PageRequest,
  conditions: readonly Condition[],
): Promise<Page<Row>> {
  const { data: ids, total } = await pageOfIds(dataSource, select, request, conditions);
  if (ids.length === 0) return { data: [], total };
  const parameters: unknown[] = [ids];
  const where = whereClause(conditions, parameters);
  const rows = await dataSource.query<Row[]>(
    `SELECT * FROM (${select}) AS liste WHERE id = ANY($1) AND ${where} ORDER BY array_position($1, id)`,
    parameters,
  );
  return { data: rows, total };
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
  const from = filtered(select, where);
  const [data, counted] = await Promise.all([
    dataSource.query<Row[]>(pageOf(columns, from, request), parameters),
    dataSource.query<{ total: number }[]>(`SELECT count(*)::int AS total ${from}`, parameters),
  ]);
  return { data, total: counted[0]?.total ?? 0 };
}

const filtered = (select: string, where: string): string => `FROM (${select}) AS liste WHERE ${where}`;

function pageOf(columns: '*' | 'id', from: string, { sort, order, perPage, offset }: PageRequest): string {
  if (!/^[A-Za-z]+$/.test(sort)) throw new TypeError(`invalid sort column: ${sort}`);
  return `SELECT ${columns} ${from} ORDER BY "${sort}" ${order} NULLS LAST, id LIMIT ${perPage} OFFSET ${offset}`;
}
