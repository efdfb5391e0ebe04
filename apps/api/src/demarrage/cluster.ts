import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statfsSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { DemarrageError, fileSystemError, systemErrorCode } from './demarrage-error.ts';
import { clusterDirectory } from './data-directory.ts';
import type { SystemAccount } from './postgres-account.ts';
import type { PostgresBinaries } from './postgres-binaries.ts';
import { explainPostgresFailure } from './postmaster.ts';

/** Role and database of the embedded server. */
export const EMBEDDED_ROLE = 'concordance';

/** What a new cluster takes, journal included. */
const NEW_CLUSTER_BYTES = 64 * 1024 * 1024;

const run = promisify(execFile);

/** The password of the embedded role: made once, kept with the data, readable by its owner only. */
export function clusterPassword(dossier: string): string {
  const file = join(dossier, 'mot-de-passe');
  try {
    return readFileSync(file, 'utf8').trim();
  } catch (error) {
    if (systemErrorCode(error) !== 'ENOENT') throw fileSystemError(error, file);
  }
  if (clusterExists(dossier)) {
    throw passwordLost(dossier);
  }
  const password = randomBytes(24).toString('base64url');
  try {
    writeFileSync(file, `${password}\n`, { mode: 0o600 });
  } catch (error) {
    throw fileSystemError(error, file);
  }
  return password;
}

/** The password file is gone, or is not the cluster's. */
export function passwordLost(dossier: string, cause?: unknown): DemarrageError {
  return new DemarrageError(
    'MOT_DE_PASSE_PERDU',
    `Le mot de passe de la base (fichier ${join(dossier, 'mot-de-passe')}) est perdu : remettez ce fichier depuis une sauvegarde, ou déplacez ${dossier} pour repartir d'une base vide.`,
    { cause },
  );
}

/** True once a cluster was made whole in this data directory. */
export function clusterExists(dossier: string): boolean {
  return existsSync(join(clusterDirectory(dossier), 'PG_VERSION'));
}

/**
 * Makes the cluster: UTF-8, PostgreSQL's own C.UTF-8 rules, the same on every machine, so that two servers sort
 * alike. Made aside and renamed: an interrupted one is never taken for whole.
 */
export async function createCluster(options: {
  readonly dossier: string;
  readonly binaries: PostgresBinaries;
  readonly account: SystemAccount | null;
  readonly password: string;
}): Promise<void> {
  const { dossier, binaries, account } = options;
  const cluster = clusterDirectory(dossier);
  const partial = `${cluster}.partiel`;
  const passwordFile = join(dirname(cluster), 'initdb');
  try {
    rmSync(partial, { recursive: true, force: true });
    mkdirSync(dirname(cluster), { recursive: true, mode: account === null ? 0o700 : 0o711 });
    mkdirSync(partial, { mode: 0o700 });
    writeFileSync(passwordFile, `${options.password}\n`, { mode: 0o600 });
    if (account !== null) {
      chownSync(partial, account.uid, account.gid);
      chownSync(passwordFile, account.uid, account.gid);
    }
    await run(
      binaries.initdb,
      [
        `--pgdata=${partial}`,
        `--username=${EMBEDDED_ROLE}`,
        `--pwfile=${passwordFile}`,
        '--auth=scram-sha-256',
        '--encoding=UTF8',
        '--locale=C',
        '--locale-provider=builtin',
        '--builtin-locale=C.UTF-8',
        '--no-instructions',
      ],
      { ...(account ?? {}), cwd: dirname(cluster), windowsHide: true },
    );
    renameSync(partial, cluster);
  } catch (error) {
    rmSync(partial, { recursive: true, force: true });
    // initdb may die of a full disk without saying so, and cleans up: what tells is the room there was.
    const full = freeBytes(dossier) < NEW_CLUSTER_BYTES;
    throw explainInitFailure(error, dossier, full);
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

function explainInitFailure(error: unknown, dossier: string, full: boolean): unknown {
  if (full) return explainPostgresFailure('No space left on device', dossier, 0, error);
  if (typeof error === 'object' && error !== null && 'stderr' in error) {
    return explainPostgresFailure(String(error.stderr), dossier, 0, error);
  }
  return fileSystemError(error, dossier);
}

function freeBytes(folder: string): number {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
}
