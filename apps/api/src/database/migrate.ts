import { DataSource } from 'typeorm';
import type { Secret } from '../config/secret.ts';
import { dataSourceOptions } from './data-source.ts';

/** Number of the advisory lock that lets one process migrate while the others wait. */
const VERROU = 20_261_121;

/** Brings the schema up to date. Any number of processes may call it at once. @returns migrations run. */
export async function migrate(databaseUrl: Secret): Promise<number> {
  const dataSource = await new DataSource(dataSourceOptions(databaseUrl, 2)).initialize();
  const runner = dataSource.createQueryRunner();
  try {
    await runner.query(`SELECT pg_advisory_lock(${VERROU})`);
    const done = await dataSource.runMigrations({ transaction: 'all' });
    return done.length;
  } finally {
    await runner.query(`SELECT pg_advisory_unlock(${VERROU})`).catch(() => undefined);
    await runner.release();
    await dataSource.destroy();
  }
}
