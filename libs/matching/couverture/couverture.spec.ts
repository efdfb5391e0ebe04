import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { diplomeRow, mefRow, referenceOf } from '../../../test/reference-rows.ts';
import { buildConcordance } from '../concordance/build-concordance.ts';
import type { Concordance } from '../concordance/concordance.ts';
import type { CodeCertification } from '../match-result.ts';
import { isCouvert, type Indicateur } from './chiffres.ts';
import {
  academieDe,
  couvrirFormation,
  pistesDesMoments,
  type ContexteCouverture,
  type FormationACouvrir,
} from './couvrir.ts';
import { ETATS_COUVERTURE } from './etat-couverture.ts';
import { chiffresInserJeunes } from './mesures.ts';
import { memoriserGraphe } from './graphe-memorise.ts';
import { IndicateursRanges } from './indicateurs-ranges.ts';
import { codesCherches, lieuxCherches } from './lieux-cherches.ts';
import { isMalCouvert, regionOf } from './territoire.ts';
import { empaqueter, PaquetLu } from './paquet.ts';

const CFDS = ['32000001', '32000002', '32000003', '32000004', '32000005'];
const UAIS = ['0010001W', '0010002X', '0010003Y'];
const RENTREE = '2026-09-01';
const mefstat11Of = (cfd: string): string => `3222${cfd.slice(1)}`;

type Edge = readonly [string, string];
const edges = fc.uniqueArray(fc.tuple(fc.constantFrom(...CFDS), fc.constantFrom(...CFDS)), {
  maxLength: 7,
  selector: ([ancien, nouveau]) => `${ancien}${nouveau}`,
});

/** Diplomas, each with its last year by the school route; any succession, cycles and self-references included. */
function concordanceOf(links: readonly Edge[]): Concordance {
  return buildConcordance(
    referenceOf({
      n_formation_diplome: CFDS.map((cfd) =>
        diplomeRow(cfd, {
          dateOuverture: '2010-09-01',
          nouveaux: links.flatMap(([ancien, nouveau]) => (ancien === cfd ? [nouveau] : [])),
        }),
      ),
      n_mef: CFDS.map((cfd) => mefRow(`311${cfd.slice(3)}22`, mefstat11Of(cfd), cfd)),
    }),
  );
}

const codes = CFDS.flatMap((cfd): CodeCertification[] => [`CFD:${cfd}`, `MEFSTAT11:${mefstat11Of(cfd)}`]);
const indicateur = fc
  .record({
    code: fc.constantFrom(...codes),
    uai: fc.constantFrom(...UAIS, '84', ''),
    annee: fc.integer({ min: 2021, max: 2024 }),
    nb: fc.option(fc.integer({ min: 0, max: 400 })),
    emploi: fc.double({ min: 0, max: 1, noNaN: true }),
    etudes: fc.double({ min: 0, max: 1, noNaN: true }),
  })
  .map(({ code, uai, annee, nb, emploi, etudes }): Indicateur => {
    const enEmploi = Math.floor((nb ?? 0) * emploi);
    const mesures = {
      nb_annee_term: nb === null ? ({ motif: 'nd' } as const) : { valeur: nb },
      nb_en_emploi_6_mois: nb === null ? ({ motif: 'nd' } as const) : { valeur: enEmploi },
      nb_poursuite_etudes: { valeur: Math.floor(((nb ?? 0) - enEmploi) * etudes) },
    };
    return {
      source: 'inserjeunes',
      millesime: `${annee - 1}_${annee}`,
      annee,
      territoire: uai === '' ? 'france' : uai === '84' ? 'region' : 'etablissement',
      codeTerritoire: uai,
      codeCertification: code,
      voie: code.startsWith('CFD') ? 'apprentissage' : 'scolaire',
      chiffres: chiffresInserJeunes(mesures),
      taux: null,
      instantane: 'a'.repeat(64),
      ligne: 0,
    };
  });
const indicateurs = fc
  .array(indicateur, { maxLength: 25 })
  .map((lignes) => lignes.map((ligne, index) => ({ ...ligne, ligne: index + 1 })));

const row = fc.record({
  voie: fc.constantFrom('scolaire' as const, 'apprentissage' as const, null),
  cfd: fc.option(fc.constantFrom(...CFDS)),
  mefstat11: fc.option(fc.constantFrom(...CFDS.map(mefstat11Of))),
  lieux: fc.record({
    uai: fc.option(fc.constantFrom(...UAIS)),
    uaiComposante: fc.constant(null),
    uaiAffectation: fc.constant(null),
    uaiGestionnaire: fc.option(fc.constantFrom(...UAIS)),
    uaiFormateur: fc.option(fc.constantFrom(...UAIS)),
    uaiMere: fc.option(fc.constantFrom(...UAIS)),
  }),
  uaiOuverte: fc.constantFrom(true, false, null),
  retenu: fc.option(
    fc.record({
      code: fc.constantFrom(...CFDS.map((cfd) => `CFD:${cfd}` as const)),
      par: fc.constantFrom('appariement' as const, 'decision' as const),
    }),
  ),
  aucune: fc.boolean(),
  contradiction: fc.boolean(),
});
type Row = typeof row extends fc.Arbitrary<infer Value> ? Value : never;

