import { describe, expect, it } from '@jest/globals';
import { excerpt, parseText } from './cell-text.ts';

describe('text of a cell', () => {
  it.each([
    ['  1CAP2  ESSAIS \u00a0', '1CAP2  ESSAIS'],
    [' \u00a0\t', null],
    ['D\u0092INSERTION', 'D’INSERTION'],
    ['GE\u0090OGRAPHIE', 'GE\u0090OGRAPHIE'],
  ])('%j is %j', (cell, text) => {
    expect(parseText(cell)).toBe(text);
  });

  it('is quoted up to 200 characters in a refusal', () => {
    expect(excerpt('x'.repeat(200))).toHaveLength(200);
    expect(excerpt('x'.repeat(5000))).toHaveLength(200);
  });
});
