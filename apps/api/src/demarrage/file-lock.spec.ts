import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { tryLock, unlock, withFileLock } from './file-lock.ts';
import { isAlive, processIdentity } from './live-process.ts';

describe('file locks', () => {
  let folder: string;
  let file: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'concordance-lock-'));
    file = join(folder, 'verrou');
  });
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it('tells who holds the lock, then gives it back', async () => {
    expect(await tryLock(file, { portWeb: 3000 })).toBeNull();
    expect(await tryLock(file)).toMatchObject({ pid: process.pid, details: { portWeb: 3000 } });
    await unlock(file);
    expect(await tryLock(file)).toBeNull();
  });

  it('takes over the lock of a dead process, even when its number was given to another', async () => {
    const dead = spawnSync(process.execPath, ['-e', '']).pid;
    writeFileSync(file, JSON.stringify({ pid: dead, debut: '1', details: {} }));
    expect(await tryLock(file)).toBeNull();
    await unlock(file);
    writeFileSync(file, JSON.stringify({ pid: process.pid, debut: 'another boot', details: {} }));
    expect(await tryLock(file)).toBeNull();
  });

  it('takes over a lock cut short by a kill', async () => {
    writeFileSync(file, '{"pid":');
    expect(await tryLock(file)).toBeNull();
  });

  it('lets one work at a time', async () => {
    let inside = 0;
    let most = 0;
    const work = async (): Promise<void> => {
      inside += 1;
      most = Math.max(most, inside);
      await new Promise((resolve) => setTimeout(resolve, 10));
      inside -= 1;
    };
    await Promise.all([1, 2, 3].map(() => withFileLock(file, 5_000, work)));
    expect(most).toBe(1);
  });

  it('says who prepares the database when the turn does not come', async () => {
    await tryLock(file);
    await expect(withFileLock(file, 10, () => Promise.resolve())).rejects.toMatchObject({
      code: 'VERROU_TENU',
      message: expect.stringContaining(String(process.pid)),
    });
  });

  it('knows a living process from a dead one', () => {
    expect(isAlive(processIdentity())).toBe(true);
    expect(isAlive({ pid: 0, debut: '' })).toBe(false);
  });
});
