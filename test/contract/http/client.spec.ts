import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { HttpClient } from '../../../libs/sources/core/http/http-client.ts';
import { UnsafeAddressError } from '../../../libs/sources/core/http/http-errors.ts';
import { openHttpClient, type HttpSettings } from '../../../libs/sources/core/http/open-client.ts';
import { SourceUnavailableError } from '../../../libs/sources/index.ts';
import { contractHttp, contractSuite, TestClock } from './contract-run.ts';

const suite = contractSuite();
const clients: HttpClient[] = [];
let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'concordance-client-'));
});
afterAll(async () => {
  for (const client of clients) client.close();
  await rm(folder, { recursive: true, force: true });
});

function open(settings: Partial<HttpSettings> = {}, concurrency = 2): HttpClient {
  const rate = { perSecond: 1000, burst: 1000, concurrency };
  const client = openHttpClient('essai', rate, { ...contractHttp(new TestClock()), ...settings });
  clients.push(client);
  return client;
}

const url = (path: string): string => `${suite.server().url}${path}`;
const content = Buffer.from('code;libellé\r\n1;é\r\n'.repeat(20_000));

describe('the client over real connections', () => {
  it('a file appears once it is whole, with its hash', async () => {
    suite.server().play(() => ({ body: content, headers: { etag: '"1"' } }));
    const path = join(folder, 'a', 'fichier.csv');
    const answer = await open().download({ url: url('/f') }, path);
    expect(answer.body).toEqual({
      path,
      bytes: content.length,
      sha256: createHash('sha256').update(content).digest('hex'),
    });
    expect(readFileSync(path).equals(content)).toBe(true);
    expect(readdirSync(join(folder, 'a'))).toEqual(['fichier.csv']);
  });

  it('a cut transfer leaves the former file as it was, and nothing beside it', async () => {
    suite.server().play(() => ({ body: 'ancien' }));
    const path = join(folder, 'b', 'fichier.csv');
    await open().download({ url: url('/f') }, path);
    suite.server().play(() => ({ body: content, cutAfter: 100_000 }));
    await expect(open().download({ url: url('/f') }, path)).rejects.toThrow(SourceUnavailableError);
    expect(suite.server().seen()).toHaveLength(3);
    expect(readFileSync(path, 'utf8')).toBe('ancien');
    expect(readdirSync(join(folder, 'b'))).toEqual(['fichier.csv']);
  });

  it('a compressed transfer is kept as what it holds', async () => {
    suite.server().play(() => ({ body: gzipSync(content), headers: { 'content-encoding': 'gzip' } }));
    const path = join(folder, 'c.csv');
    const answer = await open().download({ url: url('/f') }, path);
    expect(answer.body?.bytes).toBe(content.length);
  });

  it('a bomb is refused and leaves nothing', async () => {
    const bomb = gzipSync(Buffer.alloc(60 * 1024 * 1024));
    suite.server().play(() => ({ body: bomb, headers: { 'content-encoding': 'gzip' } }));
    const path = join(folder, 'bombe.csv');
    await expect(open().download({ url: url('/f') }, path)).rejects.toThrow(/bombe/);
    expect([existsSync(path), existsSync(`${path}.partiel`)]).toEqual([false, false]);
  });

  it('a service that says nothing is given up', async () => {
    suite.server().play(() => ({ delay: 2000 }));
    const client = open({ idleTimeout: 50, retry: { attempts: 2 } });
    await expect(client.json({ url: url('/x') })).rejects.toThrow(/n'a pas répondu à temps.*après 2 essais/);
    const slow = open({ totalTimeout: 50, retry: { attempts: 1 } });
    await expect(slow.json({ url: url('/x') })).rejects.toThrow(/a dépassé la durée admise/);
  });

  it('a body that stops coming is given up', async () => {
    const silent = createServer((socket) => {
      socket.on('error', () => undefined);
      socket.unref();
      socket.write('HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n{"a"');
    });
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    const { port } = silent.address() as { port: number };
    const client = open({ idleTimeout: 50, retry: { attempts: 1 } });
    await expect(client.json({ url: `http://127.0.0.1:${String(port)}/` })).rejects.toThrow(
      /n'a pas répondu à temps/,
    );
    client.close();
    silent.close();
  });

  it('a signal ends an exchange at once', async () => {
    suite.server().play(() => ({ delay: 2000 }));
    const signal = AbortSignal.timeout(30);
    const started = performance.now();
    await expect(open().json({ url: url('/x'), signal })).rejects.toThrow(/timeout/);
    expect(performance.now() - started).toBeLessThan(1000);
  });

  it('never more requests at once than the source admits', async () => {
    let running = 0;
    let most = 0;
    suite.server().play(() => {
      running += 1;
      most = Math.max(most, running);
      setTimeout(() => (running -= 1), 15);
      return { delay: 20, body: {} };
    });
    const client = open({}, 3);
    await Promise.all(Array.from({ length: 12 }, () => client.json({ url: url('/x') })));
    expect(most).toBeLessThanOrEqual(3);
    expect(suite.server().seen()).toHaveLength(12);
  });

  it('a name that leads to the loopback is refused before any connection', async () => {
    suite.server().play(() => ({ body: {} }));
    const policy = { allowHttp: true, allowPrivate: false };
    const strict = open({ policy });
    const byName = `http://localhost:${new URL(suite.server().url).port}/`;
    await expect(strict.json({ url: byName })).rejects.toThrow(UnsafeAddressError);
    await expect(strict.json({ url: url('/') })).rejects.toThrow(UnsafeAddressError);
    expect(suite.server().seen()).toEqual([]);
  });

  it('connects to the address that was resolved and checked: a name is asked once', async () => {
    suite.server().play(() => ({ body: {} }));
    let asked = 0;
    const client = open({
      resolve: (_host, done) => {
        asked += 1;
        done(null, [{ address: asked === 1 ? '127.0.0.1' : '127.0.0.2', family: 4 }]);
      },
    });
    const { port } = new URL(suite.server().url);
    await client.json({ url: `http://donnees.example.fr:${port}/` });
    expect(asked).toBe(1);
    expect(suite.server().requests[0]?.headers['host']).toBe(`donnees.example.fr:${port}`);
  });
});
