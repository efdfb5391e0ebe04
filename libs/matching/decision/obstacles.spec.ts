import { describe, expect, it } from '@jest/globals';
import { diplomeRow, mefRow, niveauRow, referenceOf } from '../../../test/reference-rows.ts';
import { buildConcordance } from '../concordance/build-concordance.ts';
import type { Formation, Plateforme } from '../formation.ts';
import { createMatcher } from '../matcher.ts';
import type { MatchResult } from '../match-result.ts';
import { DEFAULT_MODEL } from '../model/default-model.ts';

const opened = { dateOuverture: '2015-09-01' };
const concordance = buildConcordance(
  referenceOf({
    n_formation_diplome: [
      diplomeRow('32025010', {
        libelleLong200: 'MAINTENANCE DES SYSTEMES OPTION A PRODUCTION (BTS)',
        ...opened,
      }),
      diplomeRow('32025011', {
        libelleLong200: 'MAINTENANCE DES SYSTEMES OPTION B ENERGIES (BTS)',
        ...opened,
      }),
      diplomeRow('50321101', {
        libelleLong200: 'OPERATEUR DE SERRES SPE CULTURES FLORALES (CAPA)',
        ...opened,
      }),
      diplomeRow('50321102', { libelleLong200: 'OPERATEUR DE SERRES SPE PEPINIERES (CAPA)', ...opened }),
      diplomeRow('32022001', { libelleLong200: 'METIERS DE LA BOULANGERIE (BTS)', ...opened }),
      diplomeRow('20512604', { libelleLong200: 'HISTOIRE (LIC LMD)', ...opened }),
      diplomeRow('20512806', { libelleLong200: 'DROIT (LIC LMD)', ...opened }),
      diplomeRow('45023216', { libelleLong200: 'MACON (BP)', ...opened }),
      diplomeRow('50023217', { libelleLong200: 'MACON (CAP)', ...opened }),
      diplomeRow('40031106', {
        libelleLong200: 'LOGISTIQUE (BAC PRO)',
        nouveaux: ['40031116'],
        dateFermeture: '2027-08-31',
        ...opened,
      }),
      diplomeRow('40031116', {
        libelleLong200: 'METIERS DE LA LOGISTIQUE (BAC PRO)',
        anciens: ['40031106'],
        dateOuverture: '2023-09-01',
      }),
    ],
    n_mef: [
      mefRow('2473110631', '23810031106', '40031106', { dateFermeture: '2023-08-31' }),
      mefRow('2473110632', '23820031106', '40031106', { dateFermeture: '2026-08-31' }),
    ],
    n_niveau_formation_diplome: [
      niveauRow('320', { libelle: 'BREVET DE TECHNICIEN SUPERIEUR' }),
      niveauRow('503', { libelle: "CERTIFICAT D'APTITUDE PROFESSIONNELLE AGRICOLE" }),
      niveauRow('205', { libelle: 'LICENCE LMD' }),
      niveauRow('450', { libelle: 'BREVET PROFESSIONNEL' }),
      niveauRow('500', { libelle: "CERTIFICAT D'APTITUDE PROFESSIONNELLE" }),
      niveauRow('400', { libelle: 'BAC PROFESSIONNEL' }),
    ],
  }),
);
const matcher = createMatcher(concordance, DEFAULT_MODEL, { rentree: '2024-09-01', risque: 0.05 });

function match(
  libelle: string,
  plateforme: Plateforme,
  { cfd = null, mef = null }: { cfd?: string | null; mef?: string | null } = {},
): MatchResult {
  const codes = { cfd, mef, mefstat11: null, sise: null, rncp: [], ideo: [], cleMe: null };
  const formation: Formation = {
    plateforme,
    libelle,
    specialite: null,
    typeDiplome: null,
    voie: null,
    codes,
  };
  return matcher.match(formation);
}

describe('what keeps an answer from being accepted on its label alone', () => {
  it('leaves options open that a closed list does not choose between', () => {
    expect(match('BTS - Production - Maintenance des systèmes', 'parcoursup')).toMatchObject({
      statut: 'a_verifier',
      motifs: expect.arrayContaining(['AMBIGU']),
    });
    expect(
      match('BTS - Production - Maintenance des systèmes option B énergies', 'parcoursup'),
    ).toMatchObject({
      statut: 'apparie',
      cfd: '32025011',
    });
  });

  it('leaves the specialities of an agricultural diploma open, as it does options', () => {
    expect(match('1CAP2A OPE DE SERRES', 'affelnet').motifs).toContain('AMBIGU');
    expect(match('1CAP2A OPE DE SERRES SPE PEPINIERES', 'affelnet')).toMatchObject({ cfd: '50321102' });
    expect(match('1CAP2A OPE DE SERRES SPE PEPINIERES', 'affelnet').motifs).not.toContain('AMBIGU');
  });

  it('leaves open options that are named together', () => {
    const { statut } = match('BTS Maintenance des systèmes options A et B', 'apprentissage');
    expect(statut).toBe('a_verifier');
  });

  it('takes a double licence for two certifications', () => {
    const result = match('Licence - Droit-économie-gestion - Double licence Droit / Histoire', 'parcoursup');
    expect(result.statut).toBe('a_verifier');
    expect(result.motifs).toContain('AMBIGU');
  });

  it.each([
    'Préparation aux métiers de la boulangerie',
    'BTS métiers de la boulangerie - module 3',
    'Remise à niveau en boulangerie',
  ])('says that « %s » is no certification', (libelle) => {
    const result = match(libelle, 'apprentissage');
    expect(result.statut).not.toBe('apparie');
    if (result.codeCertification !== null) expect(result.motifs).toContain('HORS_CERTIFICATION');
  });

  it('asks which family a bare name belongs to', () => {
    expect(match('Maçon', 'generique').statut).toBe('a_verifier');
    expect(match('CAP Maçon', 'generique')).toMatchObject({ cfd: '50023217' });
  });

  it('takes an unsaid option for option A in free text, and never for another', () => {
    // The common words of the diploma are all of the label: only the letter tells the options apart.
    const result = match('BTS Maintenance des systèmes', 'apprentissage');
    expect([result.statut, result.cfd]).not.toEqual(['apparie', '32025011']);
    if (result.statut === 'apparie') expect(result.cfd).toBe('32025010');
  });

  it('asks about a licence that no piece of the label names in full', () => {
    const result = match('Licence droit et histoire', 'apprentissage');
    expect(result.statut).toBe('a_verifier');
    expect(match('Licence mention droit', 'apprentissage').motifs).not.toContain('FAIBLE');
  });

  it('does not take a closed list at half its words', () => {
    const result = match('BTS - Production - Boulangerie photonique quantique', 'parcoursup');
    expect(result.statut).not.toBe('apparie');
  });

  it('never accepts a diploma whose first year nobody enters any more', () => {
    const result = match('Bac pro Logistique', 'generique');
    expect([result.statut, result.cfd]).not.toEqual(['apparie', '40031106']);
  });

  it('reads the code of a first year that is over as the diploma that replaces it', () => {
    expect(match('2NDPRO LOGISTIQUE', 'affelnet', { mef: '2473110631' })).toMatchObject({
      statut: 'apparie',
      cfd: '40031116',
      motifs: expect.arrayContaining(['CODE_EXACT', 'CODE_PERIME']),
    });
    expect(match('1ERPRO LOGISTIQUE', 'affelnet', { mef: '2473110632' }).cfd).toBe('40031106');
  });
});
