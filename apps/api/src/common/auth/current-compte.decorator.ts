import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { AuthenticatedCompte, AuthenticatedRequest } from './authenticated-compte.ts';

/** The signed-in account, as a handler's parameter. Only on routes that are not `@Public()`. */
export const CurrentCompte = createParamDecorator(
  (_data: unknown, context: ExecutionContext): AuthenticatedCompte => {
    const { compte } = context.switchToHttp().getRequest<AuthenticatedRequest>();
    if (compte === undefined)
      throw new Error('@CurrentCompte() on a route that the session guard does not protect');
    return compte;
  },
);
