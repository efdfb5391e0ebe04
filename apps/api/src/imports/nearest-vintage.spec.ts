import { describe, expect, it } from '@jest/globals';
import { nearestVintage } from './nearest-vintage.ts';

const at = (millesime: string, day: number) => ({ millesime, createdAt: new Date(2026, 0, day) });

describe('nearestVintage', () => {
  it('takes the vintage closest in time, on either side', () => {
    const vintages = [at('2020-03-01', 3), at('2024-03-01', 1), at('2026-05-01', 2)];
    expect(nearestVintage('2021-01-01', vintages)?.millesime).toBe('2020-03-01');
    expect(nearestVintage('2026-06-01', vintages)?.millesime).toBe('2026-05-01');
    expect(nearestVintage('2024-12-01', vintages)?.millesime).toBe('2024-03-01');
  });

  it('takes the last imported among equals, and where nothing is dated', () => {
    expect(
      nearestVintage('2024-01-01', [at('2024-01-01', 2), at('2024-01-01', 5)])?.createdAt.getDate(),
    ).toBe(5);
    expect(nearestVintage('', [at('', 4), at('', 9), at('', 2)])?.createdAt.getDate()).toBe(9);
    expect(nearestVintage('2024-01-01', [at('', 9), at('2010-01-01', 1)])?.millesime).toBe('2010-01-01');
  });

  it('has none to give for a first vintage', () => {
    expect(nearestVintage('2024-01-01', [])).toBeNull();
  });
});
