import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { AuthenticatedRequest } from '../common/auth/authenticated-compte.ts';
import { hasRole, type Role } from '../common/auth/role.ts';
import { REQUIRED_ROLE } from '../common/auth/roles.decorator.ts';
import { ForbiddenActionError } from '../common/domain-errors.ts';

/** Lets through the role that `@Roles()` asks for, and those above it. Runs after the session guard. */
@Injectable()
export class RolesGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  canActivate(context: ExecutionContext): boolean {
    const targets = [context.getHandler(), context.getClass()];
    const required = this.reflector.getAllAndOverride<Role | undefined>(REQUIRED_ROLE, targets);
    if (required === undefined) return true;
    const { compte } = context.switchToHttp().getRequest<AuthenticatedRequest>();
    if (compte !== undefined && hasRole(compte.role, required)) return true;
    throw new ForbiddenActionError('ROLE_INSUFFISANT', `Cette action est réservée au rôle ${required}.`);
  }
}
