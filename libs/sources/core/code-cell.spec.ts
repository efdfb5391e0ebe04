import { describe, expect, it } from '@jest/globals';
import {
  parseCfd,
  parseCi,
  parseCodes,
  parseIdeo,
  parseMef,
  parseMefstat11,
  parsePaddedMef,
  parseRncp,
  parseRs,
  parseSise,
} from './code-cell.ts';

describe('codes of cells', () => {
  it.each([
    ['32033423', '32033423'],
    [' 36c3240b ', '36C3240B'],
    ['1022105', '01022105'],
    ['50023209S', '50023209'],
    ['103341', null],
    ['AFFECTAT', null],
    ['320334233', null],
    ['', null],
  ])('CFD %j is %j', (cell, code) => {
    expect(parseCfd(cell)).toBe(code);
  });

  it.each([
    ['24125221210', '2412522121'],
    ['2412522121', '2412522121'],
    ['2472550C310', '2472550C31'],
    ['2472550C31A', null],
    ['AFFECTATION', null],
    ['24125221211', null],
  ])('Affelnet code %j is the MEF %j', (cell, code) => {
    expect(parsePaddedMef(cell)).toBe(code);
  });

  it('tells MEF from MEFSTAT11 by their length', () => {
    expect([parseMef('3112320121'), parseMefstat11('3112320121')]).toEqual(['3112320121', null]);
    expect([parseMef('32211023201'), parseMefstat11('32211023201')]).toEqual([null, '32211023201']);
  });

  it.each([
    ['34030', 'RNCP34030'],
    ['RNCP34030', 'RNCP34030'],
    ['RNCP 34030', 'RNCP34030'],
    ['rncp034030', 'RNCP34030'],
    ['0', null],
    ['RS34030', null],
    ['34030.474', null],
  ])('RNCP %j is %j', (cell, code) => {
    expect(parseRncp(cell)).toBe(code);
  });

  it('reads RS, SISE, Idéo and Certif Info codes and nothing else', () => {
    expect(parseRs('RS 6305')).toBe('RS6305');
    expect(parseSise('m000184')).toBe('M000184');
    expect(parseSise('LICENCE')).toBeNull();
    expect(parseIdeo('FOR.846')).toBe('FOR.846');
    expect(parseIdeo('TYPDISP.12')).toBeNull();
    expect(parseCi('114864')).toBe('114864');
    expect(parseCi('CI114864')).toBeNull();
  });

  it.each([';', '|', ',', ' ', ' ; ', '; '])(
    'splits lists written with %j and drops doubles',
    (separator) => {
      const cell = ['RNCP 34030', '34031', 'RNCP34030', 'absent'].join(separator);
      expect(parseCodes(cell, parseRncp)).toEqual(['RNCP34030', 'RNCP34031']);
    },
  );
});
