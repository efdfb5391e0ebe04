import { randomUUID } from 'node:crypto';
import pg from 'pg';

/** An empty database of the run's embedded server. */
export interface TestDatabase {
  readonly url: string;
  /** Drops the database, cutting the connections left open. */
  drop(): Promise<void>;
}

/**
 * Makes an empty database on the server of this Jest run (test/setup/postgres-global-setup.js): call it in
 * `beforeAll`, and `drop` in `afterAll`.
 */
export async function createTestDatabase(): Promise<TestDatabase> {
  const server = process.env['CONCORDANCE_TEST_POSTGRES'];
  if (server === undefined) {
    throw new Error('No test server: only the integration and e2e projects start one (jest.config.js).');
  }
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await administer(server, `CREATE DATABASE ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return {
    url: url.href,
    drop: () => administer(server, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`),
  };
}

async function administer(server: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
