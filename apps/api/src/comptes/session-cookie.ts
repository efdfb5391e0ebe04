import type { Request, Response } from 'express';
import { SESSION_DURATION_MS } from './session-issuer.ts';

export const SESSION_COOKIE = 'concordance_session';

/** The token that the browser sent, or null. */
export function readSessionCookie(request: Request): string | null {
  for (const pair of (request.get('cookie') ?? '').split(';')) {
    const separator = pair.indexOf('=');
    if (pair.slice(0, separator).trim() === SESSION_COOKIE) return pair.slice(separator + 1).trim();
  }
  return null;
}

/** Out of reach of scripts and of other sites; over TLS only, once the request itself came by TLS. */
export function writeSessionCookie(request: Request, response: Response, token: string): void {
  response.cookie(SESSION_COOKIE, token, { ...options(request), maxAge: SESSION_DURATION_MS });
}

export function clearSessionCookie(request: Request, response: Response): void {
  response.clearCookie(SESSION_COOKIE, options(request));
}

function options(request: Request) {
  return { httpOnly: true, sameSite: 'strict', path: '/', secure: request.secure } as const;
}
