import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { upperBound } from './clopper-pearson.ts';
import { AUCUN_SEUIL, certifyThreshold, tightenForStratum, withMargin } from './threshold.ts';

describe('upperBound', () => {
  // Published values of the one-sided 95 % Clopper–Pearson bound.
  it.each([
    [0, 299, 0.01],
    [0, 59, 0.0495],
    [1, 100, 0.0466],
    [5, 100, 0.1023],
  ])('of %i errors among %i', (wrong, total, bound) => {
    expect(upperBound(wrong, total)).toBeCloseTo(bound, 3);
  });

  it('is above the observed rate and grows with the errors', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), fc.integer({ min: 0, max: 500 }), (total, errors) => {
        const wrong = Math.min(errors, total);
        expect(upperBound(wrong, total)).toBeGreaterThanOrEqual(wrong / total);
        if (wrong > 0) expect(upperBound(wrong, total)).toBeGreaterThanOrEqual(upperBound(wrong - 1, total));
      }),
    );
  });
});

describe('certifyThreshold', () => {
  const judged = (count: number, wrongAt: readonly number[]) =>
    Array.from({ length: count }, (_, i) => ({ confiance: 1 - i / count, juste: !wrongAt.includes(i) }));

  it('certifies nothing from too few labels', () => {
    expect(certifyThreshold(judged(298, []), 0.01, 'toutes').seuil).toBe(AUCUN_SEUIL);
    expect(certifyThreshold(judged(299, []), 0.01, 'toutes').acceptes).toBe(299);
  });

  it('stops where the bound of the error passes the risk', () => {
    const found = certifyThreshold(judged(1000, [600, 610, 620, 630, 640]), 0.01, 'toutes');
    expect(found.borne).toBeLessThanOrEqual(0.01);
    expect(found.acceptes).toBeGreaterThanOrEqual(600);
    expect(found.acceptes).toBeLessThan(1000);
  });

  it('never splits labels of the same confidence', () => {
    const same = Array.from({ length: 400 }, (_, i) => ({ confiance: 0.9, juste: i !== 399 }));
    const found = certifyThreshold(same, 0.01, 'toutes');
    expect([0, 400]).toContain(found.acceptes);
  });
});

describe('the threshold of a weaker stratum', () => {
  const toutes = { strate: 'toutes', risque: 0.1, seuil: 0.5, acceptes: 90, faux: 3, borne: 0.09 };
  const answers = Array.from({ length: 40 }, (_, i) => ({
    confiance: 1 - i / 50,
    // One in ten is wrong at first, then one in two.
    juste: i < 20 ? i % 10 !== 9 : i % 2 === 0,
  }));

  it('is the lowest above which the measured error stays at most the risk', () => {
    const { seuil, acceptes, faux } = tightenForStratum(answers, toutes, 'titres');
    expect({ acceptes, faux }).toEqual({ acceptes: 21, faux: 2 });
    expect(seuil).toBeCloseTo(1 - 20 / 50);
  });

  it('is never below that of all', () => {
    const right = answers.map(({ confiance }) => ({ confiance, juste: true }));
    expect(tightenForStratum(right, toutes, 'titres').seuil).toBeGreaterThanOrEqual(toutes.seuil);
  });

  it('accepts nothing where no threshold keeps the risk', () => {
    const wrong = answers.map(({ confiance }) => ({ confiance, juste: false }));
    expect(tightenForStratum(wrong, toutes, 'titres')).toMatchObject({ seuil: Infinity, acceptes: 0 });
  });
});

describe('the margin kept below the risk', () => {
  const answers = Array.from({ length: 400 }, (_, i) => ({ confiance: 1 - i / 500, juste: i % 100 !== 99 }));
  const certified = certifyThreshold(answers, 0.05, 'toutes');

  it('raises the threshold until what was measured spends its share of the risk only', () => {
    const { risque, seuil, acceptes, faux, borne } = withMargin(certified, answers, 0.1);
    expect(seuil).toBeGreaterThan(certified.seuil);
    expect(faux).toBeLessThanOrEqual(0.05 * 0.1 * acceptes);
    expect({ risque, borne }).toEqual({ risque: 0.05, borne: upperBound(faux, acceptes) });
  });

  it('never goes below the certified threshold', () => {
    expect(withMargin(certified, answers, 1).seuil).toBeGreaterThanOrEqual(certified.seuil);
  });

  it('accepts nothing where nothing is certified', () => {
    const one = [{ confiance: 0.9, juste: true }];
    expect(withMargin(certifyThreshold(one, 0.01, 'toutes'), one, 0.4).seuil).toBe(AUCUN_SEUIL);
  });
});
