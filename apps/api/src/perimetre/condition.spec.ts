import { describe, expect, it } from '@jest/globals';
import { conditionSchema, type Condition } from './condition.ts';

const test = (champ: string, operateur: string, valeur: unknown = null) => ({
  type: 'test',
  champ,
  operateur,
  valeur,
});
const nest = (depth: number): unknown =>
  depth === 0 ? test('niveau', 'egal', 5) : { type: 'et', conditions: [nest(depth - 1)] };
const messageOf = (value: unknown): string =>
  conditionSchema.safeParse(value).error?.issues[0]?.message ?? '';

describe('the grammar of complementary conditions', () => {
  it('takes groups of typed tests', () => {
    const value: Condition = {
      type: 'et',
      conditions: [
        { type: 'test', champ: 'niveau', operateur: 'superieur', valeur: 4 },
        {
          type: 'ou',
          conditions: [
            { type: 'test', champ: 'libelle', operateur: 'contient', valeur: 'tourisme' },
            { type: 'test', champ: 'academie', operateur: 'parmi', valeur: ['10', '24'] },
            { type: 'test', champ: 'rncp', operateur: 'vide', valeur: null },
          ],
        },
      ],
    };
    expect(conditionSchema.parse(value)).toEqual(value);
  });

  it.each([
    ['a field that is not in the list', test('recherche', 'egal', 'x')],
    ['an operator of another type', test('niveau', 'contient', '5')],
    ['a text where a number is wanted', test('capacite', 'superieur', '12')],
    ['a list for one text', test('libelle', 'egal', ['a'])],
    ['a value for « vide »', test('uai', 'vide', 'x')],
    ['an empty group', { type: 'ou', conditions: [] }],
    ['a NUL', test('libelle', 'egal', 'a\u0000b')],
    ['a further key', { ...test('uai', 'vide'), sql: '1=1' }],
    ['groups five deep', nest(5)],
    [
      'more than fifty tests',
      { type: 'ou', conditions: Array.from({ length: 51 }, () => test('uai', 'vide')) },
    ],
  ])('refuses %s', (_, value) => {
    expect(conditionSchema.safeParse(value).success).toBe(false);
  });

  it('says in French what was expected', () => {
    expect(messageOf({ type: 'et', conditions: [] })).toContain('un groupe a au moins une condition');
    expect(messageOf(nest(5))).toBe('pas plus de 4 niveaux de groupes');
  });
});
