import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { diplomeRow, niveauRow, referenceOf } from '../../../test/reference-rows.ts';
import { buildConcordance } from '../concordance/build-concordance.ts';
import type { OffresEtablissements, SourceOffre } from '../etablissement/offres.ts';
import { SANS_CODE } from '../evaluation/labelled-row.ts';
import type { Formation, GivenCodes } from '../formation.ts';
import type { CodeCertification, MatchResult } from '../match-result.ts';
import { createMatcher } from '../matcher.ts';
import { DEFAULT_MODEL } from '../model/default-model.ts';
import type { Classe } from '../model/rank.ts';
import { reclasser, temoignage } from './offre-etablissement.ts';

const titre = (cfd: string, libelleLong200: string) =>
  diplomeRow(cfd, { libelleLong200, dateOuverture: '2020-09-01', premiereSession: 2021 });

const concordance = buildConcordance(
  referenceOf({
    n_formation_diplome: [
      titre('26X31290', 'RESPONSABLE DU DEVELOPPEMENT COMMERCIAL (INSTITUT VALOIS)'),
      titre('26X31291', "RESPONSABLE DU DEVELOPPEMENT COMMERCIAL (GROUPE CAMPUS D'ORMELLE)"),
      titre('26X31590', 'RESPONSABLE DES RESSOURCES HUMAINES (INSTITUT VALOIS)'),
      titre('50022137', 'BOULANGER (CAP)'),
      titre('50022139', 'CUISINE (CAP)'),
    ],
    n_niveau_formation_diplome: [
      niveauRow('26X', { libelle: 'TH DE NIV 2 ORGANISMES GESTIONNAIRES DIVERS' }),
      niveauRow('500', { libelle: "CERTIFICAT D'APTITUDES PROFESSIONNELLES" }),
    ],
  }),
);

const formation = (specialite: string, codes: Partial<GivenCodes> = {}): Formation => ({
  plateforme: 'parcoursup',
  libelle: 'Formation professionnelle',
  specialite,
  typeDiplome: null,
  voie: 'apprentissage',
  codes: { ...SANS_CODE, ...codes },
});

const RESPONSABLE = formation('Responsable du développement commercial (Bac +3)');
const VALOIS = 'CFD:26X31290';
const ORMELLE = 'CFD:26X31291';

/** Establishment → what it offers, all from one source. */
function known(
  offers: Readonly<Record<string, readonly CodeCertification[]>>,
  source: SourceOffre = 'catalogue_apprentissage',
): OffresEtablissements {
  return {
    vide: false,
    de: (codes) =>
      new Map(codes.flatMap((code) => offers[code] ?? []).map((one) => [one, new Set([source])])),
  };
}

function match(asked: Formation, offres: OffresEtablissements, ...etablissements: string[]): MatchResult {
  const matcher = createMatcher(concordance, DEFAULT_MODEL, { rentree: '2026-09-01', offres });
  return matcher.match(asked, { etablissements: etablissements.map((one) => [one]) });
}

const alone = createMatcher(concordance, DEFAULT_MODEL, { rentree: '2026-09-01' });
const byLabel = alone.match(RESPONSABLE);
/** Whichever of the two the label alone puts second: what is tested is that an offer turns them. */
const second = byLabel.candidats[1]?.codeCertification ?? VALOIS;
const lineOf = ({ explication }: MatchResult): string | undefined =>
  explication.find(({ critere }) => critere === 'offre de l’établissement')?.detail;

describe('two certifiers of one title', () => {
  it('are what the label leaves open', () => {
    expect(byLabel.statut).toBe('a_verifier');
    expect(new Set(byLabel.candidats.slice(0, 2).map(({ codeCertification }) => codeCertification))).toEqual(
      new Set([VALOIS, ORMELLE]),
    );
  });

  it('are told apart by what the establishment offers, for a person, who reads why', () => {
    const result = match(RESPONSABLE, known({ A: [second] }), 'A');
    expect(result).toMatchObject({ statut: 'a_verifier', codeCertification: second });
    expect(result.motifs).toContain('AMBIGU');
    expect(result.confiance).toBeLessThanOrEqual(byLabel.confiance);
    expect(lineOf(result)).toBe(
      '+ l’établissement propose déjà cette certification (catalogue de l’apprentissage)',
    );
    expect(result.candidats[0]?.explication).toEqual(result.explication);
    expect(result.candidats[1]?.explication.map(({ critere }) => critere)).not.toContain(
      'offre de l’établissement',
    );
  });

  it('says of an habilitation that it is one', () => {
    expect(lineOf(match(RESPONSABLE, known({ A: [second] }, 'quiforme'), 'A'))).toBe(
      '+ l’établissement est habilité pour cette certification (habilitation, QuiForme)',
    );
  });

  it('counts the establishments of the signature that are known', () => {
    const offres = known({ A: [second], B: [second], C: [ORMELLE, VALOIS] });
    expect(lineOf(match(RESPONSABLE, offres, 'A', 'B', 'C', 'D'))).toBe(
      '+ 3 des 3 établissements connus proposent déjà cette certification (catalogue de l’apprentissage)',
    );
    expect(lineOf(match(RESPONSABLE, known({ A: [second] }), 'A', 'D'))).toBe(
      '+ le seul établissement connu propose déjà cette certification (catalogue de l’apprentissage)',
    );
  });

  it.each([
    ['both', [VALOIS, ORMELLE]],
    ['neither', ['CFD:50022137']],
  ] as const)('stay as the label has them where the establishment offers %s', (_, offered) => {
    expect(match(RESPONSABLE, known({ A: offered }), 'A')).toEqual(byLabel);
  });

  it('stay so where nothing is known of the establishment, or of any', () => {
    expect(match(RESPONSABLE, known({ A: [second] }), 'B')).toEqual(byLabel);
    expect(match(RESPONSABLE, known({ A: [second] }))).toEqual(byLabel);
    expect(match(RESPONSABLE, { vide: true, de: () => new Map() }, 'A')).toEqual(byLabel);
  });
});

