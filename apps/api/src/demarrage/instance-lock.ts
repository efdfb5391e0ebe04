import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { DemarrageError, fileSystemError } from './demarrage-error.ts';
import { tryLock, unlock } from './file-lock.ts';

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
  try {
    await mkdir(options.dossier, { recursive: true });
  } catch (error) {
    throw fileSystemError(error, options.dossier);
  }
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
