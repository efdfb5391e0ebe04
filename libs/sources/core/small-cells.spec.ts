import { describe, expect, it } from '@jest/globals';
import { parseBoolean } from './boolean-cell.ts';
import { flatRecord } from './flat-record.ts';
import { parseNda } from './nda.ts';
import { millesimeOfName, yearOfName } from './year-of-name.ts';

describe('small cells', () => {
  it.each([
    ['True', true],
    ['oui', true],
    ['INACTIVE', false],
    ['False', false],
    ['', null],
    ['peut-être', null],
  ])('%j says %j', (cell, said) => {
    expect(parseBoolean(cell)).toBe(said);
  });

  it.each([
    ['11 75 00001 75', '11750000175'],
    ['1973000001', '01973000001'],
    ['123', null],
  ])('NDA %j is %j', (cell, nda) => {
    expect(parseNda(cell)).toBe(nda);
  });

  it('years and vintages are read in names, when there is but one', () => {
    expect(yearOfName('attractivite_2021.csv')).toBe(2021);
    expect(yearOfName('de_2021_a_2023.csv')).toBeNull();
    expect(yearOfName('id_120215.csv')).toBeNull();
    expect(millesimeOfName('depp_2021_2022_pro.csv')).toBe('2021_2022');
    expect(millesimeOfName('export 2023.json')).toBe('2023');
    expect(millesimeOfName(undefined)).toBeNull();
  });

  it('an object inside a record gives dotted names, a list one cell', () => {
    const flat = flatRecord({ a: 1, b: { c: null, d: ['x', 2] }, e: [{ f: true }], g: false });
    expect(Object.fromEntries(flat)).toEqual({
      a: '1',
      'b.c': '',
      'b.d': 'x|2',
      e: '[{"f":true}]',
      g: 'false',
    });
  });
});
