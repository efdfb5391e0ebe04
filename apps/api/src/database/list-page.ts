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
export async function listPage<Row>(
  dataSource: DataSource,
  select: string,
  request: PageRequest,
  conditions: readonly Condition[],
): Promise<Page<Row>> {
  const asked = asking(select, conditions);
  const [data, total] = await Promise.all([
    dataSource.query<Row[]>(pageOf('*', asked.from, request), asked.parameters),
    countOf(dataSource, asked),
  ]);
  return { data, total };
}

/** The rows of a page without their total, which costs more than they do. */
export function listRows<Row>(
  dataSource: DataSource,
  select: string,
  request: PageRequest,
  conditions: readonly Condition[],
): Promise<Row[]> {
  const { from, parameters } = asking(select, conditions);
  return dataSource.query<Row[]>(pageOf('*', from, request), parameters);
}

/**
 * Runs `select` as a page, its ids first: what neither a condition nor the sort names is then not computed for the rows
 * that are passed over. For rows that are wide, or whose columns cost something, with an id that an index finds.
 */
export function listPageByIds<Row extends { readonly id: string }>(
  dataSource: DataSource,
  select: string,
  request: PageRequest,
  conditions: readonly Condition[],
): Promise<Page<Row>> {
  const rows = (ids: readonly string[]): Promise<Row[]> => {
    const parameters: unknown[] = [ids];
    const where = whereClause(conditions, parameters);
    return dataSource.query(`SELECT * FROM (${select}) AS liste WHERE id = ANY($1) AND ${where}`, parameters);
  };
  return listPageOf(dataSource, { select, rows }, request, conditions);
}

/** How a list of wide rows is read. */
export interface ListByIds<Row extends { readonly id: string }> {
  /** What ids are chosen from. */
  readonly select: Select;
  /** The same rows, where they can be counted from fewer tables; `select` when absent. */
  readonly counted?: Select;
  /** Rows whole, in any order. */
  readonly rows: (ids: readonly string[]) => Promise<readonly Row[]>;
}

/** A select as text, or written by a function where it has values of its own. */
export type Select = string | WrittenCondition;

/**
 * A page of wide rows, read whole once their ids are chosen, while the total is counted. What neither a condition nor the
 * sort names is then not computed for the rows that are passed over.
 */
export async function listPageOf<Row extends { readonly id: string }>(
  dataSource: DataSource,
  { select, counted = select, rows }: ListByIds<Row>,
  request: PageRequest,
  conditions: readonly Condition[],
): Promise<Page<Row>> {
  const chosen = async (): Promise<Row[]> => {
    const { from, parameters } = asking(select, conditions);
    const found = await dataSource.query<{ id: string }[]>(pageOf('id', from, request), parameters);
    if (found.length === 0) return [];
    const ids = found.map(({ id }) => id);
    const byId = new Map((await rows(ids)).map((row) => [row.id, row]));
    return ids.flatMap((id) => byId.get(id) ?? []);
  };
  const [data, total] = await Promise.all([chosen(), countOf(dataSource, asking(counted, conditions))]);
  return { data, total };
}

interface Asked {
  readonly from: string;
  readonly parameters: unknown[];
}

function asking(select: Select, conditions: readonly Condition[]): Asked {
  const parameters: unknown[] = [];
  const text = typeof select === 'string' ? select : select((value: unknown) => `$${parameters.push(value)}`);
  const where = whereClause(conditions, parameters);
  return { from: `FROM (${text}) AS liste WHERE ${where}`, parameters };
}

async function countOf(dataSource: DataSource, { from, parameters }: Asked): Promise<number> {
  const counted = await dataSource.query<{ total: number }[]>(
    `SELECT count(*)::int AS total ${from}`,
    parameters,
  );
  return counted[0]?.total ?? 0;
}

function pageOf(columns: '*' | 'id', from: string, { sort, order, perPage, offset }: PageRequest): string {
  if (!/^[A-Za-z]+$/.test(sort)) throw new TypeError(`invalid sort column: ${sort}`);
  return `SELECT ${columns} ${from} ORDER BY "${sort}" ${order} NULLS LAST, id LIMIT ${perPage} OFFSET ${offset}`;
}
