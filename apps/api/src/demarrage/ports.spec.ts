import { createServer, type Server } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { assertPortFree, findFreePort } from './ports.ts';

describe('ports', () => {
  let server: Server | undefined;
  afterEach(() => {
    server?.close();
  });

  function occupy(): Promise<number> {
    return new Promise((resolve) => {
      server = createServer().listen(0, '127.0.0.1', () => {
        const address = server?.address();
        resolve(typeof address === 'object' && address !== null ? address.port : 0);
      });
    });
  }

  it('says in one sentence that a port is taken, and what to type', async () => {
    const port = await occupy();
    await expect(assertPortFree(port, '127.0.0.1')).rejects.toMatchObject({
      code: 'PORT_OCCUPE',
      message: expect.stringContaining(`PORT=${String(port + 1)} npm start`),
    });
  });

  it('keeps the preferred port while it is free, else finds another', async () => {
    const taken = await occupy();
    const other = await findFreePort(taken);
    expect(other).not.toBe(taken);
    expect(await findFreePort(other)).toBe(other);
    await expect(assertPortFree(other)).resolves.toBeUndefined();
  });
});
