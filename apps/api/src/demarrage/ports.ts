import { createServer } from 'node:net';
import { DemarrageError, systemErrorCode } from './demarrage-error.ts';

/**
 * Refuses with one sentence a port that cannot be listened on; port 0 (any) always passes.
 * @param host address to listen on; all of them when absent.
 */
export async function assertPortFree(port: number, host?: string): Promise<void> {
  const problem = await tryListen(port, host);
  if (problem.code === null) return;
  if (problem.code === 'EADDRINUSE') {
    throw new DemarrageError(
      'PORT_OCCUPE',
      `Le port ${String(port)} est déjà pris par un autre programme : arrêtez-le, ou choisissez un autre port, par exemple PORT=${String(port + 1)} npm start.`,
    );
  }
  throw new DemarrageError(
    'PORT_INTERDIT',
    `Impossible d'écouter sur le port ${String(port)} (${problem.code}) : choisissez-en un autre, par exemple PORT=3000 npm start.`,
  );
}

/** A free port of 127.0.0.1: `preferred` when it is still free, else one the system picks. */
export async function findFreePort(preferred?: number): Promise<number> {
  if (preferred !== undefined && preferred > 0) {
    const { code } = await tryListen(preferred, '127.0.0.1');
    if (code === null) return preferred;
  }
  const { port } = await tryListen(0, '127.0.0.1');
  return port;
}

function tryListen(port: number, host: string | undefined): Promise<{ code: string | null; port: number }> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', (error) => {
      resolve({ code: systemErrorCode(error) ?? 'inconnu', port });
    });
    server.listen({ port, ...(host === undefined ? {} : { host }), exclusive: true }, () => {
      const address = server.address();
      const found = typeof address === 'object' && address !== null ? address.port : port;
      server.close(() => {
        resolve({ code: null, port: found });
      });
    });
  });
}
