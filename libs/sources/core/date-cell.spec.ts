import { describe, expect, it } from '@jest/globals';
import { parseDate } from './date-cell.ts';

describe('dates of cells', () => {
  it.each([
    ['31/08/2024', '2024-08-31'],
    ['1/9/2019', '2019-09-01'],
    ['03.03.2020', '2020-03-03'],
    ['2024-08-31', '2024-08-31'],
    ['2024-08-31 00:00:00', '2024-08-31'],
    ['2024-08-31T00:00:00.000Z', '2024-08-31'],
    [' 29/02/2024 ', '2024-02-29'],
    ['', null],
    ['   ', null],
  ])('%j is %j', (cell, date) => {
    expect(parseDate(cell)).toBe(date);
  });

  it.each(['31/02/2024', '29/02/2023', '08/31/2024', '2024-13-01', '31/08/24', 'demain', '00/00/0000'])(
    '%j is not a day of the calendar',
    (cell) => {
      expect(parseDate(cell)).toBeUndefined();
    },
  );
});
