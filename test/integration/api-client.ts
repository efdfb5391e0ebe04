import { PASSWORD } from '../back-office.ts';

/** An answer, read whole. */
export interface ApiAnswer {
  readonly status: number;
  readonly headers: Headers;
  // The tests read the members they expect; a wrong shape fails there.
  readonly body: ReturnType<typeof JSON.parse>;
}

/** A browser of the API: keeps its cookie, sends the anti-CSRF header. */
export class ApiClient {
  cookie: string | null = null;

  constructor(private readonly baseUrl: string) {}

  get(path: string): Promise<ApiAnswer> {
    return this.request('GET', path);
  }

  post(path: string, body: unknown = {}): Promise<ApiAnswer> {
    return this.request('POST', path, body);
  }

  put(path: string, body: unknown): Promise<ApiAnswer> {
    return this.request('PUT', path, body);
  }

  delete(path: string): Promise<ApiAnswer> {
    return this.request('DELETE', path);
  }

  signIn(identifiant: string, motDePasse: string): Promise<ApiAnswer> {
    return this.post('/api/session', { identifiant, motDePasse });
  }

  /** Signs in with a password that was handed over, and changes it for one of the person's own. */
  async signInFirst(identifiant: string, provisoire: string, nouveau = PASSWORD): Promise<void> {
    await this.signIn(identifiant, provisoire);
    const { status } = await this.put('/api/session/mot-de-passe', { ancien: provisoire, nouveau });
    if (status >= 300) throw new Error(`${identifiant} has not signed in: ${status}`);
  }

  async request(
    method: string,
    path: string,
    body?: unknown,
    headers: Readonly<Record<string, string>> = { 'X-Requested-With': 'concordance' },
  ): Promise<ApiAnswer> {
    const response = await fetch(this.baseUrl + path, {
      method,
      headers: {
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...(this.cookie === null ? {} : { Cookie: this.cookie }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const set = response.headers.getSetCookie().find((cookie) => cookie.startsWith('concordance_session='));
    if (set !== undefined) this.cookie = set.split(';')[0] ?? null;
    const text = await response.text();
    return {
      status: response.status,
      headers: response.headers,
      body: text === '' ? null : JSON.parse(text),
    };
  }
}
