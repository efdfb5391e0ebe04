import { describe, expect, it } from '@jest/globals';
import { diplomeRow, niveauRow, referenceOf } from '../../../test/reference-rows.ts';
import { buildConcordance } from '../concordance/build-concordance.ts';
import type { Formation, GivenCodes } from '../formation.ts';
import { createMatcher } from '../matcher.ts';
import type { MatchResult } from '../match-result.ts';
import { DEFAULT_MODEL } from '../model/default-model.ts';

const bts = (cfd: string, libelle: string, fields = {}) =>
  diplomeRow(cfd, { libelleLong200: `${libelle} (BTS)`, dateOuverture: '2015-09-01', ...fields });

const concordance = buildConcordance(
  referenceOf({
    n_formation_diplome: [
      // A diploma split in two: nothing in its code says which half a formation prepares.
      bts('32023001', 'CONSTRUCTION NAVALE', {
        dateFermeture: '2023-08-31',
        nouveaux: ['32023002', '32023003'],
      }),
      bts('32023002', 'CHANTIERS NAVALS', { dateOuverture: '2022-09-01', anciens: ['32023001'] }),
      bts('32023003', 'BUREAU D’ETUDES NAVAL', { dateOuverture: '2022-09-01', anciens: ['32023001'] }),
      // A diploma renovated under another name: code and label may be of different vintages.
      bts('32031001', 'COMMERCE DE GROS', { dateFermeture: '2023-08-31', nouveaux: ['32031002'] }),
      bts('32031002', 'NEGOCE INTERENTREPRISES', { dateOuverture: '2022-09-01', anciens: ['32031001'] }),
      bts('32022001', 'METIERS DE LA BOULANGERIE'),
    ],
    n_niveau_formation_diplome: [niveauRow('320', { libelle: 'BREVET DE TECHNICIEN SUPERIEUR' })],
  }),
);
const matcher = createMatcher(concordance, DEFAULT_MODEL, { rentree: '2024-09-01' });

function match(libelle: string, codes: Partial<GivenCodes>): MatchResult {
  const formation: Formation = {
    plateforme: 'parcoursup',
    libelle,
    specialite: null,
    typeDiplome: null,
    voie: null,
    codes: { cfd: null, mef: null, mefstat11: null, sise: null, rncp: [], ideo: [], cleMe: null, ...codes },
  };
  return matcher.match(formation);
}

describe('decide', () => {
  it('never lets a code whose diploma was split choose between the halves', () => {
    const result = match('BTS - Production - Construction navale', { cfd: '32023001' });
    expect(result.statut).toBe('a_verifier');
    expect(result.motifs).not.toContain('CODE_EXACT');
    expect(result.candidats.map(({ cfd }) => cfd)).toEqual(expect.arrayContaining(['32023002', '32023003']));
  });

  it('takes the successor when code and label name the same old diploma', () => {
    const result = match('BTS - Services - Commerce de gros', { cfd: '32031001' });
    expect(result).toMatchObject({ statut: 'apparie', cfd: '32031002' });
    expect(result.motifs).toEqual(expect.arrayContaining(['CODE_EXACT', 'CODE_PERIME']));
  });

  it('says first what the codes say, with their weight in the confidence', () => {
    const [first] = match('BTS - Métiers de la boulangerie', { cfd: '32022001' }).explication;
    expect(first).toMatchObject({ critere: 'code', detail: '+ CFD 32022001 : désigne cette certification' });
    const contrary = match('BTS - Métiers de la boulangerie', { cfd: '32031002' });
    expect(contrary.motifs).toContain('CODE_LIBELLE_CONTRADICTOIRES');
    expect(contrary.explication[0]).toMatchObject({ critere: 'code contraire' });
    expect(contrary.explication[0]?.contribution).toBeLessThanOrEqual(0);
    const unknown = match('BTS - Métiers de la boulangerie', { rncp: ['RNCP99999'] });
    expect(unknown.explication[0]?.detail).toBe('− RNCP99999 : inconnu des référentiels');
    expect(unknown.motifs).toContain('CODE_INCONNU');
  });

  it('never shows a candidate as surer than the one before it, nor more than six lines', () => {
    for (const codes of [{}, { cfd: '32023001' }, { cfd: '32031002', rncp: ['RNCP1', 'RNCP2'] }]) {
      const { candidats, explication } = match('BTS - Construction navale et négoce', codes);
      const confiances = candidats.map(({ confiance }) => confiance);
      expect(confiances).toEqual([...confiances].sort((a, b) => b - a));
      expect(explication.length).toBeLessThanOrEqual(6);
    }
  });
});
