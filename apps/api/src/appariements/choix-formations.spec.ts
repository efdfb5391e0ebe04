import { describe, expect, it } from '@jest/globals';
import { choixDeFormations, departDuCompte } from './choix-formations.query.ts';
import type { FormationFilter } from './formation-filter.ts';
import type { ChampFormation } from './formation-condition.ts';

const campagneId = '00000000-0000-4000-8000-000000000001';
const test = (champ: ChampFormation) => ({
  type: 'test' as const,
  champ,
  operateur: 'vide' as const,
  valeur: null,
});

describe('the list of formations', () => {
  it.each<[string, FormationFilter, ReturnType<typeof departDuCompte>]>([
    ['a campaign', {}, 'l'],
    ['an outcome', { statut: 'apparie' }, 'l'],
    ['words', { q: 'bts' }, 's'],
    ['words and an outcome', { q: 'bts', statut: 'apparie' }, 'l'],
    ['a perimeter, of some rows', { perimetre: 'dans', ids: ['1'] }, 'x'],
    ['the axes of a report', { typeCouverture: 'BTS', academieCode: '10', perimetre: 'dans' }, 'x'],
    ['the axes of a report and its reason', { academieCode: '10', raisonCouverture: 'Couvert' }, 'l'],
    ['a reason before the concordance and after', { raisonCodes: 'A', raisonConcordance: 'B' }, 'k'],
    ['facts', { condition: { type: 'et', conditions: [test('cfd'), test('niveau')] } }, 'x'],
    ['facts and an answer', { condition: { type: 'ou', conditions: [test('cfd'), test('statut')] } }, 'l'],
    ['facts and words', { q: 'bts', condition: test('cfd') }, 'l'],
    ['figures, which may be missing', { condition: test('couverture') }, 'l'],
  ])('is counted where %s is known', (_, filter, expected) => {
    expect(departDuCompte({ campagneId, ...filter })).toBe(expected);
  });

  it.each(['l', 's', 'x', 'k'] as const)('names each of its values in its text, from %s', (depart) => {
    const values: unknown[] = [];
    const listee = { campagneId, executionId: null };
    const select = choixDeFormations(depart, listee);
    const text = typeof select === 'string' ? select : select((value) => `$${values.push(value)}`);
    expect(values).toEqual([null, campagneId]);
    for (const place of ['$1', '$2']) expect(text).toContain(place);
  });
});
