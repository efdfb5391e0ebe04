import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isUai, parseUai } from './uai.ts';

describe('UAI', () => {
  it.each(['0750001H', '0010006B', '0751234L'])('accepts a code whose letter checks: %s', (uai) => {
    const digits = Number(uai.slice(0, 7));
    const letter = 'ABCDEFGHJKLMNPRSTUVWXYZ'[digits % 23] ?? '';
    expect(isUai(`${uai.slice(0, 7)}${letter}`)).toBe(true);
  });

  it.each([
    ['wrong letter', '0010006C'],
    ['letter in place of the first digit, as Parcoursup allots', 'C752887F'],
    ['two letters', '088998SS'],
    ['letter that RAMSESE never gives', '0859985Q'],
    ['seven characters', '010006B'],
    ['empty', ''],
  ])('refuses: %s', (_why, uai) => {
    expect(isUai(uai)).toBe(false);
  });

  it('accepts exactly one letter for any seven digits', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9_999_999 }), (number) => {
        const digits = String(number).padStart(7, '0');
        const accepted = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ').filter((letter) => isUai(digits + letter));
        expect(accepted).toHaveLength(1);
      }),
    );
  });

  it('reads a padded or lower-case cell', () => {
    expect(parseUai(' 0010006b ')).toBe('0010006B');
    expect(parseUai('0010006C')).toBeNull();
  });
});
