import type { Condition as ConditionDeListe } from '../database/list-page.ts';
import { colonnesDesFaits, conditionSql, type ColonnesDeChamp } from '../perimetre/condition.query.ts';
import type { ChampFormation, ConditionFormation } from './formation-condition.ts';

const asIs = (asked: string): string => asked;

/** Where each field is read in the select of the list of formations. */
const COLONNES: ColonnesDeChamp<ChampFormation> = {
  ...colonnesDesFaits(''),
  statut: { genre: 'choix', sql: 'statut', valeur: asIs },
  decision: { genre: 'choix', sql: 'decision', valeur: asIs },
  confiance: { genre: 'nombre', sql: 'confiance', valeur: asIs },
  motifs: { genre: 'liste', sql: 'motifs', valeur: asIs },
  // Codes are written in capitals and without accents.
  certification: { genre: 'texte', sql: '"codeCertification"', valeur: (asked) => asked.toUpperCase() },
  perimetre: { genre: 'choix', sql: 'perimetre', valeur: asIs },
  couverture: { genre: 'choix', sql: '"raisonCouverture"', valeur: asIs },
};

/** The condition as one of a list's own; undefined filters nothing. */
export function conditionDeFormation(condition: ConditionFormation | undefined): ConditionDeListe[] {
  if (condition === undefined) return [];
  return [(add) => conditionSql(condition, COLONNES, { add })];
}
