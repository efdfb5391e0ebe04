import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync, rmSync, statSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { DemarrageError, fileSystemError, systemErrorCode } from './demarrage-error.ts';
import { commandLine, pidExists } from './live-process.ts';
import type { SystemAccount } from './postgres-account.ts';
import type { PostgresBinaries } from './postgres-binaries.ts';

/** A PostgreSQL server that lives. */
export interface Postmaster {
  readonly pid: number;
  readonly port: number;
  /** False while it still recovers or is closing. */
  readonly ready: boolean;
}

/** What postmaster.pid says: a living server of this folder, a leftover of a dead one, or nothing. */
export type PostmasterState =
  | { readonly kind: 'absent' }
  | { readonly kind: 'perime'; readonly pid: number }
  | ({ readonly kind: 'vivant' } & Postmaster);

const LOG_LIMIT_BYTES = 5 * 1024 * 1024;
const LOG_TAIL_BYTES = 16 * 1024;

/**
 * Reads postmaster.pid and checks that its process really is the server of this folder: after kill -9 or a
 * reboot the number may belong to any other program.
 */
export function readPostmaster(cluster: string): PostmasterState {
  let lines: string[];
  try {
    lines = readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n');
  } catch (error) {
    if (systemErrorCode(error) === 'ENOENT') return { kind: 'absent' };
    throw fileSystemError(error, cluster);
  }
  const pid = Number(lines[0]);
  if (!pidExists(pid) || !isPostgresOf(pid, cluster)) return { kind: 'perime', pid };
  // Line 4 is the port, line 8 the state (PostgreSQL's miscadmin.h, LOCK_FILE_LINE_*).
  return { kind: 'vivant', pid, port: Number(lines[3]), ready: (lines[7] ?? '').trim() === 'ready' };
}

function isPostgresOf(pid: number, cluster: string): boolean {
  const command = commandLine(pid);
  // A system that does not tell command lines: believe the file, as PostgreSQL itself does.
  return command === null || (command.includes('postgres') && command.includes(cluster));
}

/** Removes the postmaster.pid of a dead server, which would keep PostgreSQL from starting. */
export function removeStalePid(cluster: string): void {
  rmSync(join(cluster, 'postmaster.pid'), { force: true });
}

/**
 * Starts the server of a cluster and waits until it accepts connections (crash recovery included).
 *
 * It is detached: a Ctrl-C in the terminal must reach us alone, since workers are closed before the database;
 * and its log goes to a file, since a pipe would die with us.
 */
export async function startPostmaster(options: {
  readonly binaries: PostgresBinaries;
  readonly cluster: string;
  readonly account: SystemAccount | null;
  readonly port: number;
  readonly settings: Readonly<Record<string, string>>;
  readonly logFile: string;
  readonly timeoutMs: number;
}): Promise<Postmaster> {
  const { binaries, cluster, account, port, settings, logFile } = options;
  const settingArgs = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const logStart = openLog(logFile);
  const child = spawn(binaries.postgres, ['-D', cluster, '-p', String(port), ...settingArgs], {
    detached: true,
    stdio: ['ignore', logStart.descriptor, logStart.descriptor],
    cwd: cluster,
    windowsHide: true,
    ...(account ?? {}),
  });
  closeSync(logStart.descriptor);
  const failures: Error[] = [];
  child.once('error', (error) => failures.push(error));
  child.unref();

  const deadline = performance.now() + options.timeoutMs;
  while (performance.now() < deadline) {
    await sleep(25);
    const [failure] = failures;
    if (failure !== undefined) throw explainPostgresFailure(failure.message, cluster, port, failure);
    if (child.exitCode !== null || child.signalCode !== null) {
      throw explainPostgresFailure(readTail(logFile, logStart.offset), cluster, port);
    }
    const state = readPostmaster(cluster);
    if (state.kind === 'vivant' && state.pid === child.pid && state.ready) return state;
  }
  child.kill('SIGINT');
  throw explainPostgresFailure('delay', cluster, port);
}

