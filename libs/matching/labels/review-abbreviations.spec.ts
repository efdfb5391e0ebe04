import { describe, expect, it } from '@jest/globals';
import { lexiconLines, toReview } from './review-abbreviations.ts';

const pairs = (court: string, long: string) =>
  ['A', 'B', 'C'].map((end) => ({ court: `${court} ${end}`, long: `${long} ${end}` }));

describe('abbreviations to review', () => {
  it('are those that the lexicon and the prefixes do not read, with an example', () => {
    const lines = toReview([
      ...pairs('CHRPTE BOIS', 'CHARPENTE BOIS'),
      ...pairs('TVX PUBLICS', 'TRAVAUX PUBLICS'),
      ...pairs('MAINT NAUTIQUE', 'MAINTENANCE NAUTIQUE'),
    ]);
    expect(lines).toEqual([
      {
        forme: 'chrpte',
        lecture: 'charpente',
        preuves: 3,
        part: 1,
        exemple: { court: 'CHRPTE BOIS A', long: 'CHARPENTE BOIS A' },
        avis: '',
      },
    ]);
  });

  it('keep the answer of an earlier review, and give the approved ones as lines of the lexicon', () => {
    const [first] = toReview(pairs('CHRPTE BOIS', 'CHARPENTE BOIS'));
    if (first === undefined) throw new Error('nothing proposed');
    const reviewed = [
      { ...first, avis: 'oui' as const },
      { ...first, forme: 'chrpte', lecture: 'charpentier', preuves: 2, avis: 'oui' as const },
      { ...first, forme: 'bs', lecture: 'bois', avis: 'non' as const },
    ];
    const again = toReview(pairs('CHRPTE BOIS', 'CHARPENTE BOIS'), reviewed);
    expect(again.map(({ lecture, avis }) => [lecture, avis])).toEqual([
      ['bois', 'non'],
      ['charpente', 'oui'],
      ['charpentier', 'oui'],
    ]);
    expect(lexiconLines(again)).toEqual(["    chrpte: 'charpente|charpentier',"]);
  });
});
