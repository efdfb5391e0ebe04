import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Response } from 'express';
import { PROVISIONAL_PASSWORD_ALLOWED } from '../common/auth/allow-provisional-password.decorator.ts';
import type { AuthenticatedRequest } from '../common/auth/authenticated-compte.ts';
import { PUBLIC_ROUTE } from '../common/auth/public.decorator.ts';
import { ForbiddenActionError, UnauthenticatedError } from '../common/domain-errors.ts';
import { toAuthenticatedCompte } from './authenticated-compte.mapper.ts';
import { readSessionCookie, writeSessionCookie } from './session-cookie.ts';
import { SessionIssuer } from './session-issuer.ts';

/** Every route needs a session, unless it is `@Public()`; and a password of one's own, unless it says otherwise. */
@Injectable()
export class SessionGuard implements CanActivate {
  constructor(
    private readonly issuer: SessionIssuer,
    private readonly reflector: Reflector,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    if (this.#has(PUBLIC_ROUTE, context)) return true;
    const request = context.switchToHttp().getRequest<AuthenticatedRequest>();
    const token = readSessionCookie(request);
    const active = token === null ? null : await this.issuer.recognise(token);
    if (token === null || active === null) {
      throw new UnauthenticatedError('NON_CONNECTE', 'Connectez-vous pour continuer.');
    }
    if (active.extended) writeSessionCookie(request, context.switchToHttp().getResponse<Response>(), token);
    request.compte = toAuthenticatedCompte(active.compte, active.session.tokenSha256);
    if (request.compte.doitChangerMotDePasse && !this.#has(PROVISIONAL_PASSWORD_ALLOWED, context)) {
      const message = 'Choisissez votre propre mot de passe avant de continuer.';
      throw new ForbiddenActionError('MOT_DE_PASSE_A_CHANGER', message);
    }
    return true;
  }

  #has(key: string, context: ExecutionContext): boolean {
    return (
      this.reflector.getAllAndOverride<boolean | undefined>(key, [
        context.getHandler(),
        context.getClass(),
      ]) === true
    );
  }
}
