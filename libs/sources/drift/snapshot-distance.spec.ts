import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { snapshotDistance, type SnapshotFigures } from './snapshot-distance.ts';

const figures = (count: number, refusees = 0, from = 0): SnapshotFigures => ({
  acceptees: count,
  refusees,
  codes: new Set(Array.from({ length: count }, (_, index) => `C${String(from + index)}`)),
});

describe('distance between two snapshots', () => {
  it('the growth of a year is not far', () => {
    expect(snapshotDistance(figures(1000, 2), figures(1030, 3))).toMatchObject({
      lignes: 0.03,
      disparus: [],
      nouveaux: 30,
      raisons: [],
    });
  });

  it('half of the rows gone is far, by rows and by codes', () => {
    const distance = snapshotDistance(figures(1000), figures(500));
    expect(distance).toMatchObject({
      lignes: -0.5,
      partDisparue: 0.5,
      raisons: ['LIGNES', 'CODES_DISPARUS'],
    });
    expect(distance.disparus).toHaveLength(500);
  });

  it('as many rows under other codes is far', () => {
    expect(snapshotDistance(figures(100), figures(100, 0, 50))).toMatchObject({
      lignes: 0,
      nouveaux: 50,
      raisons: ['CODES_DISPARUS'],
    });
  });

  it('more refused lines than before is far, fewer is not', () => {
    expect(snapshotDistance(figures(100, 0), figures(100, 10)).raisons).toEqual(['REFUS']);
    expect(snapshotDistance(figures(100, 10), figures(100, 0)).raisons).toEqual([]);
  });

  it('from nothing to something is far, and the limits can be moved', () => {
    expect(snapshotDistance(figures(0), figures(1))).toMatchObject({ lignes: Infinity, raisons: ['LIGNES'] });
    const wide = { lignes: 1, refus: 1, codesDisparus: 1 };
    expect(snapshotDistance(figures(1000), figures(500), wide).raisons).toEqual([]);
  });

  it('a snapshot is at no distance of itself', () => {
    fc.assert(
      fc.property(fc.nat(200), fc.nat(50), (count, refusees) => {
        const same = figures(count, refusees);
        expect(snapshotDistance(same, same)).toMatchObject({
          lignes: 0,
          disparus: [],
          nouveaux: 0,
          raisons: [],
        });
      }),
    );
  });
});
