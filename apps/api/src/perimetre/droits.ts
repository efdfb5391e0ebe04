import { parseAcademie } from '#matching';
import type { AuthenticatedCompte } from '../common/auth/authenticated-compte.ts';
import { ForbiddenActionError } from '../common/domain-errors.ts';
import { hasRole } from '../common/auth/role.ts';

/**
 * Who may depart from a national rule: an administrator for any académie, and whoever works for that académie for
 * its own.
 * @throws ForbiddenActionError otherwise.
 */
export function requireDerogationRights(compte: AuthenticatedCompte, academie: string): void {
  if (hasRole(compte.role, 'administrateur')) return;
  if (compte.academies?.some((own) => parseAcademie(own) === academie) === true) return;
  throw new ForbiddenActionError(
    'DEROGATION_RESERVEE',
    `seul un administrateur, ou un compte borné à l'académie ${academie}, peut y déroger à une règle`,
  );
}
