import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { certifInfoRow, diplomeRow, referenceOf, siseRow } from '../../../test/reference-rows.ts';
import { buildConcordance } from '../concordance/build-concordance.ts';
import { isCouvert, isSousLeSeuil } from './chiffres.ts';
import { voisinsOf } from './codes-chiffres.ts';
import { raisonOf, RAISONS_NON_COUVERT, type FaitsCouverture } from './etat-couverture.ts';
import { lieuxOf } from './lieux.ts';
import { chiffresInserJeunes, chiffresInserSup } from './mesures.ts';
import { tauxAutresOf, tauxOf } from './taux.ts';
import { academieOf, isMalCouvert, regionOf } from './territoire.ts';

const AUCUN_FAIT: FaitsCouverture = {
  certificationsAuDepart: 1,
  couvertesAuDepart: 0,
  anneesTerminales: 0,
  anneeCommune: false,
  sousLeSeuil: false,
  nouvelle: false,
  territoireMalCouvert: false,
  uaiInconnue: false,
  codeInconnu: false,
  autreMinistere: false,
  codeDouteux: false,
};

describe('rates', () => {
  it.each([
    [1, 8, 12],
    [3, 8, 38],
    [1, 200, 0],
    [3, 200, 2],
    [20, 46, 43],
    [0, 24, 0],
    [24, 24, 100],
  ])('%i of %i is %i %%: a half goes to the even side', (part, whole, taux) => {
    expect(tauxOf(part, whole)).toBe(taux);
  });

  it('are the nearest whole number, the even one of two', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5000 }), fc.nat(5000), (whole, drawn) => {
        const part = Math.min(drawn, whole);
        const taux = tauxOf(part, whole) ?? Number.NaN;
        const twiceAway = Math.abs(2 * (taux * whole - 100 * part));
        expect(twiceAway <= whole).toBe(true);
        if (twiceAway === whole) expect(taux % 2).toBe(0);
      }),
    );
  });

  it('are not given without both counts, and autres is never below zero', () => {
    expect([tauxOf(null, 10), tauxOf(1, null), tauxOf(0, 0)]).toEqual([null, null, null]);
    expect(tauxAutresOf(58, 43)).toBe(0);
  });
});

describe('published measures', () => {
  it('of InserJeunes: counts first, then shares; the rate among those who left is none of them', () => {
    const counts = { nb_annee_term: { valeur: 40 }, nb_en_emploi_6_mois: { valeur: 25 } };
    expect(chiffresInserJeunes({ ...counts, DEVENIR_part_en_emploi_6_mois: { valeur: 99 } })).toMatchObject({
      tauxEnEmploi6Mois: 62,
      tauxEnFormation: null,
      tauxAutres6Mois: null,
    });
    expect(chiffresInserJeunes({ taux_emploi_6_mois: { valeur: 70 } }).tauxEnEmploi6Mois).toBeNull();
  });

  it('of InserSup: the open data give a rate among those who left, brought back to all', () => {
    const chiffres = chiffresInserSup({
      nb_sortants: { valeur: 50 },
      nb_poursuivants: { valeur: 50 },
      tx_sortants_en_emploi_6: { valeur: 80 },
    });
    expect(chiffres).toMatchObject({ nbAnneeTerm: 100, tauxEnEmploi6Mois: 40, tauxEnFormation: 50 });
    expect(isCouvert(chiffres)).toBe(true);
  });

  it('suppressed, they stay so: nd without a count is below the threshold', () => {
    const nd = chiffresInserSup({ nb_sortants: { motif: 'nd' }, nb_poursuivants: { motif: 'nd' } });
    expect(nd.suppression).toBe('nd');
    expect([isCouvert(nd), isSousLeSeuil(nd)]).toEqual([false, true]);
  });
});

