import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { diplomeRow, mefRow, niveauRow, referenceOf } from '../../test/reference-rows.ts';
import { buildConcordance } from './concordance/build-concordance.ts';
import type { Formation, GivenCodes } from './formation.ts';
import { createMatcher } from './matcher.ts';
import { DEFAULT_MODEL } from './model/default-model.ts';
import { signatureOf } from './signature.ts';

const bts = (cfd: string, libelleLong200: string, fields = {}) =>
  diplomeRow(cfd, {
    libelleLong200: `${libelleLong200} (BTS)`,
    dateOuverture: '2019-09-01',
    premiereSession: 2021,
    ...fields,
  });

const concordance = buildConcordance(
  referenceOf({
    n_formation_diplome: [
      bts('32031212', 'NEGOCIATION ET DIGITALISATION DE LA RELATION CLIENT'),
      bts('32031213', 'MANAGEMENT COMMERCIAL OPERATIONNEL'),
      bts('32025010', 'MAINTENANCE DES SYSTEMES OPTION A SYSTEMES DE PRODUCTION'),
      bts('32025011', 'MAINTENANCE DES SYSTEMES OPTION B SYSTEMES ENERGETIQUES ET FLUIDIQUES'),
      bts('32033001', 'SERVICES ET PRESTATIONS SANITAIRES', {
        dateFermeture: '2023-08-31',
        derniereSession: 2023,
        nouveaux: ['32033002'],
      }),
      bts('32033002', 'SERVICES ET PRESTATIONS SANITAIRES', {
        dateOuverture: '2022-09-01',
        premiereSession: 2024,
        anciens: ['32033001'],
      }),
      diplomeRow('50022139', { libelleLong200: 'CUISINE (CAP)', dateOuverture: '2016-09-01' }),
      diplomeRow('48199902', {
        libelleLong200: 'FORMATION COMPLEMENTAIRE D’INITIATIVE LOCALE',
        dateOuverture: '2016-09-01',
      }),
    ],
    n_niveau_formation_diplome: [
      niveauRow('320', { libelle: 'BREVET DE TECHNICIEN SUPERIEUR' }),
      niveauRow('500', { libelle: "CERTIFICAT D'APTITUDES PROFESSIONNELLES" }),
      niveauRow('481', { libelle: 'FCIL' }),
    ],
    n_mef: [
      mefRow('3113121221', '32211031212', '32031212', { libelleLong: '1BTS2 NEGOC. DIGIT. RELATION CLIENT' }),
      mefRow('2412213921', '23210022139', '50022139', { libelleLong: '1CAP2 CUISINE' }),
    ],
  }),
);
const matcher = createMatcher(concordance, DEFAULT_MODEL, { rentree: '2024-09-01' });
const NO_CODE: GivenCodes = {
  cfd: null,
  mef: null,
  mefstat11: null,
  sise: null,
  rncp: [],
  ideo: [],
  cleMe: null,
};
const formation = (libelle: string, fields: Partial<Formation> = {}): Formation => ({
  plateforme: 'parcoursup',
  libelle,
  specialite: null,
  typeDiplome: null,
  voie: null,
  codes: NO_CODE,
  ...fields,
});

describe('match by label', () => {
  it.each([
    ['BTS - Services - Négociation et digitalisation de la Relation Client - en apprentissage', '32031212'],
    [
      'BTS - Production - Maintenance des systèmes - option B Systèmes énergétiques et fluidiques',
      '32025011',
    ],
    ['1CAP2 CUISINE', '50022139'],
  ])('finds « %s »', (libelle, cfd) => {
    expect(matcher.match(formation(libelle)).cfd).toBe(cfd);
  });

  it('lets the dates of the rentrée choose between the two codes of a renovated diploma', () => {
    const label = formation('BTS - Services - Services et prestations sanitaires');
    expect(matcher.match(label).cfd).toBe('32033002');
    const earlier = createMatcher(concordance, DEFAULT_MODEL, { rentree: '2020-09-01' });
    expect(earlier.match(label).cfd).toBe('32033001');
  });

  it('explains the answer in at most six lines that rebuild the score', () => {
    const { explication } = matcher.match(formation('BTS - Services - Management commercial opérationnel'));
    expect(explication.length).toBeGreaterThan(0);
    expect(explication.length).toBeLessThanOrEqual(6);
    for (const { detail, contribution } of explication)
      expect(detail.startsWith(contribution >= 0 ? '+' : '−')).toBe(true);
  });

  it('answers nothing to a text that names nothing', () => {
    const result = matcher.match(formation('zzzz xxxxx qqqqq'));
    expect(result).toMatchObject({
      statut: 'sans_correspondance',
      codeCertification: null,
      motifs: ['AUCUN_CANDIDAT'],
    });
  });

  it('says that a FCIL is generic and never accepts it', () => {
    const result = matcher.match(formation('FCIL - Services - Cuisine'));
    expect(result.statut).not.toBe('apparie');
    expect(result.motifs).toContain('SPECIALITE_GENERIQUE');
  });

  it('never accepts an option that the candidate is not', () => {
    const result = matcher.match(
      formation('BTS - Production - Maintenance des systèmes - option A Systèmes énergétiques et fluidiques'),
    );
    expect(result.statut).toBe('a_verifier');
  });
});

