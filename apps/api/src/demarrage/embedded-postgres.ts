import { mkdirSync, realpathSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { clusterExists, clusterPassword, createCluster, EMBEDDED_ROLE, passwordLost } from './cluster.ts';
import { clusterDirectory, prepareDataDirectory } from './data-directory.ts';
import { fileSystemError, systemErrorCode } from './demarrage-error.ts';
import { readState, writeState } from './etat.ts';
import { withFileLock } from './file-lock.ts';
import { findFreePort } from './ports.ts';
import { accountFor, type SystemAccount } from './postgres-account.ts';
import { preparePostgresBinaries, type PostgresBinaries } from './postgres-binaries.ts';
import {
  explainPostgresFailure,
  readPostmaster,
  removeStalePid,
  startPostmaster,
  stopPostmaster,
  type Postmaster,
} from './postmaster.ts';
import { joinServer, leaveServer } from './server-users.ts';

export interface EmbeddedPostgresOptions {
  /** Data directory (`chooseDataDirectory`); created when it is missing. */
  readonly dossier: string;
  /** Receives French sentences about what is done and why. */
  readonly log: (message: string) => void;
  /** Port of the back office, told to other commands; absent for a command. */
  readonly portWeb?: number;
  /** PostgreSQL settings of this run; tests do without durability. */
  readonly settings?: Readonly<Record<string, string>>;
}

export interface EmbeddedPostgres {
  /** Address with the password, for this process only: it is never logged. */
  readonly url: string;
  readonly port: number;
  /** True when the server was up already: that of `npm start`, or one that a killed run left behind. */
  readonly joined: boolean;
  /** Leaves the server; the last one out stops it. Can be called twice. */
  stop(): Promise<void>;
}

/** A crash recovery replays the journal: minutes, on a slow disk. */
const START_TIMEOUT_MS = 180_000;
const LOCK_TIMEOUT_MS = 240_000;
const WATCH_INTERVAL_MS = 1_000;

const BASE_SETTINGS: Readonly<Record<string, string>> = {
  listen_addresses: '127.0.0.1',
  // TCP only: a socket would need a folder that both accounts may enter.
  unix_socket_directories: '',
  max_connections: '200',
  timezone: 'UTC',
  log_timezone: 'UTC',
  lc_messages: 'C',
  // Lists of a hundred thousand rows are read from memory, and from indexes even where a disk would rather be read in order.
  shared_buffers: '256MB',
  work_mem: '16MB',
  random_page_cost: '1.1',
  // Compiling a query that takes 20 ms takes longer than running it.
  jit: 'off',
  // Counting on an index alone wants pages that are known to be clean: looked at four times as often as by default.
  autovacuum_naptime: '15s',
};

/** What start and stop need to know of a data directory. */
interface Installation {
  readonly dossier: string;
  readonly cluster: string;
  readonly account: SystemAccount | null;
  readonly binaries: PostgresBinaries;
  readonly password: string;
  readonly options: EmbeddedPostgresOptions;
}

/**
 * Gives the embedded PostgreSQL of a data directory: joins the one that runs, else starts it, making the
 * cluster the first time. It listens on 127.0.0.1 only, and is started again should it die under us.
 * @throws DemarrageError with one French sentence
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const account = accountFor(clusterDirectory(resolve(options.dossier)));
  prepareDataDirectory(resolve(options.dossier), account);
  const dossier = realpathSync(options.dossier);
  const binaries = await preparePostgresBinaries(account, dossier);
  return withFileLock(join(dossier, 'verrou'), LOCK_TIMEOUT_MS, async () => {
    const cluster = clusterDirectory(dossier);
    const password = clusterPassword(dossier);
    const installation: Installation = { dossier, cluster, account, binaries, password, options };
    if (!clusterExists(dossier)) {
      options.log(`Création de la base de données dans ${dossier}…`);
      await createCluster({ dossier, binaries, account, password });
    }
    const { server, joined } = await serverUp(installation);
    const url = databaseUrl(server.port, password);
    await ensureDatabase(installation, server.port);
    const use = joinServer(dossier);
    recordServer(installation, server);
    return handle(installation, use, { url, port: server.port, joined });
  });
}

/**
 * The embedded server of a data directory when it is up and answers, without starting anything.
 * @returns its address, and the port of the back office when `npm start` told one; null otherwise.
 */
export async function findRunningEmbeddedPostgres(
  dossier: string,
): Promise<{ url: string; portWeb: number | null } | null> {
  const root = resolve(dossier);
  if (!clusterExists(root)) return null;
  const state = readPostmaster(realpathSync(clusterDirectory(root)));
  if (state.kind !== 'vivant' || !state.ready) return null;
  const url = databaseUrl(state.port, clusterPassword(root));
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 3_000 });
  try {
    await client.connect();
    await client.end();
  } catch {
    return null;
  }
  return { url, portWeb: readState(root)?.portWeb ?? null };
}

