import { describe, expect, it } from '@jest/globals';
import { diplomeRow, niveauRow, referenceOf } from '../../../test/reference-rows.ts';
import { buildConcordance } from '../concordance/build-concordance.ts';
import { createMatcher } from '../matcher.ts';
import { DEFAULT_MODEL } from '../model/default-model.ts';
import { contradictsLabel } from './contradicts-label.ts';
import { SANS_CODE } from './labelled-row.ts';

const named = (cfd: string, libelleLong200: string, dateFermeture: string | null = null) =>
  diplomeRow(cfd, { libelleLong200, dateOuverture: '2015-09-01', dateFermeture });
const matcher = createMatcher(
  buildConcordance(
    referenceOf({
      n_formation_diplome: [
        named('32025010', 'MAINTENANCE DES SYSTEMES OPTION A PRODUCTION (BTS)'),
        named('32025011', 'MAINTENANCE DES SYSTEMES OPTION B ENERGIES (BTS)'),
        named('32022001', 'METIERS DE LA BOULANGERIE (BTS)'),
        named('32022002', 'METIERS DE LA CHAUDRONNERIE (BTS)'),
        named('32031001', 'COMMERCE INTERNATIONAL (BTS)', '2018-08-31'),
      ],
      n_niveau_formation_diplome: [niveauRow('320', { libelle: 'BREVET DE TECHNICIEN SUPERIEUR' })],
    }),
  ),
  DEFAULT_MODEL,
  { rentree: '2024-09-01' },
);

function contradicts(libelle: string, truth: string): boolean {
  const pairs = matcher.pairs({
    plateforme: 'apprentissage',
    libelle,
    specialite: null,
    typeDiplome: null,
    voie: null,
    codes: SANS_CODE,
  });
  return contradictsLabel(pairs, ({ cfd }) => cfd === truth);
}

describe('a truth that contradicts its label', () => {
  it('is that of a sibling whose option the label names in full', () => {
    expect(contradicts('BTS maintenance des systèmes option énergies', '32025010')).toBe(true);
    expect(contradicts('BTS maintenance des systèmes option énergies', '32025011')).toBe(false);
  });

  it('is not an option that the label leaves unsaid, nor one that it names by its letter', () => {
    expect(contradicts('BTS maintenance des systèmes', '32025010')).toBe(false);
    expect(contradicts('BTS maintenance des systèmes option B', '32025011')).toBe(false);
  });

  it('is that of another diploma which the label hardly names, where one of the family is named outright', () => {
    expect(contradicts('BTS métiers de la boulangerie', '32025010')).toBe(true);
    expect(contradicts('BTS métiers de la boulangerie', '32022001')).toBe(false);
  });

  it('is not proved by a diploma that is closed at the rentrée', () => {
    expect(contradicts('BTS commerce international', '32022001')).toBe(false);
  });
});
