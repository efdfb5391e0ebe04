import { describe, expect, it } from '@jest/globals';
import { diplomeRow, niveauRow, referenceOf } from '../../../test/reference-rows.ts';
import { buildConcordance } from '../concordance/build-concordance.ts';
import { retrievalReport, retrievalText } from '../evaluation/retrieval-report.ts';
import { SANS_CODE, type DistinctLabel } from '../evaluation/labelled-row.ts';
import { DEFAULT_MODEL } from '../model/default-model.ts';
import { createMatcher } from '../matcher.ts';
import { trigramsOf } from './trigram-index.ts';

const RENTREE = '2020-09-01';
const concordance = buildConcordance(
  referenceOf({
    n_niveau_formation_diplome: [
      niveauRow('320', { libelleCourt: 'BTS', libelle: 'BREVET DE TECHNICIEN SUPERIEUR' }),
    ],
    n_formation_diplome: [
      diplomeRow('32031212', { libelleLong200: 'NEGOCIATION ET DIGITALISATION DE LA RELATION CLIENT (BTS)' }),
      diplomeRow('32025510', { libelleLong200: 'ELECTROTECHNIQUE (BTS)', nouveaux: ['32025599'] }),
      diplomeRow('32025599', { libelleLong200: 'METIERS DU COURANT FORT (BTS)' }),
      diplomeRow('32022137', { libelleLong200: 'CUISINE PATISSERIE (BTS)' }),
    ],
  }),
);
const matcher = createMatcher(concordance, DEFAULT_MODEL, { rentree: RENTREE });
const asked = (libelle: string) => ({
  plateforme: 'generique' as const,
  libelle,
  specialite: null,
  typeDiplome: null,
  voie: null,
  codes: SANS_CODE,
});

describe('the search for candidates', () => {
  it('says what brought a certification in', () => {
    expect(matcher.trace(asked('BTS électrotechnique'), 'CFD:32025510')).toMatchObject({
      etape: 'mots',
      perte: null,
      rang: 1,
      motsCommuns: ['electrotechnique'],
    });
    expect(matcher.trace(asked('BTS électrotechnique'), 'CFD:32025599')).toMatchObject({
      etape: 'filiation',
      rang: null,
    });
  });

  it('asks the trigrams where the words are glued together', () => {
    const glued = asked('négociationetdigitalisationdelarelationclient');
    expect(matcher.trace(glued, 'CFD:32031212')).toMatchObject({ etape: 'trigrammes', perte: null });
    expect(matcher.match(glued).candidats[0]?.cfd).toBe('32031212');
  });

  it('says at which step one was lost', () => {
    expect(matcher.trace(asked('BTS électrotechnique'), 'CFD:32022137')).toMatchObject({
      etape: null,
      perte: 'aucun mot commun',
    });
    expect(matcher.trace(asked('BTS électrotechnique'), 'CFD:99999999')).toMatchObject({
      etape: null,
      perte: 'hors nomenclature',
    });
  });

  it('sums it up: recall at k, what brings in, what is lost', () => {
    const label = (libelle: string, cfd: string): DistinctLabel => ({
      set: 'jeu',
      cle: libelle,
      formation: asked(libelle),
      type: 'BTS',
      verites: [{ cfd, lignes: 1 }],
      lignes: 1,
    });
    const labels = [label('électrotechnique', '32025510'), label('cuisine', '32025510')];
    const rapport = retrievalReport([{ labels, matcher, concordance, rentree: RENTREE }]);
    expect(rapport).toMatchObject({
      etiquettes: 2,
      parmiLesCandidats: 0.5,
      etapes: { mots: 1 },
      pertes: { 'aucun mot commun': 1 },
    });
    expect(rapport.rappel[1]).toBe(0.5);
    expect(retrievalText(rapport, 5)).toContain(
      'perdu, aucun mot commun : jeu « cuisine » [BTS] → 32025510 ELECTROTECHNIQUE',
    );
  });
});

describe('the trigrams of a text', () => {
  it('ignore blanks and signs, and come once each', () => {
    expect(trigramsOf('ab c-d')).toEqual(trigramsOf('abcd'));
    expect(trigramsOf('aaaaa')).toHaveLength(1);
    expect(trigramsOf('ab')).toEqual([]);
  });
});