function formationOf(concordance: Concordance, drawn: Row): FormationACouvrir {
  const given = {
    cfd: drawn.cfd,
    mef: null,
    mefstat11: drawn.mefstat11,
    sise: null,
    rncp: [],
    ideo: [],
    cleMe: null,
  };
  return {
    voie: drawn.voie,
    codes: given,
    lieux: drawn.lieux,
    academie: 'Lyon',
    uaiOuverte: drawn.uaiOuverte,
    resolutions: concordance.resolve({ codes: given, voie: drawn.voie, rentree: RENTREE }),
    statut: drawn.retenu === null ? 'a_verifier' : 'apparie',
    motifs: drawn.contradiction && drawn.retenu === null ? ['CODES_CONTRADICTOIRES'] : [],
    retenu: drawn.aucune ? null : drawn.retenu,
    aucune: drawn.aucune,
  };
}

/** Lines as a computation has them: packed, in packets of a few. */
function indicateursRanges(lignes: readonly Indicateur[], parPaquet = 3): IndicateursRanges {
  const ranges = new IndicateursRanges();
  for (let from = 0; from < lignes.length; from += parPaquet) {
    const paquet = lignes.slice(from, from + parPaquet);
    ranges.add(new PaquetLu(empaqueter(paquet), paquet[0]?.instantane ?? ''));
  }
  return ranges;
}

const contexteOf = (concordance: Concordance, lignes: readonly Indicateur[]): ContexteCouverture => ({
  graphe: memoriserGraphe(concordance),
  rentree: RENTREE,
  continuum: true,
  continuumSise: false,
  derniereAnnee: 2024,
  indicateurs: indicateursRanges(lignes),
});

/** Whether one code is reached from another by steps that are each the only one on both sides. */
function isOneToOne(links: readonly Edge[], from: string, to: string): boolean {
  const clean = links.filter(([ancien, nouveau]) => ancien !== nouveau);
  const nexts = (cfd: string): string[] =>
    clean.flatMap(([ancien, nouveau]) => (ancien === cfd ? [nouveau] : []));
  const backs = (cfd: string): string[] =>
    clean.flatMap(([ancien, nouveau]) => (nouveau === cfd ? [ancien] : []));
  const reach = (
    here: string,
    forward: (cfd: string) => string[],
    back: (cfd: string) => string[],
    seen: ReadonlySet<string>,
  ): boolean => {
    if (here === to) return true;
    const [next, ...others] = forward(here);
    if (next === undefined || others.length > 0 || back(next).length !== 1 || seen.has(next)) return false;
    return reach(next, forward, back, new Set([...seen, next]));
  };
  return reach(from, nexts, backs, new Set([from])) || reach(from, backs, nexts, new Set([from]));
}

const cfdOfCode = (code: string): string => CFDS.find((cfd) => code.endsWith(cfd.slice(1))) ?? '';

