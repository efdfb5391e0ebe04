import type { RegleEdit } from '../contract/perimetre.ts';
import { isComplete } from '../conditions/condition-mots.ts';

/** What the API takes of a rule's form: nothing of the record that an editor does not say. */
export const regleEditOf = (form: Partial<RegleEdit>): RegleEdit => ({
  nom: form.nom ?? '',
  plateforme: form.plateforme || null,
  typeDiplome: form.typeDiplome || null,
  filiere: form.filiere || null,
  niveau: form.niveau || null,
  conditionIntegration: form.conditionIntegration ?? 'peut_integrer',
  condition: form.condition ?? null,
  nomCondition: form.nomCondition || null,
  priorite: form.priorite ?? 0,
});

/** Whether the form says enough to be counted. */
export const canBeCounted = ({ condition }: Partial<RegleEdit>): boolean =>
  !condition || isComplete(condition);
