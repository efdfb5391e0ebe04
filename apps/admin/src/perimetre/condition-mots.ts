import { useTranslate } from 'react-admin';
import {
  CHAMPS,
  OPERATEURS_DU_GENRE,
  type Condition,
  type GroupeDeConditions,
  type Operateur,
  type TestDeCondition,
} from '../contract/perimetre.ts';

/** A test that a new line starts with: nothing is asked yet. */
export const NOUVEAU_TEST: TestDeCondition = {
  type: 'test',
  champ: 'libelle',
  operateur: 'contient',
  valeur: '',
};

export const sansValeur = (operateur: Operateur): boolean => operateur === 'vide' || operateur === 'non_vide';

/** The same test on another field: its operator where the field has it, and no value of another kind. */
export const withChamp = (test: TestDeCondition, champ: string): TestDeCondition => {
  const genre = CHAMPS[champ] ?? 'texte';
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

/** Says a condition in French, on one line. */
export const useConditionEnMots = () => {
  const translate = useTranslate();
  const say = (condition: Condition): string => {
    if (condition.type !== 'test') {
      const link = ` ${translate(`concordance.perimetre.liaisons.${condition.type}`)} `;
      return `(${condition.conditions.map(say).join(link)})`;
    }
    const { champ, operateur, valeur } = condition;
    const value =
      valeur === null ? '' : ` « ${Array.isArray(valeur) ? valeur.join(' ; ') : String(valeur)} »`;
    return `${translate(`concordance.perimetre.champs.${champ}`)} ${translate(
      `concordance.perimetre.operateurs.${operateur}`,
    )}${value}`;
  };
  return say;
};
