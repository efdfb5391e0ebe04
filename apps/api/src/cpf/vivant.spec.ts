import { describe, expect, it } from '@jest/globals';
import { estVivant } from './vivant.ts';

const entered = (periode: string, entrees = 3) => [{ periode, entrees }];

describe('estVivant', () => {
  it.each([
    ['in the offer, whatever the months', true, [], '2026-03', true],
    ['out of the offer, entered in the last twelve months', false, entered('2025-04'), '2026-03', true],
    ['out of the offer, last entered a year ago to the month', false, entered('2025-03'), '2026-03', false],
    ['out of the offer, a month without an entry', false, entered('2026-01', 0), '2026-03', false],
    ['no offer imported, entered lately', null, entered('2026-03'), '2026-03', true],
    ['no months imported, out of the offer', false, [], null, false],
    ['nothing imported', null, [], null, null],
  ])('%s', (_, dansOffre, mois, dernier, vivant) => {
    expect(estVivant(dansOffre, mois, dernier)).toBe(vivant);
  });
});
