import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { clusterDirectory } from '../../apps/api/src/demarrage/data-directory.ts';
import { pidExists } from '../../apps/api/src/demarrage/live-process.ts';
import { findFreePort } from '../../apps/api/src/demarrage/ports.ts';
import { readPostmaster } from '../../apps/api/src/demarrage/postmaster.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const DOOR = join(ROOT, 'bin', 'concordance.js');
const READY = 'Concordance est prête';
const run = promisify(execFile);

interface Started {
  readonly child: ChildProcess;
  /** All that was written until the end of the process, or until now. */
  output(): string;
  readonly ended: Promise<number | null>;
}

/** One test builds on what the one before left, as a person's days do: start, work, kill, start again, stop. */
describe('concordance demarrer', () => {
  const dossier = join(tmpdir(), `concordance-e2e-${randomUUID()}`);
  const started: Started[] = [];
  let port: number;
  let environment: NodeJS.ProcessEnv;
  let running: Started;

  beforeAll(async () => {
    port = await findFreePort();
    const inherited = Object.entries(process.env).filter(
      ([name]) => !/^(DATABASE_URL|REDIS_URL|CONCORDANCE_)/.test(name),
    );
    environment = {
      ...Object.fromEntries(inherited),
      PORT: String(port),
      CONCORDANCE_ADRESSE: '127.0.0.1',
      CONCORDANCE_DATA_DIR: dossier,
    };
  });

  afterAll(async () => {
    for (const { child, ended } of started) {
      child.kill('SIGKILL');
      await ended;
    }
    const left = readPostmaster(clusterDirectory(dossier));
    if (left.kind === 'vivant') {
      process.kill(left.pid, 'SIGQUIT');
      while (pidExists(left.pid)) await sleep(20);
    }
    rmSync(dossier, { recursive: true, force: true });
  });

  function start(...args: string[]): Started {
    const child = spawn(process.execPath, [DOOR, 'demarrer', ...args], {
      cwd: ROOT,
      env: environment,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let text = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
    }
    const ended = new Promise<number | null>((resolve) => {
      child.once('close', resolve);
    });
    const one = { child, output: () => text, ended };
    started.push(one);
    return one;
  }

  async function untilReady(one: Started): Promise<string> {
    while (!one.output().includes(READY)) {
      if (one.child.exitCode !== null) throw new Error(`it ended:\n${one.output()}`);
      await sleep(50);
    }
    return one.output();
  }

  async function health(): Promise<{ status: number; body: Record<string, unknown> }> {
    const answer = await fetch(`http://127.0.0.1:${String(port)}/api/sante`);
    return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
  }

  function serverPid(): number | null {
    const state = readPostmaster(clusterDirectory(dossier));
    return state.kind === 'vivant' ? state.pid : null;
  }

  const campaigns = async (): Promise<unknown[]> => {
    const { stdout } = await run(process.execPath, [DOOR, 'campagne', 'liste', '--json'], {
      cwd: ROOT,
      env: environment,
    });
    return JSON.parse(stdout) as unknown[];
  };

  it('goes from nothing to matched sample campaigns, an address and a first account', async () => {
    running = start();
    const output = await untilReady(running);
    expect(output).toMatch(/\d+ formations, \d+ appariées, \d+ à vérifier, \d+ sans correspondance/);
    expect(output).toContain(`http://localhost:${String(port)}`);
    expect(output).toMatch(/mot de passe \S+/);
    expect(await health()).toMatchObject({
      status: 200,
      body: {
        statut: 'ok',
        base: { ok: true },
        file: { ok: true, type: 'postgres' },
        migrations: { ok: true },
      },
    });
  }, 180_000);

  it('serves the back office', async () => {
    const page = await fetch(`http://127.0.0.1:${String(port)}/`);
    expect(page.status).toBe(200);
    expect(await page.text()).toContain('<html lang="fr"');
  });

  it('lets a command run beside it use its database', async () => {
    const server = serverPid();
    expect((await campaigns()).length).toBeGreaterThan(0);
    expect(serverPid()).toBe(server);
    expect((await health()).status).toBe(200);
  });

  it('refuses to start twice, and says where it runs', async () => {
    const second = start();
    expect(await second.ended).toBe(1);
    expect(second.output().trim().split('\n')).toHaveLength(1);
    expect(second.output()).toContain(`http://localhost:${String(port)}`);
  });

  it('recovers from kill -9 of everything, in seconds, with its campaigns and without a new account', async () => {
    const before = await campaigns();
    const server = serverPid();
    running.child.kill('SIGKILL');
    if (server !== null) process.kill(server, 'SIGKILL');
    await running.ended;
    while (server !== null && pidExists(server)) await sleep(20);
    running = start();
    const output = await untilReady(running);
    expect(output).not.toMatch(/mot de passe \S+/);
    expect((await health()).status).toBe(200);
    expect(await campaigns()).toEqual(before);
  });

  it('stops everything on Ctrl-C', async () => {
    const server = serverPid();
    running.child.kill('SIGINT');
    expect(await running.ended).toBe(0);
    expect(server !== null && pidExists(server)).toBe(false);
    await expect(health()).rejects.toThrow();
    const state = JSON.parse(readFileSync(join(dossier, 'etat.json'), 'utf8')) as Record<string, unknown>;
    expect(state).toMatchObject({ pid: null, portWeb: null });
  });

  it('says in one sentence that its port is taken, and starts nothing', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => {
      other.listen(port, '127.0.0.1', resolve);
    });
    const refused = start();
    expect(await refused.ended).toBe(1);
    expect(refused.output().trim().split('\n')).toHaveLength(1);
    expect(refused.output()).toContain(`Le port ${String(port)} est déjà pris`);
    expect(serverPid()).toBeNull();
    other.close();
  });
});