describe('the coverage of any formation', () => {
  it('has one state a moment, a provenance for every figure, and rates between 0 and 100', () => {
    fc.assert(
      fc.property(edges, indicateurs, row, (links, lignes, drawn) => {
        const concordance = concordanceOf(links);
        const result = couvrirFormation(formationOf(concordance, drawn), contexteOf(concordance, lignes));
        for (const etat of [result.codes, result.concordance, result.revue])
          expect(ETATS_COUVERTURE).toContain(etat);
        const { trouve } = result;
        expect(result.revue === 'Couvert').toBe(trouve !== null && isCouvert(trouve.chiffres));
        for (const found of [trouve, result.repli]) {
          if (found === null) continue;
          const { chiffres, provenance } = found;
          const published = lignes.find(({ ligne }) => ligne === provenance.ligne);
          expect(published).toMatchObject({
            codeCertification: provenance.codeDonnee,
            codeTerritoire: provenance.codeTerritoire,
            millesime: provenance.millesime,
            instantane: provenance.instantane,
          });
          const rates = [chiffres.tauxEnEmploi6Mois, chiffres.tauxEnFormation, chiffres.tauxAutres6Mois];
          for (const rate of rates) if (rate !== null) expect(rate >= 0 && rate <= 100).toBe(true);
          if ((chiffres.nbAnneeTerm ?? 0) < 20) expect(rates).toEqual([null, null, null]);
          else expect(rates.reduce<number>((sum, rate) => sum + (rate ?? 0), 0)).toBe(100);
        }
        if (trouve !== null) {
          const places = Object.values(drawn.lieux);
          expect(places).toContain(trouve.provenance.uaiDonnee);
          expect(result.repli === null || result.revue !== 'Couvert').toBe(true);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('never takes figures across a fusion or a split, whatever the cycles', () => {
    fc.assert(
      fc.property(edges, indicateurs, row, (links, lignes, drawn) => {
        const concordance = concordanceOf(links);
        const { trouve } = couvrirFormation(formationOf(concordance, drawn), contexteOf(concordance, lignes));
        if (trouve === null) return;
        const { codeDemande, codeDonnee, typeDonnee } = trouve.provenance;
        expect(typeDonnee === 'self').toBe(codeDemande === codeDonnee);
        if (typeDonnee !== 'self') {
          expect(isOneToOne(links, cfdOfCode(codeDemande), cfdOfCode(codeDonnee))).toBe(true);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('asks for nothing that was not announced, and does not depend on the order of the lines', () => {
    fc.assert(
      fc.property(edges, indicateurs, row, (links, lignes, drawn) => {
        const concordance = concordanceOf(links);
        const formation = formationOf(concordance, drawn);
        const contexte = contexteOf(concordance, lignes);
        const pistes = pistesDesMoments(formation, contexte);
        const codes = codesCherches(formation, contexte, pistes);
        const { etablissements, larges } = lieuxCherches(formation);
        const index = indicateursRanges([...lignes].reverse(), 2);
        const watched = couvrirFormation(formation, {
          ...contexte,
          indicateurs: {
            at: (territoire, codeTerritoire, code) => {
              expect([...etablissements, ...larges]).toContainEqual({ territoire, codeTerritoire });
              expect(codes).toContain(code);
              return index.at(territoire, codeTerritoire, code);
            },
          },
        });
        expect(watched).toEqual(couvrirFormation(formation, contexte));
        expect(couvrirFormation(formation, contexte, pistes)).toEqual(watched);
      }),
      { numRuns: 150 },
    );
  });

  it('is the same everywhere that publishes nothing of what is asked', () => {
    fc.assert(
      fc.property(edges, indicateurs, row, row, (links, lignes, drawn, { lieux }) => {
        const concordance = concordanceOf(links);
        const formation = formationOf(concordance, drawn);
        const elsewhere = { ...formation, lieux };
        const contexte = contexteOf(concordance, lignes);
        const ranges = indicateursRanges(lignes);
        const codes = codesCherches(formation, contexte);
        const silent = [formation, elsewhere].every((each) =>
          lieuxCherches(each).etablissements.every((lieu) => ranges.of(lieu, codes).length === 0),
        );
        const [here, there] = [formation, elsewhere].map(academieDe);
        // Its académie counts by what is said of it, and by its region where that has figures.
        const larges = lieuxCherches(formation).larges.some((lieu) => ranges.of(lieu, codes).length > 0);
        const alike = larges
          ? regionOf(here ?? null) === regionOf(there ?? null)
          : lieuxCherches(elsewhere).larges.every((lieu) => ranges.of(lieu, codes).length === 0);
        fc.pre(silent && alike && isMalCouvert(here ?? null) === isMalCouvert(there ?? null));
        expect(couvrirFormation(elsewhere, contexte)).toEqual(couvrirFormation(formation, contexte));
      }),
      { numRuns: 150 },
    );
  });

  it('counts conserve over a campaign', () => {
    fc.assert(
      fc.property(edges, indicateurs, fc.array(row, { maxLength: 30 }), (links, lignes, rows) => {
        const concordance = concordanceOf(links);
        const contexte = contexteOf(concordance, lignes);
        const etats = rows.map((drawn) => couvrirFormation(formationOf(concordance, drawn), contexte).revue);
        const counted = ETATS_COUVERTURE.map((etat) => etats.filter((each) => each === etat).length);
        expect(counted.reduce((sum, count) => sum + count, 0)).toBe(rows.length);
      }),
      { numRuns: 50 },
    );
  });

  it('shows nothing on a doubt that nobody settled, nor after « aucune »', () => {
    fc.assert(
      fc.property(edges, indicateurs, row, (links, lignes, drawn) => {
        const concordance = concordanceOf(links);
        const formation = formationOf(concordance, { ...drawn, retenu: null, contradiction: true });
        const result = couvrirFormation(formation, contexteOf(concordance, lignes));
        expect(result.trouve).toBeNull();
        expect(result.repli).toBeNull();
        expect(result.revue).not.toBe('Couvert');
      }),
      { numRuns: 100 },
    );
  });
});