/** A candidate, of which only the code and the score are read. */
const classe = (code: string, rang: number, score: number): Classe =>
  ({
    paire: { rang, certification: { code } },
    score,
    probabilite: 0,
    valeurs: new Float64Array(0),
  }) as unknown as Classe;

describe('an offer of the second candidate', () => {
  const temoin = temoignage([['A']], known({ A: [ORMELLE] }), '2026-09-01');

  it.each([
    ['turns them where the label hardly tells them apart', 0.9, [ORMELLE, VALOIS]],
    ['brings it nearer, no more, where the label names the first better', 1.1, [VALOIS, ORMELLE]],
  ] as const)('%s', (_, behind, order) => {
    const ranked = [classe(VALOIS, 0, 5), classe(ORMELLE, 1, 5 - behind)];
    const again = temoin === null ? null : reclasser(ranked, temoin);
    expect(again?.ranked.map(({ paire }) => paire.certification.code)).toEqual(order);
    expect(again?.ranked.find(({ paire }) => paire.rang === 1)?.score).toBeCloseTo(6 - behind);
    expect([...(again?.lignes.keys() ?? [])]).toEqual([ORMELLE]);
  });

  it('is not read of a candidate out of reach of the first', () => {
    expect(temoin && reclasser([classe(VALOIS, 0, 5), classe(ORMELLE, 1, 0.5)], temoin)).toBeNull();
  });
});

describe('what an offer never does', () => {
  it('touches an answer that is accepted', () => {
    const cuisine = {
      ...formation('1CAP2 CUISINE'),
      plateforme: 'affelnet' as const,
      libelle: '1CAP2 CUISINE',
    };
    const accepted = alone.match(cuisine);
    expect(accepted.statut).toBe('apparie');
    expect(match(cuisine, known({ A: ['CFD:50022137'] }), 'A')).toEqual(accepted);
  });

  it('speaks against a code', () => {
    const coded = formation('Responsable du développement commercial', { cfd: '26X31290' });
    expect(match(coded, known({ A: [ORMELLE] }), 'A')).toEqual(alone.match(coded));
  });

  it('accepts, brings in a candidate, or depends on the order of the establishments', () => {
    const codes = concordance.certifications.map(({ code }) => code);
    const offers = fc.dictionary(
      fc.constantFrom('A', 'B', 'C', 'D'),
      fc.uniqueArray(fc.constantFrom(...codes), { maxLength: 4 }),
    );
    const places = fc.uniqueArray(fc.constantFrom('A', 'B', 'C', 'D'));
    fc.assert(
      fc.property(offers, places, (offered, etablissements) => {
        const result = match(RESPONSABLE, known(offered), ...etablissements);
        expect(result.statut).toBe('a_verifier');
        expect(result.confiance).toBeLessThanOrEqual(byLabel.confiance);
        expect(result.explication.length).toBeLessThanOrEqual(6);
        const sorted = (one: MatchResult): string[] =>
          one.candidats.map(({ codeCertification }) => codeCertification).sort();
        expect(sorted(result)).toEqual(sorted(byLabel));
        expect(match(RESPONSABLE, known(offered), ...[...etablissements].reverse())).toEqual(result);
      }),
      { numRuns: 40 },
    );
  });

  it('leaves lines that no longer rebuild the score', () => {
    const result = match(RESPONSABLE, known({ A: [second] }), 'A');
    const before = byLabel.candidats.find(({ codeCertification }) => codeCertification === second);
    const sum = (lines: readonly { contribution: number }[]): number =>
      lines.reduce((total, { contribution }) => total + contribution, 0);
    expect(sum(result.explication)).toBeCloseTo(sum(before?.explication ?? []) + 1, 1);
  });
});
