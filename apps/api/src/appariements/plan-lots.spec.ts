import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { planLots } from './plan-lots.ts';

describe('planLots', () => {
  it('keeps every signature once, in order, in chunks of at most 250 signatures and 1,000 formations', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 3_000 }), { maxLength: 900 }), (counts) => {
        const signatures = counts.map((formations, index) => ({ id: String(index), formations }));
        const lots = planLots(signatures);
        expect(lots.flatMap((lot) => lot.signatures)).toEqual(signatures.map(({ id }) => id));
        expect(lots.map(({ numero }) => numero)).toEqual(lots.map((_, index) => index));
        expect(lots.reduce((sum, lot) => sum + lot.nbFormations, 0)).toBe(counts.reduce((a, b) => a + b, 0));
        for (const { signatures: ids, nbFormations } of lots) {
          expect(ids.length).toBeLessThanOrEqual(250);
          expect(nbFormations <= 1_000 || ids.length === 1).toBe(true);
        }
      }),
    );
  });
});
