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
  it('names each of its values, and computes each that it names', () => {
    expect(paire).toBeDefined();
    if (paire !== undefined) expect(critere.evaluer(paire)).toHaveLength(critere.valeurs.length);
  });
});

describe('the expected weights', () => {
  it('are those of values that exist, each named once', () => {
    expect(expectedWeights()).toHaveLength(NOMS_DES_VALEURS.length);
    expect(new Set(NOMS_DES_VALEURS).size).toBe(NOMS_DES_VALEURS.length);
  });
});
