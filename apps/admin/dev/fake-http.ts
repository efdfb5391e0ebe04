// Development and tests only: what the fake API receives and answers.
export interface FakeRequest {
  method: string;
  /** Path below `/api`, such as `/revues`. */
  path: string;
  query: URLSearchParams;
  body: unknown;
  /** The session cookie's value: the identifiant signed in. */
  session: string | null;
}
export interface FakeAnswer {
  status: number;
  body?: unknown;
  /** New value of the session cookie; null erases it. */
  session?: string | null;
}

export const problem = (status: number, code: string, detail: string, more: object = {}): FakeAnswer => ({
  status,
  body: { type: 'about:blank', title: code, status, code, detail, ...more },
});
