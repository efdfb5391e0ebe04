import { CHAMPS, conditionSchemaOf, type Condition } from '../perimetre/condition.ts';

/** What a condition on the list of formations can test: the facts of the catalogue, as rules do, and the answer kept. */
export const CHAMPS_FORMATION = {
  ...CHAMPS,
  statut: 'choix',
  decision: 'choix',
  confiance: 'nombre',
  motifs: 'liste',
  certification: 'texte',
  perimetre: 'choix',
  couverture: 'choix',
} as const;
export type ChampFormation = keyof typeof CHAMPS_FORMATION;
export type ConditionFormation = Condition<ChampFormation>;

export const conditionFormationSchema = conditionSchemaOf(CHAMPS_FORMATION);

/** The fields that a condition tests, one as many times as it is tested. */
export function champsDe(condition: ConditionFormation): ChampFormation[] {
  return condition.type === 'test' ? [condition.champ] : condition.conditions.flatMap(champsDe);
}
