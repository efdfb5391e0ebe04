// What the benches of the service share: its compiled code, a database of their own, what their processes have cost.
import { randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ensureBuilt } from '../../scripts/build.js';

export const ROOT = join(import.meta.dirname, '..', '..');
export const say = (line) => process.stdout.write(`${line}\n`);

await ensureBuilt(ROOT, { admin: false, say: (line) => process.stderr.write(`${line}\n`) });

/** A compiled file of the API. @param {string} file without its extension, below apps/api/src */
export const compiled = (file) => import(join(ROOT, 'dist', 'apps', 'api', 'src', `${file}.js`));

const { clusterDirectory } = await compiled('demarrage/data-directory');
const { startEmbeddedPostgres } = await compiled('demarrage/embedded-postgres');
const { loadEnv } = await compiled('config/load-env');
const { migrate } = await compiled('database/migrate');
const { SetUpCampagneUseCase } = await compiled('campagnes/set-up-campagne.use-case');

/**
 * Gives a bench a migrated database and a folder, both gone when it ends, well or badly, unless the folder is named: it
 * is kept then for the next time.
 * @param {(installation: {folder: string, config: object, env: Record<string, string>, pidFile: string,
 *   cleanUp: (() => unknown)[]}) => Promise<void>} work what it adds to `cleanUp` is undone first, the last one first
 * @param {Record<string, string>} [more] further variables of the environment
 * @param {string} [kept] the folder to keep
 */
export async function withInstallation(work, more = {}, kept = undefined) {
  // Not mkdtemp: it makes private folders, and as root PostgreSQL runs under another account.
  const folder = resolve(kept ?? join(tmpdir(), `concordance-bench-${randomUUID()}`));
  mkdirSync(folder, { recursive: true });
  const cleanUp = kept === undefined ? [() => rmSync(folder, { recursive: true, force: true })] : [];
  try {
    const dossier = join(folder, 'base');
    const server = await startEmbeddedPostgres({ dossier, log: () => undefined });
    cleanUp.push(() => server.stop());
    const env = { DATABASE_URL: server.url, CONCORDANCE_DATA_DIR: folder, LOG_LEVEL: 'error', ...more };
    const config = loadEnv(env);
    await migrate(config.databaseUrl);
    const pidFile = join(clusterDirectory(dossier), 'postmaster.pid');
    return await work({ folder, config, env, pidFile, cleanUp });
  } finally {
    for (const step of cleanUp.reverse()) await step();
  }
}

/** Imports the sample Parcoursup campaign. @param {string} nom its name @returns {Promise<string>} its id */
export async function importSample(app, nom) {
  const { campagneId } = await app.get(SetUpCampagneUseCase).execute({
    nom,
    plateforme: 'parcoursup',
    rentree: '2026-09-01',
    catalogue: join(ROOT, 'samples', 'catalogues', 'parcoursup.csv'),
    references: [join(ROOT, 'samples', 'references')],
    exemple: false,
    importePar: 'banc',
    say: () => undefined,
  });
  return campagneId;
}

/** Asks until something is there. @template T @param {() => Promise<T | null | undefined>} read @returns {Promise<T>} */
export async function until(read, periodMs = 50) {
  for (;;) {
    const found = await read();
    if (found != null) return found;
    await sleep(periodMs);
  }
}

/** Ticks of /proc a second: the same on every Linux that Node runs on. */
const TICKS = 100;

/**
 * Processor time that some processes and their children have used so far, in seconds; null where no /proc tells.
 * @param {readonly number[]} pids
 */
export function cpuOf(pids) {
  try {
    const all = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
    const stats = all.flatMap((pid) => {
      try {
        // After the name, which may hold spaces: state, parent… utime, stime, cutime, cstime are 12th to 15th.
        const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ');
        return [{ pid: Number(pid), parent: Number(fields[1]), ticks: fields.slice(11, 15).map(Number) }];
      } catch {
        return [];
      }
    });
    const counted = stats.filter(({ pid, parent }) => pids.includes(pid) || pids.includes(parent));
    return counted.flatMap(({ ticks }) => ticks).reduce((sum, each) => sum + each, 0) / TICKS;
  } catch {
    return null;
  }
}

/** The server of a cluster. @param {string} pidFile its postmaster.pid */
export const postmasterOf = (pidFile) => Number(readFileSync(pidFile, 'utf8').split('\n')[0]);
