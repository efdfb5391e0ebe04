import { fork, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ROOT, type Installation } from './installation.ts';

/** Held by the test while a worker is to wait. */
const VERROU = 4_242;

/** A worker in a process of its own, which a test can kill in the middle of a slice. */
export interface TravailleurRetenu {
  /** Starts it. */
  start(): void;
  /** Waits until it is held, then kills it; the rows that it was writing are gone with it. */
  kill(): Promise<void>;
  /** Lets go of everything, whatever the test came to. */
  close(): Promise<void>;
}

/** @param retenue a table, and how many of its rows are written before the worker is held at the next. */
export async function travailleurRetenu(
  { dataSource, config, folder }: Installation,
  { table, lignes }: { readonly table: string; readonly lignes: number },
): Promise<TravailleurRetenu> {
  const holder = dataSource.createQueryRunner();
  let child: ChildProcess | null = null;
  await dataSource.query(
    `CREATE FUNCTION attendre_essai() RETURNS trigger LANGUAGE plpgsql AS $$
     BEGIN
       IF (SELECT count(*) FROM ${table}) > ${lignes} THEN
         PERFORM pg_advisory_xact_lock_shared(${VERROU});
       END IF;
       RETURN NULL;
     END $$`,
  );
  await dataSource.query(
    `CREATE TRIGGER attendre_essai AFTER INSERT ON ${table} FOR EACH STATEMENT EXECUTE FUNCTION attendre_essai()`,
  );
  await holder.query(`SELECT pg_advisory_lock(${VERROU})`);
  const held = async (): Promise<boolean> => {
    const rows: unknown[] = await dataSource.query(
      `SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND objid = ${VERROU} AND NOT granted
         AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`,
    );
    return rows.length > 0;
  };
  return {
    start: () => {
      child = fork(join(ROOT, 'dist', 'apps', 'api', 'src', 'main.worker.js'), {
        env: {
          ...process.env,
          DATABASE_URL: config.databaseUrl.reveal(),
          CONCORDANCE_DATA_DIR: folder,
          LOG_LEVEL: 'error',
        },
      });
    },
    kill: async () => {
      for (const deadline = Date.now() + 45_000; !(await held());) {
        if (Date.now() > deadline) throw new Error('the worker never came to where it is held');
        await sleep(20);
      }
      child?.kill('SIGKILL');
      await holder.query(`SELECT pg_advisory_unlock(${VERROU})`);
      await dataSource.query(`DROP TRIGGER attendre_essai ON ${table}`);
    },
    close: async () => {
      child?.kill('SIGKILL');
      await holder.release();
    },
  };
}
