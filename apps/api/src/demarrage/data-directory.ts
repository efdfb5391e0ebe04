import { createHash } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { DemarrageError, fileSystemError } from './demarrage-error.ts';
import { accountFor, canReach, isRoot, type SystemAccount } from './postgres-account.ts';

/** Major version of the embedded PostgreSQL: a cluster of one major cannot be opened by another. */
const POSTGRES_MAJOR = '18';

/** Where an installation keeps what must outlive its runs. */
export interface DataDirectory {
  readonly dossier: string;
  /** Sentence for the user when the default folder could not be used; null otherwise. */
  readonly avertissement: string | null;
}

/** Folder of the cluster inside the data directory. */
export function clusterDirectory(dossier: string): string {
  return join(dossier, 'postgresql', POSTGRES_MAJOR);
}

/**
 * Chooses the data directory: the one asked for, else `.concordance/` in the project. As root, PostgreSQL runs
 * under another account, which cannot enter a project below a private home: the data then go to
 * /var/lib/concordance (or the temporary folder), always the same place for the same project.
 */
export function chooseDataDirectory(options: {
  /** Root folder of the project. */
  readonly projet: string;
  /** CONCORDANCE_DATA_DIR, when it is set. */
  readonly demande?: string | undefined;
}): DataDirectory {
  if (options.demande !== undefined && options.demande !== '') {
    return { dossier: resolve(options.demande), avertissement: null };
  }
  const local = join(options.projet, '.concordance');
  if (!isRoot() || canReach(accountFor(clusterDirectory(local)), local)) {
    return { dossier: local, avertissement: null };
  }
  const name = createHash('sha256').update(resolve(options.projet)).digest('hex').slice(0, 12);
  const dossier = join(existsSync('/var/lib') ? '/var/lib' : tmpdir(), 'concordance', name);
  return {
    dossier,
    avertissement: `Le compte système de PostgreSQL ne peut entrer dans ${options.projet} : les données sont dans ${dossier}.`,
  };
}

/**
 * Creates the data directory and makes sure that we can write there and that `account` can reach it.
 * @throws DemarrageError `DOSSIER_NON_INSCRIPTIBLE`, `DOSSIER_INACCESSIBLE` or `DISQUE_PLEIN`
 */
export function prepareDataDirectory(dossier: string, account: SystemAccount | null): void {
  const probe = join(dossier, `.essai-${String(process.pid)}`);
  try {
    const created = mkdirSync(dossier, { recursive: true });
    // Private to its owner, but for root: the account of PostgreSQL must walk through it.
    if (created !== undefined) chmodSync(dossier, account === null ? 0o700 : 0o711);
    writeFileSync(probe, 'essai');
    rmSync(probe, { force: true });
  } catch (error) {
    throw fileSystemError(error, dossier);
  }
  if (!canReach(account, dossier)) {
    throw new DemarrageError(
      'DOSSIER_INACCESSIBLE',
      `Le compte système de PostgreSQL ne peut entrer dans ${dossier} : choisissez avec CONCORDANCE_DATA_DIR un dossier hors d'un répertoire privé, par exemple /var/lib/concordance.`,
    );
  }
}
