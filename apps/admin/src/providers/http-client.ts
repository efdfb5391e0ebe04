import { HttpError } from 'react-admin';

/** Body of an error answer (RFC 9457); `detail` is French and meant for people. */
export interface ProblemDetails {
  title?: string;
  status?: number;
  code?: string;
  detail?: string;
  errors?: { champ: string; message: string }[];
  [extension: string]: unknown;
}

const API = '/api';

const FALLBACK: Record<number, string> = {
  0: 'Le serveur ne répond pas. Vérifiez votre connexion, puis réessayez.',
  401: 'Votre session est terminée : reconnectez-vous.',
  403: 'Votre rôle ne permet pas cette action.',
  404: 'Cet élément n’existe pas ou n’existe plus.',
  409: 'Quelqu’un a modifié cet élément entre-temps.',
  413: 'Ce fichier est trop volumineux.',
  429: 'Trop de tentatives : patientez quelques instants.',
};

/** The French sentence to show for a failed answer. */
export const messageOf = (status: number, problem: ProblemDetails | null): string =>
  problem?.detail ??
  FALLBACK[status] ??
  (status >= 500
    ? 'Le serveur a rencontré une erreur. Réessayez dans un instant.'
    : `La demande a été refusée (code ${status}).`);

const readJson = async (response: Response): Promise<unknown> => {
  const text = await response.text();
  if (text === '') return null;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    // A proxy's HTML page, for instance: the status alone speaks.
    return null;
  }
};

export interface RequestOptions {
  method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Sent as JSON, except a FormData which goes as multipart. */
  body?: unknown;
  signal?: AbortSignal | undefined;
  /** Lets the browser finish the request after the page is left. */
  keepalive?: boolean;
}

/**
 * Calls the API with the session cookie and the header its CSRF guard asks of every write.
 * Throws react-admin's `HttpError`: `message` in French, `status` (0 when no answer came), `body` the problem.
 */
export const request = async <T>(path: string, options: RequestOptions = {}): Promise<T> => {
  const { method = 'GET', body, signal, keepalive = false } = options;
  const headers: Record<string, string> = { Accept: 'application/json', 'X-Requested-With': 'concordance' };
  const multipart = body instanceof FormData;
  if (body !== undefined && !multipart) headers['Content-Type'] = 'application/json';

  let response: Response;
  try {
    response = await fetch(`${API}${path}`, {
      method,
      headers,
      credentials: 'same-origin',
      ...(body === undefined ? {} : { body: multipart ? body : JSON.stringify(body) }),
      ...(signal ? { signal } : {}),
      ...(keepalive ? { keepalive } : {}),
    });
  } catch (cause) {
    if (signal?.aborted) throw cause;
    throw new HttpError(messageOf(0, null), 0, null);
  }

  const json = await readJson(response);
  if (!response.ok) {
    const problem = json as ProblemDetails | null;
    throw new HttpError(messageOf(response.status, problem), response.status, problem);
  }
  return json as T;
};

export const post = <T>(path: string, body: unknown = {}): Promise<T> =>
  request<T>(path, { method: 'POST', body });

/** A part of a path, whatever it holds. */
export const segment = (id: string): string => encodeURIComponent(id);

/** A query string, what is empty left out. */
export const search = (query: Record<string, string | number>): string => {
  const asked = Object.entries(query).filter(([, value]) => value !== '');
  return asked.length === 0
    ? ''
    : `?${new URLSearchParams(asked.map(([name, value]) => [name, String(value)])).toString()}`;
};
