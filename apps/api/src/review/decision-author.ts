import type { AuthenticatedCompte } from '../common/auth/authenticated-compte.ts';
import { reaches } from '../common/auth/perimetre-compte.ts';
import { hasRole } from '../common/auth/role.ts';
import { ForbiddenActionError, RuleViolationError } from '../common/domain-errors.ts';
import type { RevueRecord } from './revue.repository.ts';

/** Who reads or decides: what rights are checked against. */
export type Auteur = Pick<AuthenticatedCompte, 'compteId' | 'nom' | 'role' | 'academies'>;

/** @throws ForbiddenActionError HORS_ACADEMIE when no formation of the item is in the account's académies */
export function checkReaches(
  auteur: Pick<Auteur, 'role' | 'academies'>,
  { academies }: Pick<RevueRecord, 'academies'>,
): void {
  if (reaches(auteur, academies)) return;
  throw new ForbiddenActionError(
    'HORS_ACADEMIE',
    `aucune formation de ce dossier n'est dans vos académies (${(auteur.academies ?? []).join(', ')})`,
  );
}

/**
 * Refuses who may not decide this item.
 * @throws ForbiddenActionError HORS_ACADEMIE, ADJUDICATION_RESERVEE
 * @throws RuleViolationError REVUE_OBSOLETE: the machine settles it by itself now, a decision would show nowhere
 */
export function checkMayDecide(auteur: Auteur, revue: Pick<RevueRecord, 'statut' | 'academies'>): void {
  checkReaches(auteur, revue);
  if (revue.statut === 'adjudication' && !hasRole(auteur.role, 'adjudicateur')) {
    throw new ForbiddenActionError(
      'ADJUDICATION_RESERVEE',
      'deux lectures sont en désaccord sur ce dossier : un adjudicateur doit trancher',
    );
  }
  if (revue.statut === 'obsolete') {
    throw new RuleViolationError(
      'REVUE_OBSOLETE',
      "ce dossier n'est plus à relire : l'appariement s'en charge",
    );
  }
}
