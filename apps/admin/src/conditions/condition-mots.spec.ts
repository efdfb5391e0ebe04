import { describe, expect, it } from '@jest/globals';
import { CHAMPS, type TestDeCondition } from '../contract/condition.ts';
import { isComplete, NOUVEAU_TEST, withChamp, withOperateur, without } from './condition-mots.ts';

const test = (said: Partial<TestDeCondition>): TestDeCondition => ({ ...NOUVEAU_TEST, ...said });

describe('a condition being built', () => {
  it('keeps of the value what the new comparison can take', () => {
    expect(withOperateur(test({ valeur: 'bac' }), 'commence_par').valeur).toBe('bac');
    expect(withOperateur(test({ valeur: 'bac' }), 'parmi').valeur).toEqual([]);
    expect(withOperateur(test({ operateur: 'parmi', valeur: ['a'] }), 'egal').valeur).toBe('');
    expect(withOperateur(test({ valeur: 'bac' }), 'vide').valeur).toBeNull();
  });

  it('takes a comparison that the new field has', () => {
    expect(withChamp(test({ operateur: 'contient' }), 'capacite', CHAMPS)).toMatchObject({
      operateur: 'egal',
      valeur: '',
    });
    expect(withChamp(test({ operateur: 'vide', valeur: null }), 'uai', CHAMPS)).toMatchObject({
      operateur: 'vide',
      valeur: null,
    });
  });

  it('is complete when each test has its value', () => {
    expect(isComplete(test({ valeur: '' }))).toBe(false);
    expect(isComplete(test({ operateur: 'parmi', valeur: [] }))).toBe(false);
    expect(isComplete(test({ champ: 'capacite', operateur: 'egal', valeur: 0 }))).toBe(true);
    expect(
      isComplete({
        type: 'et',
        conditions: [test({ valeur: 'a' }), test({ operateur: 'vide', valeur: null })],
      }),
    ).toBe(true);
    expect(isComplete({ type: 'ou', conditions: [] })).toBe(false);
  });

  it('goes with its last test', () => {
    const groupe = { type: 'et' as const, conditions: [test({ valeur: 'a' }), test({ valeur: 'b' })] };
    expect(without(groupe, 0)).toEqual({ type: 'et', conditions: [test({ valeur: 'b' })] });
    expect(without({ ...groupe, conditions: [test({})] }, 0)).toBeNull();
  });
});
