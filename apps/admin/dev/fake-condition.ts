// Development and tests only: a condition evaluated on generated rows, accents and case aside.
import type { Condition } from '../src/contract/condition.ts';

const fold = (value: unknown): string =>
  (typeof value === 'string' ? value : JSON.stringify(value ?? ''))
    .replace(/^""$/, '')
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase();

/** What a field of a condition is called in a row of the list. */
const NOMS: Readonly<Record<string, string>> = {
  certification: 'codeCertification',
  couverture: 'raisonCouverture',
};

export const fakeHolds = (condition: Condition, row: Readonly<Record<string, unknown>>): boolean => {
  if (condition.type !== 'test') {
    const held = (each: Condition): boolean => fakeHolds(each, row);
    return condition.type === 'et' ? condition.conditions.every(held) : condition.conditions.some(held);
  }
  const { champ, operateur, valeur } = condition;
  const fact = row[NOMS[champ] ?? champ];
  const found = Array.isArray(fact) ? fact.map(fold) : [fold(fact)];
  const asked = fold(valeur);
  const text = found.join(' ');
  switch (operateur) {
    case 'vide':
      return text === '';
    case 'non_vide':
      return text !== '';
    case 'parmi':
      return Array.isArray(valeur) && valeur.some((each) => found.includes(fold(each)));
    case 'egal':
      return found.includes(asked);
    case 'different':
      return !found.includes(asked);
    case 'contient':
      return text.includes(asked);
    case 'ne_contient_pas':
      return !text.includes(asked);
    case 'commence_par':
      return text.startsWith(asked);
    case 'inferieur':
      return typeof fact === 'number' && fact < Number(valeur);
    case 'inferieur_ou_egal':
      return typeof fact === 'number' && fact <= Number(valeur);
    case 'superieur':
      return typeof fact === 'number' && fact > Number(valeur);
    case 'superieur_ou_egal':
      return typeof fact === 'number' && fact >= Number(valeur);
  }
};
