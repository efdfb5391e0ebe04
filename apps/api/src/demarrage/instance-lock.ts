import { join } from 'node:path';
import { clusterDirectory, prepareDataDirectory } from './data-directory.ts';
import { DemarrageError } from './demarrage-error.ts';
import { lockHolder, tryLock, unlock } from './file-lock.ts';
import { accountFor } from './postgres-account.ts';

/**
 * Takes the place of "the" running Concordance of a data directory, so that `npm start` typed twice says so
 * instead of fighting over the port. A place left by a killed process is taken over.
 * @returns what gives the place back.
 */
export async function acquireInstance(options: {
  readonly dossier: string;
  readonly portWeb: number;
}): Promise<{ release(): Promise<void> }> {
  const file = join(options.dossier, 'instance.json');
  prepareDataDirectory(options.dossier, accountFor(clusterDirectory(options.dossier)));
  const holder = await tryLock(file, { portWeb: options.portWeb });
  if (holder !== null) {
    const port = String(holder.details['portWeb'] ?? options.portWeb);
    throw new DemarrageError(
      'INSTANCE_DEJA_LANCEE',
      `Concordance tourne déjà (processus ${String(holder.pid)}) : ouvrez http://localhost:${port}, ou arrêtez-la avant de la relancer.`,
    );
  }
  return { release: () => unlock(file) };
}

/**
 * The Concordance that runs on a data directory, or null. A living database does not tell: kill -9 leaves one
 * behind, with nobody to serve the queues.
 */
export async function runningInstance(dossier: string): Promise<{ pid: number; portWeb: number } | null> {
  const holder = await lockHolder(join(dossier, 'instance.json'));
  return holder === null ? null : { pid: holder.pid, portWeb: Number(holder.details['portWeb']) };
}