describe('the reason', () => {
  it('is the first that holds, in the order of the list', () => {
    fc.assert(
      fc.property(
        fc.record({
          certificationsAuDepart: fc.nat(3),
          couvertesAuDepart: fc.nat(3),
          anneesTerminales: fc.nat(3),
          anneeCommune: fc.boolean(),
          sousLeSeuil: fc.boolean(),
          nouvelle: fc.boolean(),
          territoireMalCouvert: fc.boolean(),
          uaiInconnue: fc.boolean(),
          codeInconnu: fc.boolean(),
          autreMinistere: fc.boolean(),
          codeDouteux: fc.boolean(),
        }),
        (faits) => {
          const rank = RAISONS_NON_COUVERT.indexOf(raisonOf(faits));
          const inOrder = [
            faits.certificationsAuDepart > 1 && faits.couvertesAuDepart !== 1,
            faits.certificationsAuDepart > 1 && faits.couvertesAuDepart === 1,
            faits.anneesTerminales > 1,
            faits.anneeCommune,
            faits.sousLeSeuil,
            faits.nouvelle,
            faits.territoireMalCouvert,
            faits.uaiInconnue,
            faits.codeInconnu,
            faits.autreMinistere,
            faits.codeDouteux,
            true,
          ];
          expect(inOrder.indexOf(true)).toBe(rank);
        },
      ),
    );
  });

  it('is none in particular where nothing is known', () => {
    expect(raisonOf(AUCUN_FAIT)).toBe('Non couvert - Sans raison évidente');
  });
});

describe('places', () => {
  const none = {
    uai: 'L',
    uaiComposante: null,
    uaiAffectation: null,
    uaiGestionnaire: null,
    uaiFormateur: null,
    uaiMere: null,
  };
  const types = (...parameters: Parameters<typeof lieuxOf>): string =>
    lieuxOf(...parameters)
      .map(({ type, uai }) => `${type} ${uai}`)
      .join(', ');

  it('of an apprenticeship: lieu, formateur, gestionnaire, mère, each once', () => {
    const lieux = { ...none, uaiFormateur: 'F', uaiGestionnaire: 'L', uaiMere: 'M' };
    expect(types(lieux, 'apprentissage', 'CFD:32031212')).toBe('lieu_formation L, formateur F, mere M');
  });

  it('of Parcoursup: composante, affectation, gestionnaire; the gestionnaire first for a SISE diploma', () => {
    const lieux = { ...none, uai: 'C', uaiComposante: 'C', uaiAffectation: 'A', uaiGestionnaire: 'G' };
    expect(types(lieux, 'scolaire', 'MEFSTAT11:32221031212')).toBe(
      'composante C, affectation A, gestionnaire G',
    );
    expect(types(lieux, 'scolaire', 'SISE:2300002')).toBe('gestionnaire G, composante C, affectation A');
  });

  it('name the région and what is badly followed', () => {
    expect(regionOf(academieOf(['0690001A'], null))).toBe('84');
    expect(academieOf(['9760001A'], 'Lyon')).toBe('43');
    expect(isMalCouvert(academieOf([], 'Mayotte'))).toBe(true);
    expect(isMalCouvert(academieOf([], 'La Réunion'))).toBe(false);
  });
});

describe('the continuum of higher education', () => {
  const graphe = buildConcordance(
    referenceOf({
      n_formation_diplome: [
        diplomeRow('35031201', { sise: null, dateFermeture: '2021-08-31' }),
        diplomeRow('25131201', { dateOuverture: '2021-09-01' }),
      ],
      cfd_sise: [
        { cfd: '35031201', sise: '2500001', uai: null },
        { cfd: '25131201', sise: '2600001', uai: null },
      ],
      n_diplome_sise: [siseRow('2500001'), siseRow('2600001')],
      certif_info: [certifInfoRow('100', { cfd: '25131201', ancienCfd: '35031201' })],
    }),
  );
  const voisins = (continuumSise: boolean) =>
    voisinsOf('SISE:2600001', { graphe, rentree: '2026-09-01', continuum: true, continuumSise });

  it('follows the predecessors that Certif Info names only when asked to', () => {
    expect(graphe.continuum('25131201').anciens).toEqual([]);
    expect(voisins(false)).toEqual([]);
    expect(voisins(true)).toEqual([{ code: 'SISE:2500001', type: 'ancienne' }]);
  });
});
