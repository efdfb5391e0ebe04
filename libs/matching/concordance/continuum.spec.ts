import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { diplomeRow, mefRow, referenceOf } from '../../../test/reference-rows.ts';
import { buildConcordance } from './build-concordance.ts';
import { mefstat11InContinuum } from './continuum.ts';
import { indexMef } from './mef-index.ts';

type Edge = readonly [string, string];

const CODES = ['50000001', '50000002', '50000003', '50000004', '50000005', '50000006'];
const edges = fc.uniqueArray(fc.tuple(fc.constantFrom(...CODES), fc.constantFrom(...CODES)), {
  maxLength: 9,
  selector: ([ancien, nouveau]) => `${ancien}${nouveau}`,
});

function concordanceOf(links: readonly Edge[]): ReturnType<typeof buildConcordance> {
  return buildConcordance(
    referenceOf({
      n_formation_diplome: CODES.map((cfd) =>
        diplomeRow(cfd, {
          nouveaux: links.flatMap(([ancien, nouveau]) => (ancien === cfd ? [nouveau] : [])),
        }),
      ),
    }),
  );
}

describe('the continuum', () => {
  it('follows a chain of 1–1 successions in both directions, nearest first', () => {
    const concordance = concordanceOf([
      ['50000001', '50000002'],
      ['50000002', '50000003'],
    ]);
    expect(concordance.continuum('50000001')).toEqual({ anciens: [], nouveaux: ['50000002', '50000003'] });
    expect(concordance.continuum('50000003')).toEqual({ anciens: ['50000002', '50000001'], nouveaux: [] });
  });

  it('carries nothing across a split or a fusion', () => {
    const concordance = concordanceOf([
      ['50000001', '50000002'],
      ['50000001', '50000003'],
      ['50000004', '50000006'],
      ['50000005', '50000006'],
    ]);
    expect(concordance.continuum('50000001').nouveaux).toEqual([]);
    expect(concordance.continuum('50000002').anciens).toEqual([]);
    expect(concordance.continuum('50000004').nouveaux).toEqual([]);
    expect(concordance.continuum('50000006').anciens).toEqual([]);
  });

  it('takes a renumbered code for the same diploma', () => {
    const concordance = buildConcordance(
      referenceOf(
        {
          millesime: '2025-05-06',
          n_formation_diplome: [
            diplomeRow('01022704', { nouveaux: ['46122704'] }),
            diplomeRow('46122704', { libelleLong200: 'ENERGIES (CS4)' }),
          ],
        },
        {
          millesime: '2024-02-08',
          n_formation_diplome: [diplomeRow('46122702', { libelleLong200: 'ENERGIES (CS4)' })],
        },
      ),
    );
    expect(concordance.continuum('01022704').nouveaux).toEqual(['46122704', '46122702']);
    expect(concordance.continuum('46122702').anciens).toEqual(['01022704']);
  });

  it('never crosses a fusion or a split, whatever the graph', () => {
    fc.assert(
      fc.property(edges, fc.constantFrom(...CODES), (links, start) => {
        const real = links.filter(([ancien, nouveau]) => ancien !== nouveau);
        const concordance = concordanceOf(links);
        const path = [start, ...concordance.continuum(start).nouveaux];
        path.slice(1).forEach((nouveau, index) => {
          const ancien = path[index];
          expect(real.filter(([from]) => from === ancien)).toEqual([[ancien, nouveau]]);
          expect(real.filter(([, to]) => to === nouveau)).toEqual([[ancien, nouveau]]);
        });
      }),
    );
  });

  it('ends on cycles, and never names the diploma itself nor another twice', () => {
    fc.assert(
      fc.property(edges, fc.constantFrom(...CODES), (links, start) => {
        const { anciens, nouveaux } = concordanceOf(links).continuum(start);
        for (const side of [anciens, nouveaux]) {
          expect(new Set(side).size).toBe(side.length);
          expect(side).not.toContain(start);
        }
      }),
    );
  });

  it('is symmetric: what one diploma reaches after reaches it before', () => {
    fc.assert(
      fc.property(edges, fc.constantFrom(...CODES), (links, start) => {
        const concordance = concordanceOf(links);
        for (const nouveau of concordance.continuum(start).nouveaux) {
          expect(concordance.continuum(nouveau).anciens).toContain(start);
        }
      }),
    );
  });

  it('gives symmetric lists without self-reference, whatever the graph', () => {
    fc.assert(
      fc.property(edges, (links) => {
        const concordance = concordanceOf(links);
        for (const { cfd, anciens, nouveaux } of concordance.certifications) {
          expect([...anciens, ...nouveaux]).not.toContain(cfd);
          for (const nouveau of nouveaux) expect(concordance.get(`CFD:${nouveau}`)?.anciens).toContain(cfd);
        }
      }),
    );
  });
});

describe('the MEFSTAT11 continuum', () => {
  const index = indexMef(
    referenceOf({
      n_mef: [
        mefRow('3110000121', '32211000001', '32000001'),
        mefRow('3110000122', '32221000001', '32000001'),
        mefRow('3110000221', '32211000002', '32000002'),
        mefRow('3110000222', '32221000002', '32000002'),
        mefRow('3100000211', '32111000002', '32000002'),
        mefRow('3110000322', '32221000003', '32000003'),
        mefRow('3130000322', '32121000003', '32000003'),
      ],
    }),
  );

  it('takes the single terminal MEFSTAT11 of each side', () => {
    const single = indexMef(
      referenceOf({
        n_mef: [
          mefRow('3110000122', '32221000001', '32000001'),
          mefRow('3170000233', '32131000002', '32000002'),
        ],
      }),
    );
    expect(mefstat11InContinuum('32221000001', '32000002', single)).toBe('32131000002');
  });

  it('else the same dispositif and the same first four characters', () => {
    expect(mefstat11InContinuum('32221000001', '32000002', index)).toBe('32221000002');
    expect(mefstat11InContinuum('32221000002', '32000003', index)).toBe('32221000003');
    expect(mefstat11InContinuum('32111000002', '32000003', index)).toBeNull();
  });

  it('follows the continuum of the diploma', () => {
    const concordance = buildConcordance(
      referenceOf({
        n_formation_diplome: [diplomeRow('32000001', { nouveaux: ['32000002'] }), diplomeRow('32000002')],
        n_mef: [
          mefRow('3110000122', '32221000001', '32000001'),
          mefRow('3110000222', '32221000002', '32000002'),
        ],
      }),
    );
    expect(concordance.continuumMefstat11('32221000001')).toEqual({ anciens: [], nouveaux: ['32221000002'] });
    expect(concordance.continuumMefstat11('32221000002')).toEqual({ anciens: ['32221000001'], nouveaux: [] });
    expect(concordance.continuumMefstat11('99999999999')).toEqual({ anciens: [], nouveaux: [] });
  });

  it('gives nothing for an unknown code', () => {
    expect(mefstat11InContinuum('99999999999', '32000002', index)).toBeNull();
  });
});
