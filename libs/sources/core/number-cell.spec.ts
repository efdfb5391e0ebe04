import { describe, expect, it } from '@jest/globals';
import { parseInteger, parseYear } from './number-cell.ts';

describe('numbers of cells', () => {
  it.each([
    ['24', 24],
    ['24.0', 24],
    [' 0 ', 0],
    ['10.5', null],
    ['2,8,4', null],
    ['', null],
    ['-3', null],
  ])('%j is the whole number %j', (cell, number) => {
    expect(parseInteger(cell)).toBe(number);
  });

  it.each([
    ['2024', 2024],
    ['24', null],
    ['0001', null],
    ['31/08/2024', null],
  ])('%j is the year %j', (cell, year) => {
    expect(parseYear(cell)).toBe(year);
  });
});