/** Stops a server: fast (clients are cut, data are flushed), then at once when it does not end in time. */
export async function stopPostmaster(
  pid: number,
  cluster: string,
  binaries: PostgresBinaries,
  timeoutMs = 20_000,
): Promise<void> {
  await signalServer(pid, 'SIGINT', cluster, binaries);
  if (await waitForEnd(pid, timeoutMs)) return;
  await signalServer(pid, 'SIGQUIT', cluster, binaries);
  await waitForEnd(pid, 5_000);
}

async function signalServer(
  pid: number,
  signal: 'SIGINT' | 'SIGQUIT',
  cluster: string,
  binaries: PostgresBinaries,
): Promise<void> {
  if (process.platform !== 'win32') {
    try {
      process.kill(pid, signal);
    } catch (error) {
      if (systemErrorCode(error) !== 'ESRCH') throw error;
    }
    return;
  }
  // Windows has no signals: pg_ctl speaks to the server through its own channel.
  const mode = signal === 'SIGINT' ? 'fast' : 'immediate';
  const child = spawn(binaries.pgCtl, ['stop', '-D', cluster, '-m', mode, '-W'], { stdio: 'ignore' });
  await new Promise<void>((resolve) => {
    child.once('error', () => {
      resolve();
    });
    child.once('exit', () => {
      resolve();
    });
  });
}

async function waitForEnd(pid: number, timeoutMs: number): Promise<boolean> {
  const deadline = performance.now() + timeoutMs;
  while (pidExists(pid)) {
    if (performance.now() > deadline) return false;
    await sleep(20);
  }
  return true;
}

/** One French sentence for what PostgreSQL wrote before it gave up. */
export function explainPostgresFailure(
  log: string,
  dossier: string,
  port: number,
  cause?: unknown,
): DemarrageError {
  const options = { cause: cause ?? new Error(log.trim()) };
  if (/No space left on device|Disk quota exceeded|ENOSPC/.test(log)) {
    return new DemarrageError(
      'DISQUE_PLEIN',
      `Le disque est plein : PostgreSQL ne peut écrire dans ${dossier}. Libérez de la place, ou choisissez un autre dossier avec CONCORDANCE_DATA_DIR.`,
      options,
    );
  }
  if (/Address already in use|could not create any TCP\/IP sockets/.test(log)) {
    return new DemarrageError(
      'PORT_OCCUPE',
      `Le port ${String(port)} choisi pour PostgreSQL vient d'être pris par un autre programme : relancez la commande.`,
      options,
    );
  }
  if (/Permission denied|has wrong ownership|has invalid permissions|EACCES/.test(log)) {
    return new DemarrageError(
      'DOSSIER_NON_INSCRIPTIBLE',
      `PostgreSQL n'a pas le droit d'utiliser ${dossier} : vérifiez son propriétaire, ou choisissez un autre dossier avec CONCORDANCE_DATA_DIR.`,
      options,
    );
  }
  const last = log
    .trim()
    .split('\n')
    .findLast((line) => /FATAL|PANIC|ERROR|error/.test(line));
  return new DemarrageError(
    'POSTGRES_NE_DEMARRE_PAS',
    `PostgreSQL ne démarre pas dans ${dossier}${last === undefined ? '' : ` (« ${last.trim()} »)`} : le journal (journaux/postgresql.log du dossier de données) dit pourquoi.`,
    options,
  );
}

function openLog(file: string): { descriptor: number; offset: number } {
  try {
    let offset = fileSize(file);
    if (offset > LOG_LIMIT_BYTES) {
      truncateSync(file, 0);
      offset = 0;
    }
    return { descriptor: openSync(file, 'a', 0o600), offset };
  } catch (error) {
    throw fileSystemError(error, file);
  }
}

function fileSize(file: string): number {
  try {
    return statSync(file).size;
  } catch {
    return 0;
  }
}

function readTail(file: string, from: number): string {
  const content = readFileSync(file);
  return content.subarray(Math.max(from, content.length - LOG_TAIL_BYTES)).toString('utf8');
}
