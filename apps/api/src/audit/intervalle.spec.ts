import { describe, expect, it } from '@jest/globals';
import { proportion } from './intervalle.ts';

describe('proportion', () => {
  // Published Clopper–Pearson intervals, two-sided, 95 %.
  it.each([
    [10, 10, 0.6915, 1],
    [0, 10, 0, 0.3085],
    [95, 100, 0.8872, 0.9836],
    [15, 20, 0.509, 0.9134],
  ])('%i of %i', (success, total, basse, haute) => {
    const seen = proportion(success, total);
    expect(seen?.valeur).toBe(success / total);
    expect(seen?.basse).toBeCloseTo(basse, 3);
    expect(seen?.haute).toBeCloseTo(haute, 3);
  });

  it('says nothing of nothing', () => {
    expect(proportion(0, 0)).toBeNull();
  });
});
