import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import {
  accessSync,
  chmodSync,
  chownSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { clusterDirectory } from '../../apps/api/src/demarrage/data-directory.ts';
import {
  findRunningEmbeddedPostgres,
  startEmbeddedPostgres,
} from '../../apps/api/src/demarrage/embedded-postgres.ts';
import { acquireInstance, runningInstance } from '../../apps/api/src/demarrage/instance-lock.ts';
import { pidExists } from '../../apps/api/src/demarrage/live-process.ts';
import { readPostmaster } from '../../apps/api/src/demarrage/postmaster.ts';

const COMMAND = join(import.meta.dirname, '..', 'setup', 'use-embedded-postgres.js');
const isRoot = process.getuid?.() === 0;

interface Passage {
  readonly joined: boolean;
  readonly port: number;
  readonly passages: number;
  readonly said: string[];
  readonly code?: string;
  readonly message?: string;
}

interface Account {
  readonly uid: number;
  readonly gid: number;
}

describe('embedded PostgreSQL', () => {
  let dossier: string;
  const children: ChildProcess[] = [];

  beforeEach(() => {
    dossier = join(tmpdir(), `concordance-essai-${randomUUID()}`);
  });

  afterEach(async () => {
    for (const child of children.splice(0)) child.kill('SIGKILL');
    const cluster = clusterDirectory(dossier);
    const left = readPostmaster(cluster);
    if (left.kind === 'vivant') {
      process.kill(left.pid, 'SIGQUIT');
      while (pidExists(left.pid)) await sleep(20);
    }
    rmSync(dossier, { recursive: true, force: true });
  });

  /** Runs the command of test/setup in a process of its own, until it says what it found. */
  async function use(account?: Account): Promise<{ passage: Passage; child: ChildProcess }> {
    const child = spawn(process.execPath, [COMMAND, dossier], {
      stdio: ['pipe', 'pipe', 'inherit'],
      ...(account ?? {}),
    });
    children.push(child);
    for await (const line of createInterface({ input: child.stdout })) {
      return { passage: JSON.parse(line) as Passage, child };
    }
    throw new Error('the command ended without a word');
  }

  async function end(child: ChildProcess, how: 'stop' | 'SIGKILL'): Promise<void> {
    const ended = new Promise((resolve) => child.once('exit', resolve));
    if (how === 'stop') child.stdin?.write('stop\n');
    else child.kill('SIGKILL');
    await ended;
  }

  function serverPid(): number {
    const state = readPostmaster(clusterDirectory(dossier));
    if (state.kind !== 'vivant') throw new Error('no server');
    return state.pid;
  }

  it('keeps its data and its port from one run to the next, and stops when left', async () => {
    const first = await use();
    expect(first.passage).toMatchObject({ joined: false, passages: 1 });
    await end(first.child, 'stop');
    expect(readPostmaster(clusterDirectory(dossier)).kind).toBe('absent');
    const second = await use();
    expect(second.passage).toMatchObject({ joined: false, passages: 2, port: first.passage.port, said: [] });
    await end(second.child, 'stop');
  });

  it('is adopted after kill -9 of the command', async () => {
    const killed = await use();
    const server = serverPid();
    await end(killed.child, 'SIGKILL');
    expect(pidExists(server)).toBe(true);
    const next = await use();
    expect(next.passage).toMatchObject({ joined: true, passages: 2 });
    expect(serverPid()).toBe(server);
    await end(next.child, 'stop');
    expect(pidExists(server)).toBe(false);
  });

  it('recovers after kill -9 of the command and of the server', async () => {
    const killed = await use();
    const server = serverPid();
    await end(killed.child, 'SIGKILL');
    process.kill(server, 'SIGKILL');
    while (pidExists(server)) await sleep(20);
    const next = await use();
    expect(next.passage).toMatchObject({ joined: false, passages: 2 });
    expect(next.passage.said.join(' ')).toContain("n'a pas été arrêté normalement");
    await end(next.child, 'stop');
  });

  it('survives a stale postmaster.pid whose number another program got', async () => {
    const first = await use();
    await end(first.child, 'stop');
    const file = join(clusterDirectory(dossier), 'postmaster.pid');
    writeFileSync(file, [process.pid, dossier, 1763711000, 5432, '', '127.0.0.1', 1, 'ready'].join('\n'));
    const next = await use();
    expect(next.passage).toMatchObject({ passages: 2 });
    await end(next.child, 'stop');
  });

  it('is shared by commands run side by side, and stopped by the last one', async () => {
    const first = await use();
    const second = await use();
    expect(second.passage).toMatchObject({ joined: true, port: first.passage.port });
    const server = serverPid();
    await end(first.child, 'stop');
    expect(pidExists(server)).toBe(true);
    expect(await findRunningEmbeddedPostgres(dossier)).not.toBeNull();
    await end(second.child, 'stop');
    expect(pidExists(server)).toBe(false);
    expect(await findRunningEmbeddedPostgres(dossier)).toBeNull();
  });

  it('makes one cluster for two commands that start together', async () => {
    const [one, other] = await Promise.all([use(), use()]);
    expect([one.passage.passages, other.passage.passages].sort()).toEqual([1, 2]);
    expect(one.passage.port).toBe(other.passage.port);
    await end(one.child, 'stop');
    await end(other.child, 'stop');
  });

  it('starts again under us when someone kills the server', async () => {
    const said: string[] = [];
    const embedded = await startEmbeddedPostgres({ dossier, log: (line) => said.push(line) });
    const pid = serverPid();
    process.kill(pid, 'SIGKILL');
    while (readPostmaster(clusterDirectory(dossier)).kind !== 'vivant' || serverPid() === pid)
      await sleep(50);
    let answers = false;
    for (let attempt = 0; !answers && attempt < 100; attempt += 1) {
      answers = (await findRunningEmbeddedPostgres(dossier)) !== null;
      if (!answers) await sleep(50);
    }
    expect(answers).toBe(true);
    expect(said.join(' ')).toContain('il est relancé');
    await embedded.stop();
  });

  it('listens on the loopback only, sorts alike everywhere, knows accents, and hides its password', async () => {
    const embedded = await startEmbeddedPostgres({ dossier, log: () => undefined });
    const client = new pg.Client({ connectionString: embedded.url });
    await client.connect();
    await client.query('CREATE EXTENSION pg_trgm; CREATE EXTENSION unaccent');
    const { rows } = await client.query<Record<string, unknown>>(
      `SELECT current_setting('listen_addresses') AS adresses, current_setting('server_encoding') AS encodage,
              upper('mécanique') AS majuscules, unaccent('Œuvre hôtelière') AS sans_accent,
              (SELECT string_agg(x, '' ORDER BY x) FROM unnest(ARRAY['é', 'b', 'B', 'a']) AS x) AS tri`,
    );
    await client.end();
    expect(rows[0]).toEqual({
      adresses: '127.0.0.1',
      encodage: 'UTF8',
      majuscules: 'MÉCANIQUE',
      sans_accent: 'OEuvre hoteliere',
      tri: 'Babé',
    });
    const password = new URL(embedded.url).password;
    expect(statSync(join(dossier, 'mot-de-passe')).mode & 0o777).toBe(0o600);
    expect(readFileSync(join(dossier, 'etat.json'), 'utf8')).not.toContain(password);
    await embedded.stop();
  });

  it('says that its password is lost rather than starting with another one', async () => {
    const first = await use();
    await end(first.child, 'stop');
    rmSync(join(dossier, 'mot-de-passe'));
    expect((await use()).passage).toMatchObject({ code: 'MOT_DE_PASSE_PERDU' });
  });

  it('runs under an ordinary account, whose data root can then use', async () => {
    const account = isRoot ? ordinaryAccount() : null;
    if (account === null) {
      process.stdout.write(
        'Compte ordinaire : test passé, il faut être root et un projet lisible par tous.\n',
      );
      return;
    }
    mkdirSync(dossier);
    chownSync(dossier, account.uid, account.gid);
    const ordinary = await use(account);
    expect(ordinary.passage).toMatchObject({ joined: false, passages: 1 });
    expect(statSync(join(clusterDirectory(dossier), 'PG_VERSION')).uid).toBe(account.uid);
    await end(ordinary.child, 'stop');
    const root = await use();
    expect(root.passage).toMatchObject({ passages: 2 });
    await end(root.child, 'stop');
    const again = await use(account);
    expect(again.passage).toMatchObject({ passages: 3 });
    await end(again.child, 'stop');
  });

  it('refuses a second instance with the address of the first', async () => {
    const first = await acquireInstance({ dossier, portWeb: 3100 });
    await expect(acquireInstance({ dossier, portWeb: 3200 })).rejects.toMatchObject({
      code: 'INSTANCE_DEJA_LANCEE',
      message: expect.stringContaining('http://localhost:3100'),
    });
    expect(await runningInstance(dossier)).toEqual({ pid: process.pid, portWeb: 3100 });
    await first.release();
    expect(await runningInstance(dossier)).toBeNull();
    await (await acquireInstance({ dossier, portWeb: 3200 })).release();
  });

  it('says which folder cannot be written', async () => {
    const account = isRoot ? ordinaryAccount() : null;
    mkdirSync(dossier);
    chmodSync(dossier, 0o555);
    if (isRoot && account === null) return;
    const { passage } = await use(account ?? undefined);
    expect(passage).toMatchObject({ code: 'DOSSIER_NON_INSCRIPTIBLE' });
    expect(passage.message).toContain(dossier);
  });
});

/** `nobody`, when it can read the project and run Node. */
function ordinaryAccount(): Account | null {
  try {
    const id = (flag: string): number => Number(execFileSync('id', [flag, 'nobody'], { encoding: 'utf8' }));
    const account = { uid: id('-u'), gid: id('-g') };
    execFileSync(process.execPath, ['-e', `require('fs').accessSync(${JSON.stringify(COMMAND)})`], account);
    accessSync(dirname(COMMAND));
    return account;
  } catch {
    return null;
  }
}
