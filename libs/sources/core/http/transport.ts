import { Agent as HttpAgent, request as httpRequest, type IncomingMessage } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';
import type { LookupFunction } from 'node:net';

/** One HTTP exchange, without redirections, retries or decoding. */
export interface TransportRequest {
  readonly method: string;
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
  readonly signal: AbortSignal;
}

export interface TransportResponse {
  readonly status: number;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: AsyncIterable<Buffer>;
  /** Leaves the body unread. */
  discard(): void;
}

export interface Transport {
  send(request: TransportRequest): Promise<TransportResponse>;
  /** Closes the connections that are kept open. */
  close(): void;
}

/** A service that took too long; which of the limits it passed is said in French where the error is shown. */
export class TransportTimeout extends Error {
  constructor(readonly phase: 'connexion' | 'silence' | 'total') {
    super(`timed out: ${phase}`);
    this.name = 'TransportTimeout';
  }
}

export interface NodeTransportOptions {
  readonly lookup: LookupFunction;
  /** Milliseconds to be connected, TLS included. */
  readonly connectTimeout: number;
  /** Milliseconds without a byte, before the answer or inside it. */
  readonly idleTimeout: number;
  readonly maxSockets: number;
}

/**
 * Transport over node:http and node:https. Not over the global fetch: its resolver cannot be replaced without a
 * package of its own, so an address could not be pinned between its check and its use, and it hides how many
 * bytes travelled, so neither a decompression bomb nor a body shorter than announced could be told.
 */
export function nodeTransport(options: NodeTransportOptions): Transport {
  const settings = { keepAlive: true, maxSockets: options.maxSockets };
  const agents = { http: new HttpAgent(settings), https: new HttpsAgent(settings) };
  return {
    send: (request) => send(request, agents, options),
    close: () => {
      agents.http.destroy();
      agents.https.destroy();
    },
  };
}

function send(
  { method, url, headers, body, signal }: TransportRequest,
  agents: { http: HttpAgent; https: HttpsAgent },
  { lookup, connectTimeout, idleTimeout }: NodeTransportOptions,
): Promise<TransportResponse> {
  return new Promise((resolve, reject) => {
    const secure = url.protocol === 'https:';
    const init = { method, headers, lookup, signal, timeout: idleTimeout };
    const request = secure
      ? httpsRequest(url, { ...init, agent: agents.https })
      : httpRequest(url, { ...init, agent: agents.http });
    const connecting = setTimeout(() => {
      request.destroy(new TransportTimeout('connexion'));
    }, connectTimeout);
    const connected = (): void => clearTimeout(connecting);
    request.on('socket', (socket) => {
      if (!socket.connecting) connected();
      else socket.once(secure ? 'secureConnect' : 'connect', connected);
    });
    let answer: IncomingMessage | null = null;
    request.on('timeout', () => {
      const error = new TransportTimeout('silence');
      answer?.destroy(error);
      request.destroy(error);
    });
    request.on('close', connected);
    request.on('error', reject);
    request.on('response', (response) => {
      answer = response;
      resolve({
        status: response.statusCode ?? 0,
        headers: response.headers,
        body: response,
        discard: () => {
          // A small rest is cheaper to read than a connection to open; a long one is cut by its own socket.
          response.on('error', () => undefined);
          response.destroy();
        },
      });
    });
    request.end(body);
  });
}
