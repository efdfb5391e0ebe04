import { describe, expect, it } from '@jest/globals';
import { diplomeRow, referenceOf } from '../../../test/reference-rows.ts';
import { buildConcordance } from '../concordance/build-concordance.ts';
import { createMatcher } from '../matcher.ts';
import { DEFAULT_MODEL } from '../model/default-model.ts';
import { SANS_CODE } from '../evaluation/labelled-row.ts';
import { expectedWeights } from '../training/expected-weights.ts';
import { CRITERES, NOMS_DES_VALEURS } from './criteres.ts';

const concordance = buildConcordance(
  referenceOf({ n_formation_diplome: [diplomeRow('50022139', { libelleLong200: 'CUISINE (CAP)' })] }),
);
const [paire] = createMatcher(concordance, DEFAULT_MODEL, { rentree: '2024-09-01' }).pairs({
  plateforme: 'generique',
  libelle: 'CAP cuisine',
  specialite: null,
  typeDiplome: null,
  voie: null,
  codes: SANS_CODE,
});

describe.each(CRITERES.map((critere) => [critere.nom, critere] as const))('critère %s', (_, critere) => {
  it('writes its values in the places that it names, and in no other', () => {
    if (paire === undefined) throw new Error('no pair to judge');
    const count = critere.valeurs.length;
    const around = new Float64Array(count + 2);
    critere.evaluer(paire, around, 1);
    expect([around[0], around[count + 1]]).toEqual([0, 0]);
    expect([...around].every(Number.isFinite)).toBe(true);
    const alone = new Float64Array(count);
    critere.evaluer(paire, alone, 0);
    expect(around.subarray(1, count + 1)).toEqual(alone);
  });
});

describe('the expected weights', () => {
  it('are those of values that exist, each named once', () => {
    expect(expectedWeights()).toHaveLength(NOMS_DES_VALEURS.length);
    expect(new Set(NOMS_DES_VALEURS).size).toBe(NOMS_DES_VALEURS.length);
  });
});
