import { CHAMPS, type Condition, type TestDeCondition } from './condition.ts';
import { fold, type FaitsFormation } from './faits.ts';
import {
  perimetreOf,
  type ConditionIntegration,
  type Perimetre,
  type RegleAEvaluer,
} from './regle-perimetre.ts';

/** What the rules say of one formation. */
export interface VerdictPerimetre {
  readonly perimetre: Perimetre;
  /** The rule that decided; null for `sans_regle`. */
  readonly regleId: string | null;
  readonly conditionIntegration: ConditionIntegration | null;
  /** True where the académie's own word replaced the national one. */
  readonly derogation: boolean;
}

/** Whether a rule touches a formation: its criteria and its complementary condition. */
export function touches(regle: RegleAEvaluer, faits: FaitsFormation): boolean {
  const type = fold(regle.typeDiplome);
  return (
    (regle.plateforme === null || regle.plateforme === faits.plateforme) &&
    (regle.typeDiplome === null || type === faits.typeDiplome || type === faits.famille) &&
    (regle.filiere === null || regle.filiere === faits.voie) &&
    (regle.niveau === null || regle.niveau === faits.niveau) &&
    (regle.condition === null || holds(regle.condition, faits))
  );
}

/** The first rule, of those ranked by `rankRegles`, that touches the formation; its académie may depart from it. */
export function evaluate(ranked: readonly RegleAEvaluer[], faits: FaitsFormation): VerdictPerimetre {
  const regle = ranked.find((candidate) => touches(candidate, faits));
  if (regle === undefined) {
    return { perimetre: 'sans_regle', regleId: null, conditionIntegration: null, derogation: false };
  }
  const own = faits.academie === '' ? undefined : regle.derogations[faits.academie];
  const conditionIntegration = own ?? regle.conditionIntegration;
  return {
    perimetre: perimetreOf(conditionIntegration),
    regleId: regle.id,
    conditionIntegration,
    derogation: own !== undefined,
  };
}

/** Whether a condition holds for a formation. */
export function holds(condition: Condition, faits: FaitsFormation): boolean {
  switch (condition.type) {
    case 'et':
      return condition.conditions.every((inner) => holds(inner, faits));
    case 'ou':
      return condition.conditions.some((inner) => holds(inner, faits));
    case 'test':
      return testHolds(condition, faits);
  }
}

function testHolds({ champ, operateur, valeur }: TestDeCondition, faits: FaitsFormation): boolean {
  const fact = faits[champ];
  if (Array.isArray(fact)) {
    if (operateur === 'vide') return fact.length === 0;
    if (operateur === 'non_vide') return fact.length > 0;
    return fact.includes(asText(valeur)) === (operateur === 'contient');
  }
  if (CHAMPS[champ] === 'nombre') return numberHolds(fact as number | null, operateur, Number(valeur));
  return textHolds(fact as string, operateur, valeur);
}

function numberHolds(fact: number | null, operateur: TestDeCondition['operateur'], wanted: number): boolean {
  if (operateur === 'vide') return fact === null;
  if (operateur === 'different') return fact !== wanted;
  if (fact === null) return false;
  switch (operateur) {
    case 'egal':
      return fact === wanted;
    case 'inferieur':
      return fact < wanted;
    case 'inferieur_ou_egal':
      return fact <= wanted;
    case 'superieur':
      return fact > wanted;
    case 'superieur_ou_egal':
      return fact >= wanted;
    default:
      return operateur === 'non_vide';
  }
}

function textHolds(
  fact: string,
  operateur: TestDeCondition['operateur'],
  valeur: TestDeCondition['valeur'],
): boolean {
  switch (operateur) {
    case 'vide':
      return fact === '';
    case 'non_vide':
      return fact !== '';
    case 'parmi':
      return Array.isArray(valeur) && valeur.map(fold).includes(fact);
    case 'egal':
      return fact === asText(valeur);
    case 'different':
      return fact !== asText(valeur);
    case 'contient':
      return fact.includes(asText(valeur));
    case 'ne_contient_pas':
      return !fact.includes(asText(valeur));
    case 'commence_par':
      return fact.startsWith(asText(valeur));
    default:
      return false;
  }
}

const asText = (valeur: TestDeCondition['valeur']): string => fold(String(valeur));
