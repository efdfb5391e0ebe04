import { describe, expect, it } from '@jest/globals';
import { isSiret, parseSiret } from './siret.ts';

describe('SIRET', () => {
  it('accepts a number whose Luhn sum is a multiple of ten', () => {
    expect(isSiret('73282932000074')).toBe(true);
  });

  it('refuses a number with one digit changed', () => {
    expect(isSiret('73282932000075')).toBe(false);
  });

  it("accepts La Poste's establishments, whose sum is a multiple of five", () => {
    expect(isSiret('35600000049837')).toBe(true);
    expect(isSiret('35600000049838')).toBe(false);
  });

  it('reads a cell whose groups are spaced and refuses one that lost its last digits', () => {
    expect(parseSiret(' 732 829 320 00074 ')).toBe('73282932000074');
    expect(parseSiret('73282932000000')).toBeNull();
    expect(parseSiret('0')).toBeNull();
  });
});
