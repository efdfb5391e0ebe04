import type { HttpRuntime } from './http-runtime.ts';

/** What makes requests known to a service: headers, obtained once and renewed when they are refused. */
export interface Session {
  /** Statuses that mean that the session is over and a new one may help. */
  readonly renewOn: readonly number[];
  headers(signal?: AbortSignal): Promise<Readonly<Record<string, string>>>;
  /** Forgets these headers, unless they were already replaced by another request. */
  forget(used: Readonly<Record<string, string>>): void;
}

/** Headers that never change, such as an API key: when they are refused, nothing can be renewed. */
export function fixedSession(headers: Readonly<Record<string, string>>): Session {
  return { renewOn: [], headers: () => Promise.resolve(headers), forget: () => undefined };
}

export interface LoginSessionOptions {
  /** Asks the service for a session and gives the headers that prove it. */
  readonly login: (signal?: AbortSignal) => Promise<Readonly<Record<string, string>>>;
  readonly runtime: HttpRuntime;
  /** Milliseconds after which the session is renewed without waiting for a refusal. */
  readonly lifetime?: number;
  readonly renewOn?: readonly number[];
}

/** A session opened by a login, once for all the requests that wait for it. */
export function loginSession({ login, runtime, lifetime, renewOn = [401] }: LoginSessionOptions): Session {
  let current: Promise<Readonly<Record<string, string>>> | null = null;
  let held: Readonly<Record<string, string>> | null = null;
  let expires = Number.POSITIVE_INFINITY;
  return {
    renewOn,
    headers: (signal) => {
      if (current !== null && runtime.now() < expires) return current;
      const opening = login(signal).then((headers) => {
        held = headers;
        return headers;
      });
      current = opening;
      expires = lifetime === undefined ? Number.POSITIVE_INFINITY : runtime.now() + lifetime;
      opening.catch(() => {
        if (current === opening) current = null;
      });
      return opening;
    },
    forget: (used) => {
      if (used === held) current = null;
    },
  };
}
