import { describe, expect, it } from '@jest/globals';
import { quiformeFreshness } from './freshness.ts';

const HOUR = 3_600_000;

describe('quiformeFreshness', () => {
  it.each([
    [0, 'fraiche'],
    [23.9, 'fraiche'],
    [24, 'a_rafraichir'],
    [71.9, 'a_rafraichir'],
    [72, 'perimee'],
    [500, 'perimee'],
  ])('after %p hours an answer is %s', (hours, fraicheur) => {
    expect(quiformeFreshness(1000, 1000 + hours * HOUR)).toBe(fraicheur);
  });
});
