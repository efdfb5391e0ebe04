import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseNda } from './nda.ts';
import { parseSiren, parseSiret, sirenOf } from './siret.ts';
import { parseUai, uaiCheckLetter } from './uai.ts';

const ALPHABET = Array.from({ length: 26 }, (_, index) => String.fromCharCode(65 + index));
const sevenDigits = fc.stringMatching(/^[0-9]{7}$/);

describe('parseUai', () => {
  it.each([
    [' 0040007l', '0040007L'],
    ['0595821G', '0595821G'],
    ['040007L', '0040007L'],
  ])('reads %j', (text, uai) => {
    expect(parseUai(text)).toBe(uai);
  });

  it.each(['', '0040007M', '0040007', '0040007LL', 'A040007L'])('refuses %j', (text) => {
    expect(parseUai(text)).toBeNull();
  });

  it('accepts exactly one letter for each number, never I, O or Q', () => {
    fc.assert(
      fc.property(sevenDigits, (digits) => {
        const accepted = ALPHABET.filter((letter) => parseUai(digits + letter) !== null);
        expect(accepted).toEqual([uaiCheckLetter(digits)]);
        expect('IOQ').not.toContain(accepted[0]);
      }),
    );
  });

  it('notices one wrong digit', () => {
    fc.assert(
      fc.property(sevenDigits, fc.nat(6), fc.integer({ min: 1, max: 9 }), (digits, at, shift) => {
        const wrong = (Number(digits.charAt(at)) + shift) % 10;
        const other = `${digits.slice(0, at)}${wrong}${digits.slice(at + 1)}`;
        expect(parseUai(other + uaiCheckLetter(digits))).toBeNull();
      }),
    );
  });
});

/** The digits completed by their Luhn key. */
function withLuhnKey(digits: string): string {
  const sum = [...digits].reverse().reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 0 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return `${digits}${(10 - (sum % 10)) % 10}`;
}
const sirens = fc.stringMatching(/^[1-9][0-9]{7}$/).map(withLuhnKey);

describe('parseSiren and parseSiret', () => {
  it('reads typed numbers', () => {
    expect(parseSiren('552 100 554')).toBe('552100554');
    expect(parseSiret('732 829 320 00074')).toBe('73282932000074');
  });

  it.each(['', '552100555', '5521005540', 'ABCDEFGHI', '000000000'])('refuses the SIREN %j', (text) => {
    expect(parseSiren(text)).toBeNull();
  });

  it('takes La Poste by the sum of its digits', () => {
    // 35600000000048 passes Luhn; 35600000049837 passes only the sum of digits (45).
    expect(parseSiret('35600000000048')).toBe('35600000000048');
    expect(parseSiret('35600000049837')).toBe('35600000049837');
    expect(parseSiret('35600000049838')).toBeNull();
  });

  it('takes every SIRET made of a SIREN and a key, and notices one wrong digit', () => {
    fc.assert(
      fc.property(sirens, fc.stringMatching(/^[0-9]{4}$/), fc.nat(13), (siren, nic, at) => {
        const siret = withLuhnKey(siren + nic);
        const parsed = parseSiret(siret);
        expect(parsed).toBe(siret);
        if (parsed !== null) expect(sirenOf(parsed)).toBe(siren);
        fc.pre(!siret.startsWith('356000000'));
        const wrong = (Number(siret.charAt(at)) + 1) % 10;
        expect(parseSiret(`${siret.slice(0, at)}${wrong}${siret.slice(at + 1)}`)).toBeNull();
      }),
    );
  });

  it('gives back lost leading zeros', () => {
    const siren = withLuhnKey('00562012');
    expect(parseSiren(String(Number(siren)))).toBe(siren);
  });
});

describe('parseNda', () => {
  it.each([
    ['11 75 54321 75', '11755432175'],
    ['1755432175', '01755432175'],
    ['942A0123420', '942A0123420'],
  ])('reads %j', (text, nda) => {
    expect(parseNda(text)).toBe(nda);
  });

  it.each(['', '117554321', '117554321755'])('refuses %j', (text) => {
    expect(parseNda(text)).toBeNull();
  });

  it('is idempotent', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9]{11}$/), (nda) => {
        expect(parseNda(nda)).toBe(nda);
      }),
    );
  });
});