describe('match by codes', () => {
  it('accepts a code that the label does not deny', () => {
    const codes = { ...NO_CODE, mef: '3113121221' };
    const result = matcher.match(
      formation('BTS - Services - Négociation et digitalisation de la Relation Client', { codes }),
    );
    expect(result).toMatchObject({ statut: 'apparie', cfd: '32031212' });
    expect(result.motifs).toContain('CODE_EXACT');
  });

  it('sends to a person a code that the label denies', () => {
    const codes = { ...NO_CODE, cfd: '50022139' };
    const result = matcher.match(
      formation('BTS - Services - Négociation et digitalisation de la Relation Client', { codes }),
    );
    expect(result.statut).toBe('a_verifier');
    expect(result.motifs).toContain('CODE_LIBELLE_CONTRADICTOIRES');
  });

  it('sends to a person two codes that deny each other', () => {
    const codes = { ...NO_CODE, cfd: '50022139', mef: '3113121221' };
    const result = matcher.match(
      formation('BTS - Services - Négociation et digitalisation de la Relation Client', { codes }),
    );
    expect(result.statut).toBe('a_verifier');
    expect(result.motifs).toContain('CODES_CONTRADICTOIRES');
  });
});

describe('an earlier decision', () => {
  const label = formation('BTS - Services - Négociation et digitalisation de la Relation Client');

  it('rules over everything', () => {
    const result = matcher.match(label, { decisionAnterieure: 'CFD:32031213' });
    expect(result).toMatchObject({ statut: 'apparie', cfd: '32031213', motifs: ['DECISION_ANTERIEURE'] });
  });

  it('may be that there is none', () => {
    const result = matcher.match(label, { decisionAnterieure: 'aucune' });
    expect(result).toMatchObject({ statut: 'sans_correspondance', codeCertification: null });
  });
});

describe('the contract of the signature', () => {
  const anyText = fc.string({
    unit: fc.constantFrom('B', 'T', 'S', 'é', 'a', ' ', '-', 'c', 'u', 'i', 's', 'n', 'e'),
  });

  it('gives the same answer to the same signature', () => {
    const blanks = formation('  BTS -  Services - MANAGEMENT commercial opérationnel ');
    const tidy = formation('BTS - Services - Management commercial operationnel');
    expect(signatureOf(blanks)).toBe(signatureOf(tidy));
    expect(matcher.match(blanks)).toEqual(matcher.match(tidy));
  });

  it('tells apart what the answer depends on', () => {
    const a = formation('Cuisine');
    expect(signatureOf(a)).not.toBe(signatureOf({ ...a, plateforme: 'affelnet' }));
    expect(signatureOf(a)).not.toBe(signatureOf({ ...a, voie: 'scolaire' }));
    expect(signatureOf(a)).not.toBe(signatureOf({ ...a, codes: { ...NO_CODE, cfd: '50022139' } }));
  });

  it('holds for any text, answers twice the same, and mutates nothing', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const asked = formation(text);
        const before = structuredClone(asked);
        const first = matcher.match(asked);
        expect(matcher.match(formation(text))).toEqual(first);
        expect(asked).toEqual(before);
        expect(first.candidats.length).toBeLessThanOrEqual(10);
        expect(first.confiance).toBeGreaterThanOrEqual(0);
        expect(first.confiance).toBeLessThanOrEqual(1);
      }),
      { numRuns: 60 },
    );
  });
});

describe('search', () => {
  it('finds certifications from a few words', () => {
    const found = matcher.search('relation client', { limite: 3 });
    expect(found[0]?.cfd).toBe('32031212');
    expect(found.length).toBeLessThanOrEqual(3);
  });
});
