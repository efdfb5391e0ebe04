import { useTranslate } from 'react-admin';
import { formatNumber } from '../affichage/formats.ts';
import {
  OPERATEURS_DU_GENRE,
  type ChampsDeCondition,
  type Condition,
  type GroupeDeConditions,
  type Operateur,
  type TestDeCondition,
} from '../contract/condition.ts';

/** What conditions are built from on a screen: its fields, and what those of a closed list can be. */
export interface Vocabulaire {
  readonly champs: ChampsDeCondition;
  readonly choix: Readonly<Record<string, readonly { id: string; name: string }[]>>;
}

/** A test that a new line starts with: nothing is asked yet. */
export const NOUVEAU_TEST: TestDeCondition = {
  type: 'test',
  champ: 'libelle',
  operateur: 'contient',
  valeur: '',
};

export const sansValeur = (operateur: Operateur): boolean => operateur === 'vide' || operateur === 'non_vide';

/** The same test on another field: its operator where the field has it, and no value of another kind. */
export const withChamp = (
  test: TestDeCondition,
  champ: string,
  champs: ChampsDeCondition,
): TestDeCondition => {
  const genre = champs[champ] ?? 'texte';
  const operateurs: readonly Operateur[] = OPERATEURS_DU_GENRE[genre];
  return withOperateur(
    { type: 'test', champ, operateur: test.operateur, valeur: '' },
    operateurs.find((operateur) => operateur === test.operateur) ?? operateurs[0] ?? 'egal',
  );
};

/** The same test by another operator, its value kept where it still fits. */
export const withOperateur = (test: TestDeCondition, operateur: Operateur): TestDeCondition => {
  const list = operateur === 'parmi';
  const { valeur } = test;
  if (sansValeur(operateur)) return { ...test, operateur, valeur: null };
  if (list) return { ...test, operateur, valeur: Array.isArray(valeur) ? valeur : [] };
  return { ...test, operateur, valeur: Array.isArray(valeur) || valeur === null ? '' : valeur };
};

/** Whether every test has what its operator wants: what can be counted and saved. */
export const isComplete = (condition: Condition): boolean => {
  if (condition.type !== 'test') {
    return condition.conditions.length > 0 && condition.conditions.every(isComplete);
  }
  const { operateur, valeur } = condition;
  if (sansValeur(operateur)) return true;
  if (typeof valeur === 'number') return Number.isFinite(valeur);
  return valeur !== null && valeur.length > 0;
};

/** A group without one of its conditions; null once it is empty. */
export const without = (groupe: GroupeDeConditions, index: number): GroupeDeConditions | null => {
  const conditions = groupe.conditions.filter((_, at) => at !== index);
  return conditions.length === 0 ? null : { ...groupe, conditions };
};

/** Says a condition in French, on one line; the values of a closed list by their names where they are given. */
export const useConditionEnMots = (choix: Vocabulaire['choix'] = {}) => {
  const translate = useTranslate();
  const say = (condition: Condition): string => {
    if (condition.type !== 'test') {
      const link = ` ${translate(`concordance.conditions.liaisons.${condition.type}`)} `;
      return `(${condition.conditions.map(say).join(link)})`;
    }
    const { champ, operateur, valeur } = condition;
    const named = (each: unknown): string =>
      choix[champ]?.find(({ id }) => id === each)?.name ??
      (typeof each === 'number' ? formatNumber(each) : String(each));
    const values = Array.isArray(valeur) ? valeur : [valeur];
    // An address that says no value is one without a value.
    const value = sansValeur(operateur) ? '' : ` « ${values.map(named).join(' ; ')} »`;
    return `${translate(`concordance.conditions.champs.${champ}`)} ${translate(
      `concordance.conditions.operateurs.${operateur}`,
    )}${value}`;
  };
  return say;
};
