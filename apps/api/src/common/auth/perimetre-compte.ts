import type { AuthenticatedCompte } from './authenticated-compte.ts';
import { hasRole } from './role.ts';

/** What is asked of an account to know how far it reaches. */
export type CompteBorne = Pick<AuthenticatedCompte, 'role' | 'academies'>;

/** The académies an account is limited to; null for all of them. An administrator is never limited. */
export function academiesOf({ role, academies }: CompteBorne): readonly string[] | null {
  return hasRole(role, 'administrateur') ? null : academies;
}

/**
 * Whether an account reaches what concerns these académies: one of them is enough, since a decision holds for a
 * whole signature. What names no académie is for accounts without a limit.
 */
export function reaches(compte: CompteBorne, academies: readonly string[]): boolean {
  const limits = academiesOf(compte);
  return limits === null || academies.some((academie) => limits.includes(academie));
}
