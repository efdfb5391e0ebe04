import { describe, expect, it } from '@jest/globals';
import type { Plateforme } from '#matching';
import type { FormationRow } from '#sources';
import { axesOf } from './faits.ts';
import { evaluate, holds } from './evaluer-regles.ts';
import { rankRegles, type RegleAEvaluer } from './regle-perimetre.ts';

const row = (said: Partial<FormationRow>): FormationRow => ({
  id: '1',
  libelle: 'BTS - Services',
  specialite: 'Tourisme',
  typeDiplome: null,
  voie: 'scolaire',
  uai: '0691670T',
  uaiComposante: null,
  uaiAffectation: null,
  uaiGestionnaire: null,
  siret: null,
  etablissement: 'Lycée Édouard-Herriot',
  academie: 'Lyon',
  commune: 'Lyon',
  capacite: 24,
  voeux: null,
  codes: { cfd: '32033423', mef: null, mefstat11: null, sise: null, rncp: ['35030'], ideo: [], cleMe: null },
  ...said,
});
const faits = (said: Partial<FormationRow> = {}, plateforme: Plateforme = 'parcoursup') =>
  axesOf(row(said), plateforme).faits;
const regle = (id: string, said: Partial<RegleAEvaluer> = {}): RegleAEvaluer => ({
  id,
  plateforme: null,
  typeDiplome: null,
  filiere: null,
  niveau: null,
  conditionIntegration: 'peut_integrer',
  condition: null,
  priorite: 0,
  derogations: {},
  ...said,
});
const verdict = (regles: RegleAEvaluer[], said: Partial<FormationRow> = {}) =>
  evaluate(rankRegles(regles), faits(said));

describe('the facts that rules read', () => {
  it('are folded, and find the académie by name, else by UAI', () => {
    expect(faits()).toMatchObject({
      typeDiplome: 'bts - services',
      famille: 'bts',
      niveau: 5,
      academie: '10',
    });
    expect(faits({ etablissement: 'LYCÉE  œuvre' }).etablissement).toBe('lycee oeuvre');
    expect(faits({ academie: null }).academie).toBe('10');
    expect(faits({ academie: 'inconnue', uai: null }).academie).toBe('');
  });
});

describe('the perimeter of a formation', () => {
  it('is without a rule where none touches it', () => {
    expect(verdict([regle('a', { niveau: 3 })])).toEqual({
      perimetre: 'sans_regle',
      regleId: null,
      conditionIntegration: null,
      derogation: false,
    });
  });

  it('is named by a type as written or by its family', () => {
    expect(verdict([regle('a', { typeDiplome: 'BTS - Services' })]).perimetre).toBe('dans');
    expect(verdict([regle('a', { typeDiplome: 'bts' })]).perimetre).toBe('dans');
    expect(verdict([regle('a', { typeDiplome: 'BTS - Production' })]).perimetre).toBe('sans_regle');
  });

  it('is that of the first rule: priority, then what it specifies', () => {
    const broad = regle('a', { typeDiplome: 'BTS' });
    const narrow = regle('b', {
      typeDiplome: 'BTS',
      filiere: 'scolaire',
      conditionIntegration: 'ne_doit_pas_integrer',
    });
    expect(verdict([broad, narrow])).toMatchObject({ perimetre: 'hors', regleId: 'b' });
    expect(verdict([{ ...broad, priorite: 1 }, narrow])).toMatchObject({ perimetre: 'dans', regleId: 'a' });
  });

  it('follows the académie that departs from the rule, and no other', () => {
    const regles = [regle('a', { derogations: { '10': 'ne_doit_pas_integrer' } })];
    expect(verdict(regles)).toMatchObject({ perimetre: 'hors', derogation: true });
    expect(verdict(regles, { academie: 'Nice' })).toMatchObject({ perimetre: 'dans', derogation: false });
  });
});

describe('a test', () => {
  const test = (champ: 'voeux' | 'capacite' | 'libelle' | 'rncp', operateur: never, valeur: never) =>
    holds({ type: 'test', champ, operateur, valeur }, faits());

  it.each([
    ['capacite', 'egal', 24, true],
    ['capacite', 'inferieur', 24, false],
    ['capacite', 'inferieur_ou_egal', 24, true],
    ['capacite', 'superieur', 23, true],
    ['capacite', 'non_vide', null, true],
    ['voeux', 'egal', 0, false],
    ['voeux', 'different', 0, true],
    ['voeux', 'inferieur', 10, false],
    ['voeux', 'vide', null, true],
    ['libelle', 'contient', 'SERVICES', true],
    ['libelle', 'ne_contient_pas', 'services', false],
    ['libelle', 'commence_par', 'Bts', true],
    ['libelle', 'parmi', ['x', 'BTS - services'], true],
    ['rncp', 'contient', '35030', true],
    ['rncp', 'ne_contient_pas', '35030', false],
    ['rncp', 'vide', null, false],
  ] as const)('%s %s %j is %j', (champ, operateur, valeur, expected) => {
    expect(test(champ, operateur as never, valeur as never)).toBe(expected);
  });
});
