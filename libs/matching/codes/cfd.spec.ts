import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { niveauOfCfd, parseCfd, parseCfdAvecSpecialite } from './cfd.ts';

const cfds = fc.stringMatching(/^[0-9][0-9A-Z]{7}$/);
const blanks = fc.stringMatching(/^[ \t\u00A0]{0,4}$/);

describe('parseCfd', () => {
  it.each([
    ['40025214', '40025214'],
    ['  36c3240b ', '36C3240B'],
    ['1022103', '01022103'],
    ["'01022103", '01022103'],
    ['\uFEFF32031212\u00A0', '32031212'],
    ['40025214S', '40025214'],
  ])('reads %j', (text, cfd) => {
    expect(parseCfd(text)).toBe(cfd);
  });

  it.each(['', 'AFFECTATION', '102210', '400252145', 'S40025214', '4002 5214', '36C324B', '32211031212'])(
    'refuses %j',
    (text) => {
      expect(parseCfd(text)).toBeNull();
    },
  );

  it('returns the ninth letter apart', () => {
    expect(parseCfdAvecSpecialite('01022103S')).toEqual({ cfd: '01022103', lettreSpecialite: 'S' });
    expect(parseCfdAvecSpecialite('01022103')).toEqual({ cfd: '01022103', lettreSpecialite: null });
  });

  it('gives back a CFD whatever the blanks and the case around it', () => {
    fc.assert(
      fc.property(cfds, blanks, blanks, (cfd, before, after) => {
        expect(parseCfd(`${before}${cfd.toLowerCase()}${after}`)).toBe(cfd);
      }),
    );
  });

  it('gives back the zero that a spreadsheet dropped', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^0[1-9][0-9]{6}$/), (cfd) => {
        expect(parseCfd(String(Number(cfd)))).toBe(cfd);
      }),
    );
  });

  it('is idempotent and always gives eight characters', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const cfd = parseCfd(text);
        if (cfd === null) return;
        expect(cfd).toMatch(/^[0-9A-Z]{8}$/);
        expect(parseCfd(cfd)).toBe(cfd);
      }),
    );
  });

  it('knows the level of a CFD', () => {
    expect(niveauOfCfd('32331202')).toBe('323');
  });
});
