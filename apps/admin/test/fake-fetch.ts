import { createFakeApi } from '../dev/fake-api.ts';
import type { FakeRequest } from '../dev/fake-http.ts';

/** A request as the API received it. */
export interface Sent {
  method: string;
  path: string;
  body: unknown;
  headers: Record<string, string>;
}

/** Puts the fake API behind `fetch`, signed in as `session`, and keeps what was sent to it. */
export const installFakeApi = (session: string | null = 'instructeur') => {
  const api = createFakeApi();
  const sent: Sent[] = [];
  let current = session;
  /** When set, decides the answer instead of the fake API. */
  let intercept: ((request: Sent) => { status: number; body: unknown } | 'panne' | null) | null = null;

  globalThis.fetch = ((input: string, init: RequestInit = {}) => {
    const url = new URL(input, 'http://localhost');
    const request: FakeRequest = {
      method: init.method ?? 'GET',
      path: url.pathname.replace(/^\/api/, ''),
      query: url.searchParams,
      body: typeof init.body === 'string' ? JSON.parse(init.body) : null,
      session: current,
    };
    const seen = {
      method: request.method,
      path: request.path,
      body: request.body,
      headers: init.headers as Record<string, string>,
    };
    sent.push(seen);
    const forced = intercept?.(seen) ?? null;
    if (forced === 'panne') return Promise.reject(new TypeError('Failed to fetch'));
    const answer = forced ?? api.handle(request);
    if ('session' in answer && answer.session !== undefined) current = answer.session;
    return Promise.resolve({
      ok: answer.status < 400,
      status: answer.status,
      text: () => Promise.resolve(answer.body === undefined ? '' : JSON.stringify(answer.body)),
    });
  }) as unknown as typeof fetch;

  return {
    api,
    sent,
    intercept: (rule: typeof intercept) => {
      intercept = rule;
    },
    writes: () => sent.filter(({ method }) => method !== 'GET'),
  };
};
