import { describe, expect, it } from '@jest/globals';
import { excelDate } from './excel-date.ts';

describe('serial numbers of Excel', () => {
  it.each([
    [45464, false, '2024-06-21'],
    [45464.75, false, '2024-06-21'],
    [25288, false, '1969-03-26'],
    [44002, true, '2024-06-21'],
    [0, false, null],
    [1e9, false, null],
    [Number.NaN, false, null],
  ])('%d is %j', (serial, from1904, day) => {
    expect(excelDate(serial, from1904)).toBe(day);
  });
});
