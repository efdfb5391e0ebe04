import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { DemarrageError, fileSystemError, systemErrorCode } from './demarrage-error.ts';
import { isAlive, processIdentity, type ProcessIdentity } from './live-process.ts';

/** What a lock file says of its holder; `details` is free (the web port of an instance, for example). */
export interface LockHolder extends ProcessIdentity {
  readonly details: Readonly<Record<string, string | number>>;
}

/**
 * Takes a lock file for this process. A lock whose holder is dead (kill -9) is taken over.
 * @returns null when taken, else the living holder.
 */
export async function tryLock(file: string, details: LockHolder['details'] = {}): Promise<LockHolder | null> {
  const content = JSON.stringify({ ...processIdentity(), details });
  for (;;) {
    try {
      await writeFile(file, content, { flag: 'wx' });
      return null;
    } catch (error) {
      if (systemErrorCode(error) !== 'EEXIST') throw fileSystemError(error, file);
    }
    const found = await readHolder(file);
    if (found === 'absent') continue;
    if (found !== 'illisible' && isAlive(found)) return found;
    await discardStale(file);
  }
}

/** The living holder of a lock, or null. */
export async function lockHolder(file: string): Promise<LockHolder | null> {
  const found = await readHolder(file);
  return typeof found === 'object' && isAlive(found) ? found : null;
}

/** Gives back a lock taken by this process. */
export async function unlock(file: string): Promise<void> {
  const found = await readHolder(file);
  if (typeof found === 'object' && found.pid === process.pid) await rm(file, { force: true });
}

/** Runs `work` alone among the processes that use this lock file, waiting `timeoutMs` for the turn. */
export async function withFileLock<T>(file: string, timeoutMs: number, work: () => Promise<T>): Promise<T> {
  const deadline = performance.now() + timeoutMs;
  for (;;) {
    const holder = await tryLock(file);
    if (holder === null) break;
    if (performance.now() > deadline) {
      throw new DemarrageError(
        'VERROU_TENU',
        `Le processus ${String(holder.pid)} prépare déjà la base de données (verrou ${file}) : attendez qu'il finisse, ou arrêtez-le.`,
      );
    }
    await sleep(50);
  }
  try {
    return await work();
  } finally {
    await unlock(file);
  }
}

async function readHolder(file: string): Promise<LockHolder | 'absent' | 'illisible'> {
  // The file exists for a moment before its content does: an empty one is given time before it is judged.
  for (let attempt = 0; attempt < 5; attempt += 1) {
    let text: string;
    try {
      text = await readFile(file, 'utf8');
    } catch (error) {
      if (systemErrorCode(error) === 'ENOENT') return 'absent';
      throw fileSystemError(error, file);
    }
    const holder = parseHolder(text);
    if (holder !== null) return holder;
    await sleep(20);
  }
  return 'illisible';
}

function parseHolder(text: string): LockHolder | null {
  try {
    const value = JSON.parse(text) as Partial<LockHolder> | null;
    if (typeof value?.pid !== 'number') return null;
    return { pid: value.pid, debut: value.debut ?? '', details: value.details ?? {} };
  } catch {
    return null;
  }
}

/** Renaming first: of two processes that see the same dead holder, only one removes it. */
async function discardStale(file: string): Promise<void> {
  const aside = `${file}.${String(process.pid)}.perime`;
  try {
    await rename(file, aside);
    await rm(aside, { force: true });
  } catch (error) {
    if (systemErrorCode(error) !== 'ENOENT') throw fileSystemError(error, file);
  }
}
