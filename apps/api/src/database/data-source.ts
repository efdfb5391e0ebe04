import type { DataSourceOptions } from 'typeorm';
import type { Secret } from '../config/secret.ts';
import { ENTITIES } from './entities.ts';
import { MIGRATIONS } from './migrations.ts';

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
    extra: { application_name: 'concordance' },
    poolErrorHandler: ignoreIdleClientError,
  };
}

/** An idle connection cut by a restart of the server is replaced at the next query: nothing to do. */
function ignoreIdleClientError(): void {
  return;
}
