import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseMef, readMef } from './mef.ts';
import { parseMefstat11 } from './mefstat11.ts';

describe('readMef', () => {
  it('reads a MEF10', () => {
    expect(readMef(' 3113121221 ')).toEqual({ mef: '3113121221', suffixeAffelnet: null });
  });

  it('cuts the eleventh character of Affelnet and says so', () => {
    expect(readMef('24125221210')).toEqual({ mef: '2412522121', suffixeAffelnet: '0' });
  });

  it('gives back a lost zero', () => {
    expect(parseMef('021000222')).toBe('0021000222');
  });

  it.each(['', 'AFFECTATION', '24125221211', '31131212', 'X113121221'])('refuses %j', (text) => {
    expect(parseMef(text)).toBeNull();
  });

  it('takes the same MEF10 with and without the suffix', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9][0-9A-Z]{9}$/), (mef) => {
        expect(parseMef(mef)).toBe(mef);
        expect(parseMef(`${mef}0`)).toBe(mef);
      }),
    );
  });
});

describe('parseMefstat11', () => {
  it.each([
    ['32211031212', '32211031212'],
    [' 23k00033501', '23K00033501'],
  ])('reads %j', (text, code) => {
    expect(parseMefstat11(text)).toBe(code);
  });

  it.each(['', '3221103121', '322110312122', 'AFFECTATION'])('refuses %j', (text) => {
    expect(parseMefstat11(text)).toBeNull();
  });

  it('is idempotent', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const code = parseMefstat11(text);
        if (code !== null) expect(parseMefstat11(code)).toBe(code);
      }),
    );
  });
});
