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

/** A condition on the columns of the select, with `?` for its value; left out where the value is undefined. */
export type Condition = readonly [sql: string, value: unknown];

/** The conditions that have a value as one clause; their values are added to `parameters`. */
export function whereClause(conditions: readonly Condition[], parameters: unknown[]): string {
  const where: string[] = [];
  for (const [sql, value] of conditions) {
    if (value === undefined) continue;
    parameters.push(value);
    where.push(sql.replaceAll('?', `$${parameters.length}`));
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
  const parameters: unknown[] = [];
  const where = whereClause(conditions, parameters);
  if (!/^[A-Za-z]+$/.test(request.sort)) throw new TypeError(`invalid sort column: ${request.sort}`);
  const filtered = `FROM (${select}) AS liste WHERE ${where}`;
  const [data, counted] = await Promise.all([
    dataSource.query<Row[]>(
      `SELECT * ${filtered} ORDER BY "${request.sort}" ${request.order} NULLS LAST, id
       LIMIT ${request.perPage} OFFSET ${request.offset}`,
      parameters,
    ),
    dataSource.query<{ total: number }[]>(`SELECT count(*)::int AS total ${filtered}`, parameters),
  ]);
  return { data, total: counted[0]?.total ?? 0 };
}
