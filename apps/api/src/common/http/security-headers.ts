import type { NextFunction, Request, Response } from 'express';

/**
 * Everything comes from our own origin. `unsafe-inline` for styles only: emotion (the styling engine of the back
 * office) writes style elements at run time, and a file served statically cannot carry a nonce.
 */
const CONTENT_SECURITY_POLICY = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "object-src 'none'",
  "base-uri 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

const HEADERS: Readonly<Record<string, string>> = {
  'Content-Security-Policy': CONTENT_SECURITY_POLICY,
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=()',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
};

const ONE_YEAR_SECONDS = 31_536_000;

/** Middleware: the headers that every answer carries, the back office's files included. */
export function securityHeaders(request: Request, response: Response, next: NextFunction): void {
  for (const [name, value] of Object.entries(HEADERS)) response.setHeader(name, value);
  if (request.secure) response.setHeader('Strict-Transport-Security', `max-age=${ONE_YEAR_SECONDS}`);
  // Answers hold accounts and decisions: no shared cache, nothing left after sign-out.
  if (request.path.startsWith('/api/')) response.setHeader('Cache-Control', 'no-store');
  next();
}