/** The living server of the cluster, or a new one. Called under the lock. */
async function serverUp(installation: Installation): Promise<{ server: Postmaster; joined: boolean }> {
  const { cluster, binaries, account, dossier, options } = installation;
  const found = await settledPostmaster(cluster);
  if (found.kind === 'vivant') return { server: found, joined: true };
  if (found.kind === 'perime') {
    options.log("PostgreSQL n'a pas été arrêté normalement la dernière fois : il reprend son journal.");
    removeStalePid(cluster);
  }
  const port = await findFreePort(readState(dossier)?.port);
  const logFolder = join(dossier, 'journaux');
  try {
    mkdirSync(logFolder, { recursive: true });
  } catch (error) {
    throw fileSystemError(error, logFolder);
  }
  const server = await startPostmaster({
    binaries,
    cluster,
    account,
    port,
    settings: { ...BASE_SETTINGS, ...options.settings },
    logFile: join(logFolder, 'postgresql.log'),
    timeoutMs: START_TIMEOUT_MS,
  });
  return { server, joined: false };
}

/** A server that is recovering or closing is given the time to say which. */
async function settledPostmaster(cluster: string): Promise<ReturnType<typeof readPostmaster>> {
  const deadline = performance.now() + START_TIMEOUT_MS;
  let state = readPostmaster(cluster);
  while (state.kind === 'vivant' && !state.ready && performance.now() < deadline) {
    await sleep(50);
    state = readPostmaster(cluster);
  }
  return state;
}

function handle(
  installation: Installation,
  use: string,
  found: Pick<EmbeddedPostgres, 'url' | 'port' | 'joined'>,
): EmbeddedPostgres {
  const watch = watchServer(installation);
  let stopping: Promise<void> | null = null;
  return {
    ...found,
    stop: () => {
      stopping ??= watch.end().then(() => leaveAndStop(installation, use));
      return stopping;
    },
  };
}

async function leaveAndStop(
  { dossier, cluster, binaries, options }: Installation,
  use: string,
): Promise<void> {
  await withFileLock(join(dossier, 'verrou'), LOCK_TIMEOUT_MS, async () => {
    const others = leaveServer(dossier, use);
    const state = readState(dossier);
    const portWeb = options.portWeb === undefined ? (state?.portWeb ?? null) : null;
    if (others > 0) {
      if (state !== null) writeState(dossier, { ...state, portWeb });
      return;
    }
    const server = readPostmaster(cluster);
    if (server.kind === 'vivant') await stopPostmaster(server.pid, cluster, binaries);
    if (state !== null) writeState(dossier, { ...state, pid: null, portWeb: null });
  });
}

/**
 * Starts the server again on its port when it died under us (an administrator's kill, the kernel short of
 * memory): pools and queues reconnect by themselves. Looking at the file, and not at a child's end, also covers
 * a server that another process started.
 */
function watchServer(installation: Installation): { end(): Promise<void> } {
  const { dossier, cluster, options } = installation;
  let ended = false;
  let busy: Promise<void> = Promise.resolve();
  const revive = async (): Promise<void> => {
    await withFileLock(join(dossier, 'verrou'), LOCK_TIMEOUT_MS, async () => {
      if (ended || readPostmaster(cluster).kind === 'vivant') return;
      options.log("PostgreSQL s'est arrêté sans qu'on le lui demande : il est relancé.");
      const { server } = await serverUp(installation);
      recordServer(installation, server);
    });
  };
  let reviving = false;
  const timer = setInterval(() => {
    if (ended || reviving || readPostmaster(cluster).kind === 'vivant') return;
    reviving = true;
    busy = revive()
      .catch((error: unknown) => {
        options.log(error instanceof Error ? error.message : String(error));
      })
      .finally(() => {
        reviving = false;
      });
  }, WATCH_INTERVAL_MS);
  timer.unref();
  return {
    end: () => {
      ended = true;
      clearInterval(timer);
      return busy;
    },
  };
}

function recordServer({ dossier, options }: Installation, server: Postmaster): void {
  writeState(dossier, {
    pid: server.pid,
    port: server.port,
    url: `postgres://${EMBEDDED_ROLE}@127.0.0.1:${String(server.port)}/${EMBEDDED_ROLE}`,
    portWeb: options.portWeb ?? readState(dossier)?.portWeb ?? null,
  });
}

function databaseUrl(port: number, password: string, database: string = EMBEDDED_ROLE): string {
  return `postgres://${EMBEDDED_ROLE}:${encodeURIComponent(password)}@127.0.0.1:${String(port)}/${database}`;
}

async function ensureDatabase({ cluster, dossier, password }: Installation, port: number): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl(port, password, 'postgres') });
  try {
    await client.connect();
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [EMBEDDED_ROLE]);
    if (rowCount === 0) await client.query(`CREATE DATABASE ${EMBEDDED_ROLE}`);
  } catch (error) {
    // invalid_password: the file is not the one the cluster was made with.
    if (systemErrorCode(error) === '28P01') throw passwordLost(dossier, error);
    throw explainPostgresFailure(
      error instanceof Error ? `ERROR: ${error.message}` : '',
      cluster,
      port,
      error,
    );
  } finally {
    await client.end().catch(() => undefined);
  }
}
