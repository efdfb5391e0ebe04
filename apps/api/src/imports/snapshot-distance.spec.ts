import { describe, expect, it } from '@jest/globals';
import { reasonsToConfirm } from './snapshot-distance.ts';

const none = { n: 0, sur: 1000, exemples: [] };
const last = { lignes: 1000, refusees: 10 };

describe('reasonsToConfirm', () => {
  it('lets an ordinary vintage through', () => {
    expect(reasonsToConfirm(last, { lignes: 1200, refusees: 60 }, { ...none, n: 20 })).toEqual([]);
  });

  it.each([
    ['a file cut', { lignes: 799, refusees: 0 }, none, /799 lignes au lieu de 1000 \(-20,1 %/],
    ['a file doubled', { lignes: 2000, refusees: 0 }, none, /\+100 %/],
    [
      'a column that changed meaning',
      { lignes: 1000, refusees: 70 },
      none,
      /7 % de lignes refusées au lieu de 1 %/,
    ],
    [
      'codes erased',
      last,
      { n: 21, sur: 1000, exemples: ['32031212', '40025101', '1', '2'] },
      /21 codes sur 1000 ont disparu \(2,1 %\), par exemple 32031212, 40025101, 1$/,
    ],
  ])('stops at %s', (_, apres, disparus, said) => {
    const raisons = reasonsToConfirm(last, apres, disparus);
    expect(raisons).toHaveLength(1);
    expect(raisons[0]?.replaceAll(/[\u00a0\u202f]/g, ' ')).toMatch(said);
  });

  it('says nothing of one code gone from a short list, nor of an empty reference', () => {
    expect(
      reasonsToConfirm(
        { lignes: 30, refusees: 0 },
        { lignes: 29, refusees: 0 },
        { n: 1, sur: 30, exemples: ['x'] },
      ),
    ).toEqual([]);
    expect(reasonsToConfirm({ lignes: 0, refusees: 0 }, last, { n: 0, sur: 0, exemples: [] })).toEqual([]);
  });
});
