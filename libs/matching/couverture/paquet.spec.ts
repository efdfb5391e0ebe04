import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Chiffres, Indicateur } from './chiffres.ts';
import { IndicateursRanges } from './indicateurs-ranges.ts';
import { empaqueter, PaquetLu } from './paquet.ts';

const INSTANTANE = 'a'.repeat(64);
const nombre = (max: number): fc.Arbitrary<number | null> => fc.option(fc.nat(max));
const chiffres: fc.Arbitrary<Chiffres> = fc.record({
  nbAnneeTerm: nombre(100_000),
  tauxEnEmploi6Mois: nombre(100),
  tauxEnFormation: nombre(100),
  tauxAutres6Mois: nombre(100),
  salaire12MoisQ1: nombre(20_000),
  salaire12MoisQ2: nombre(20_000),
  salaire12MoisQ3: nombre(20_000),
  suppression: fc.constantFrom(null, 'nd', 'na'),
});
const lieu = fc.constantFrom(
  { territoire: 'etablissement', codeTerritoire: '0690001X' } as const,
  { territoire: 'etablissement', codeTerritoire: '0690002Y' } as const,
  { territoire: 'region', codeTerritoire: '84' } as const,
  { territoire: 'france', codeTerritoire: '' } as const,
);
const code = fc.constantFrom<Indicateur['codeCertification']>(
  'CFD:32031001',
  'CFD:40025214',
  'MEFSTAT11:32210310010',
  'SISE:2500123',
);
const lignes = fc
  .array(
    fc.record({
      lieu,
      codeCertification: code,
      chiffres,
      source: fc.constantFrom('inserjeunes' as const, 'insersup' as const, 'sies_passage' as const),
      millesime: fc.constantFrom('2021_2022', '2022_2023', '2023'),
      annee: fc.integer({ min: 1990, max: 2100 }),
      voie: fc.constantFrom(null, 'scolaire' as const, 'apprentissage' as const),
      taux: fc.option(fc.double({ min: 0, max: 100, noNaN: true })),
    }),
    { maxLength: 40 },
  )
  .map((drawn) =>
    drawn.map(({ lieu: place, ...rest }, rang): Indicateur => ({
      ...rest,
      ...place,
      instantane: INSTANTANE,
      ligne: rang + 2,
    })),
  );

const byLine = (found: readonly Indicateur[]): Indicateur[] => [...found].sort((a, b) => a.ligne - b.ligne);

describe('a packet of published lines', () => {
  it('gives every line back as it was, at its place, under its code', () => {
    fc.assert(
      fc.property(lignes, lieu, code, fc.nat(7), (all, place, wanted, shift) => {
        const ranges = new IndicateursRanges();
        // A packet that comes from a larger buffer begins anywhere in it.
        const bytes = empaqueter(all);
        const within = new Uint8Array(bytes.length + shift);
        within.set(bytes, shift);
        ranges.add(new PaquetLu(within.subarray(shift), INSTANTANE));
        const here = all.filter(
          (ligne) => ligne.territoire === place.territoire && ligne.codeTerritoire === place.codeTerritoire,
        );
        const expected = here.filter(({ codeCertification }) => codeCertification === wanted);
        expect(ranges.at(place.territoire, place.codeTerritoire, wanted)).toEqual(expected);
        expect(
          byLine(ranges.of(place, new Set(all.map(({ codeCertification }) => codeCertification)))),
        ).toEqual(here);
        expect(ranges.of(place, new Set([wanted]))).toEqual(expected);
      }),
    );
  });

  it('knows nothing of a place or a code that it does not hold', () => {
    const ranges = new IndicateursRanges();
    ranges.add(new PaquetLu(empaqueter([]), INSTANTANE));
    expect(ranges.at('france', '', 'CFD:32031001')).toEqual([]);
    expect(ranges.of({ territoire: 'region', codeTerritoire: '84' }, new Set(['CFD:32031001']))).toEqual([]);
  });
});
