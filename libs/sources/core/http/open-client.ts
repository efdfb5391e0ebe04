import { HttpClient } from './http-client.ts';
import type { HttpRuntime } from './http-runtime.ts';
import { pinnedLookup, type ResolveHost } from './pinned-lookup.ts';
import type { RetryPolicy } from './retry.ts';
import type { Rate } from './token-bucket.ts';
import { nodeTransport } from './transport.ts';
import { STRICT_POLICY, type UrlPolicy } from './url-policy.ts';

/** What differs from one installation to another, the same for every source. */
export interface HttpSettings {
  readonly runtime: HttpRuntime;
  readonly version: string;
  readonly policy?: Partial<UrlPolicy>;
  readonly retry?: Partial<RetryPolicy>;
  /** Milliseconds to be connected, without a byte, and for a whole exchange. */
  readonly connectTimeout?: number;
  readonly idleTimeout?: number;
  readonly totalTimeout?: number;
  readonly resolve?: ResolveHost;
}

const CONNECT_TIMEOUT = 10_000;
const IDLE_TIMEOUT = 90_000;

/**
 * A client of a source over the network. Unless the settings say otherwise only https, public addresses and
 * redirections within the host are admitted: right for a URL that an operator gives.
 */
export function openHttpClient(source: string, rate: Rate, settings: HttpSettings): HttpClient {
  const policy = { ...STRICT_POLICY, ...settings.policy };
  const transport = nodeTransport({
    lookup: pinnedLookup(policy, source, settings.resolve),
    connectTimeout: settings.connectTimeout ?? CONNECT_TIMEOUT,
    idleTimeout: settings.idleTimeout ?? IDLE_TIMEOUT,
    maxSockets: rate.concurrency,
  });
  const { runtime, version, retry, totalTimeout } = settings;
  return new HttpClient({ source, transport, runtime, policy, rate, version, retry, totalTimeout });
}
