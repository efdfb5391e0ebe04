import { describe, expect, it } from '@jest/globals';
import type { Certification } from '../concordance/certification.ts';
import { alertesDeFormation, type EntreeAlertes } from './alertes.ts';

const certification = (more: Partial<Certification> = {}): Certification => ({
  code: 'CFD:50033616',
  cfd: '50033616',
  sise: null,
  niveau: '500',
  famille: null,
  niveauQualification: 3,
  libelle: 'METIERS DE LA COIFFURE',
  libelles: [],
  dateOuverture: null,
  dateFermeture: null,
  premiereSession: null,
  derniereSession: null,
  anciens: [],
  nouveaux: [],
  renumerotations: [],
  rncp: [],
  ideo: [],
  ci: [],
  mefstat11Terminaux: [],
  voieScolaire: true,
  presence: 'courante',
  specialitesDuTroncCommun: [],
  premieresAnnees: [],
  ...more,
});

const alertes = (more: Partial<EntreeAlertes>) =>
  alertesDeFormation({
    plateforme: 'affelnet',
    rentree: '2026-09-01',
    certification: certification(),
    donnee: undefined,
    mef: null,
    dureeMef: undefined,
    libelle: '1CAP2  METIERS DE LA COIFFURE',
    uai: '0010006B',
    siret: '35600000000048',
    rncpDonnes: [],
    rncpRetenus: [],
    ficheRncp: () => undefined,
    controles: [],
    ...more,
  });

describe('alertesDeFormation', () => {
  it('is silent when all is well', () => {
    expect(alertes({ mef: '2413361621', dureeMef: { duree: 2, annee: 1 } })).toEqual([]);
  });

  it.each([
    [
      'a year after the last',
      '2413361612',
      undefined,
      '1CAP1 X',
      'une année 2 pour une durée de 1 an',
      'rectorat',
    ],
    ['another duration in N_MEF', '2413361621', { duree: 3, annee: 1 }, '1CAP2 X', 'N_MEF dit 3 ans', 'dne'],
    ['another year in N_MEF', '2413361621', { duree: 2, annee: 2 }, '1CAP2 X', "N_MEF dit l'année 2", 'dne'],
    ['another duration in the label', '2413361631', undefined, '1CAP2 X', 'le libellé dit 2 ans', 'rectorat'],
    ['another year in the label', '2413361621', undefined, '2CAP2 X', "le libellé dit l'année 2", 'rectorat'],
  ])('a MEF with %s', (_, mef, dureeMef, libelle, detail, acteur) => {
    const [found, ...others] = alertes({ mef, dureeMef, libelle });
    expect(others).toEqual([]);
    expect(found).toMatchObject({ type: 'MEF_DUREE_INCOHERENTE', cle: mef, acteur });
    expect(found?.detail).toContain(detail);
  });

  it('reads a year and a duration in the labels of Affelnet only', () => {
    expect(alertes({ plateforme: 'parcoursup', mef: '2413361631' })).toEqual([]);
  });

  it('tells a code that is closed, by whom it is mended, once though given and kept', () => {
    const closed = certification({ dateFermeture: '2024-08-31' });
    const found = alertes({ certification: closed, donnee: closed, plateforme: 'apprentissage' });
    expect(found).toMatchObject([
      { type: 'CODE_FERME_AVANT_RENTREE', cle: 'CFD:50033616', acteur: 'carif_oref', date: '2024-08-31' },
    ]);
  });

  it('tells a code that only an older vintage has, though the kept one is its successor', () => {
    const donnee = certification({ code: 'CFD:01033605', presence: 'ancienne' });
    expect(alertes({ donnee })).toMatchObject([{ type: 'CODE_DISPARU', cle: 'CFD:01033605', acteur: 'dne' }]);
  });
});
