import { describe, expect, it } from '@jest/globals';
import { cohenKappa, type Paire } from './kappa.ts';

const repeat = (n: number, pair: Paire): Paire[] => Array.from({ length: n }, () => pair);

describe('cohenKappa', () => {
  it('is that of the textbook: 20 + 15 agreements of 50, 5 and 10 disagreements', () => {
    const pairs = [
      ...repeat(20, ['oui', 'oui']),
      ...repeat(5, ['oui', 'non']),
      ...repeat(10, ['non', 'oui']),
      ...repeat(15, ['non', 'non']),
    ];
    expect(cohenKappa(pairs)).toBeCloseTo(0.4, 10);
  });

  it('is 1 for full agreement and below 0 for less than chance', () => {
    expect(
      cohenKappa([
        ['a', 'a'],
        ['b', 'b'],
      ]),
    ).toBe(1);
    expect(
      cohenKappa([
        ['a', 'b'],
        ['b', 'a'],
      ]),
    ).toBe(-1);
  });

  it('says nothing where chance explains all', () => {
    expect(cohenKappa([])).toBeNull();
    expect(cohenKappa(repeat(9, ['a', 'a']))).toBeNull();
  });
});
