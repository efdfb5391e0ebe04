import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseCi } from './ci.ts';
import { parseIdeo } from './ideo.ts';
import { parseRncp } from './rncp.ts';
import { parseRs } from './rs.ts';
import { parseSise } from './sise.ts';

const number = fc.integer({ min: 10, max: 999_999 });

describe('parseRncp', () => {
  it.each([
    ['RNCP34030', 'RNCP34030'],
    ['rncp 34030', 'RNCP34030'],
    ['34030', 'RNCP34030'],
    ['34030.0', 'RNCP34030'],
    ['RNCP00474', 'RNCP474'],
  ])('reads %j', (text, code) => {
    expect(parseRncp(text)).toBe(code);
  });

  it.each(['', 'RNCP', 'RNCP7', 'RS5616', 'RNCP1234567', '0'])('refuses %j', (text) => {
    expect(parseRncp(text)).toBeNull();
  });

  it('reads the bare number and the prefixed one alike', () => {
    fc.assert(
      fc.property(number, (value) => {
        expect(parseRncp(String(value))).toBe(`RNCP${value}`);
        expect(parseRncp(`RNCP${value}`)).toBe(`RNCP${value}`);
      }),
    );
  });
});

describe('parseRs', () => {
  it('wants its prefix, since a bare number is a RNCP fiche', () => {
    expect(parseRs(' rs 5616 ')).toBe('RS5616');
    expect(parseRs('5616')).toBeNull();
    expect(parseRs('RNCP5616')).toBeNull();
  });

  it('is idempotent', () => {
    fc.assert(
      fc.property(number, (value) => {
        expect(parseRs(`RS${value}`)).toBe(`RS${value}`);
      }),
    );
  });
});

describe('parseIdeo', () => {
  it.each([
    ['FOR.5796', 'FOR.5796'],
    ['for.5796', 'FOR.5796'],
    ['https://www.onisep.fr/http/redirection/formation/slug/FOR.5796', 'FOR.5796'],
  ])('reads %j', (text, code) => {
    expect(parseIdeo(text)).toBe(code);
  });

  it.each(['', 'TYPDISP.12', 'FOR.', 'FOR.12A', 'XFOR.12'])('refuses %j', (text) => {
    expect(parseIdeo(text)).toBeNull();
  });

  it('is idempotent', () => {
    fc.assert(
      fc.property(number, (value) => {
        expect(parseIdeo(`FOR.${value}`)).toBe(`FOR.${value}`);
      }),
    );
  });
});

describe('parseCi', () => {
  it('drops leading zeros and refuses anything but digits', () => {
    expect(parseCi(' 0100357')).toBe('100357');
    expect(parseCi('')).toBeNull();
    expect(parseCi('CI100357')).toBeNull();
  });

  it('is idempotent', () => {
    fc.assert(
      fc.property(number, (value) => {
        expect(parseCi(String(value))).toBe(String(value));
      }),
    );
  });
});

describe('parseSise', () => {
  it.each([
    ['2400020', '2400020'],
    ['m000184', 'M000184'],
    ['100025', '0100025'],
  ])('reads %j', (text, code) => {
    expect(parseSise(text)).toBe(code);
  });

  it.each(['', 'M00184', 'MM00184', '24000201'])('refuses %j', (text) => {
    expect(parseSise(text)).toBeNull();
  });

  it('is idempotent', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9A-Z][0-9]{6}$/), (code) => {
        expect(parseSise(code)).toBe(code);
      }),
    );
  });
});
