import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import { ForbiddenActionError } from '../domain-errors.ts';

const READS: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * A write must come from our own pages. Another site cannot add `X-Requested-With` without a preflight that we
 * never grant; and when the browser says where the request comes from, it must be here. Applies to public routes
 * too: signing someone in by force is an attack as well.
 */
@Injectable()
export class CsrfGuard implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<Request>();
    if (READS.has(request.method)) return true;
    if (request.get('x-requested-with') !== 'concordance' || !isSameOrigin(request)) {
      throw new ForbiddenActionError(
        'REQUETE_NON_VERIFIEE',
        "Cette écriture ne vient pas de l'interface de Concordance : elle est refusée.",
      );
    }
    return true;
  }
}

function isSameOrigin(request: Request): boolean {
  const origin = request.get('origin');
  if (origin === undefined) return true;
  // `req.host` follows X-Forwarded-Host when the proxy is trusted, and keeps the port. Hosts only: behind a proxy
  // that ends TLS without saying so, the scheme seen here is not the browser's.
  return URL.canParse(origin) && new URL(origin).host === request.host;
}
