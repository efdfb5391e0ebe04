import { createHash } from 'node:crypto';
import type { PoolClient, QueryConfig, QueryResult } from 'pg';
import { DataSource, type EntityManager } from 'typeorm';

/** What both a pool and one of its connections do. */
interface Runner {
  query(statement: QueryConfig): Promise<QueryResult>;
}

/** Names of the texts already sent, so that each is hashed once. */
const names = new Map<string, string>();

/**
 * Runs a statement that each connection parses and plans once, then only executes: for the few that a person waits for
 * at each key, whose planning takes longer than their work. The text must come from a closed set of shapes, its values
 * always as parameters: every distinct text stays on every connection.
 * @param on the pool, or the manager of the caller's transaction
 * @returns the rows, those of RETURNING included
 */
export async function prepared<Row>(
  on: DataSource | EntityManager,
  text: string,
  values: readonly unknown[],
): Promise<Row[]> {
  const runner = on instanceof DataSource ? poolOf(on) : await connectionOf(on);
  const { rows } = await runner.query({ name: nameOf(text), text, values: [...values] });
  return rows as Row[];
}

function nameOf(text: string): string {
  let name = names.get(text);
  if (name === undefined) {
    name = createHash('sha256').update(text).digest('base64url').slice(0, 24);
    names.set(text, name);
  }
  return name;
}

function poolOf(dataSource: DataSource): Runner {
  return (dataSource.driver as unknown as { readonly master: Runner }).master;
}

async function connectionOf({ queryRunner, dataSource }: EntityManager): Promise<Runner> {
  return queryRunner === undefined
    ? poolOf(dataSource)
    : (queryRunner as unknown as { connect(): Promise<PoolClient> }).connect();
}
