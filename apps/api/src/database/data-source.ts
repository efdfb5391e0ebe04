import type { DataSourceOptions } from 'typeorm';
import type { Secret } from '../config/secret.ts';
import { ENTITIES } from './entities.ts';
import { MIGRATIONS } from './migrations.ts';

/** An unused connection is closed after five minutes. */
const IDLE_MS = 300_000;

/** Settings of the one database. Migrations only: `synchronize` never touches a schema. */
export function dataSourceOptions(databaseUrl: Secret, poolSize = 10): DataSourceOptions {
  return {
    type: 'postgres',
    url: databaseUrl.reveal(),
    entities: ENTITIES,
    migrations: MIGRATIONS,
    migrationsTransactionMode: 'all',
    synchronize: false,
    poolSize,
    // Plans are kept on connections: they are not closed at the first quiet moment.
    extra: { application_name: 'concordance', idleTimeoutMillis: IDLE_MS },
    poolErrorHandler: ignoreIdleClientError,
  };
}

/** An idle connection cut by a restart of the server is replaced at the next query: nothing to do. */
function ignoreIdleClientError(): void {
  return;
}
