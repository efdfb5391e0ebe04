import { describe, expect, it } from '@jest/globals';
import { expandWord, isSkeleton } from './expand-word.ts';
import { VocabularyBuilder } from './vocabulary.ts';

const builder = new VocabularyBuilder();
[
  'maintenance',
  'travaux',
  'production',
  'produits',
  'vendeur',
  'coiffeur',
  'agent',
  'informatique',
  'environnement',
  'commercialisation',
  'commercialisatio',
  'logistique',
].forEach((word, owner) => builder.add(word, owner, false));
builder.add('constr', 20, true);
const vocabulary = builder.build(30);

const readings = (word: string, dotted = false): string[] => {
  const { ids } = expandWord(vocabulary, word, dotted);
  return [...ids].map((id) => vocabulary.words[id] ?? '');
};

describe('expandWord', () => {
  it.each([
    ['maint', 'maintenance', true],
    ['tvx', 'travaux', false],
    ['vendeuse', 'vendeur', false],
    ['informatiqe', 'informatique', false],
    ['construction', 'constr', false],
    ['coiffure', 'coiffeur', false],
    ['envrt', 'environnement', false],
  ])('reads « %s » as « %s »', (word, reading, dotted) => {
    expect(readings(word, dotted)).toContain(reading);
  });

  it('keeps every reading of an ambiguous abbreviation, with weights', () => {
    expect(readings('prod', true)).toEqual(expect.arrayContaining(['production', 'produits']));
  });

  it('gives the word itself the first place', () => {
    const { ids, sims } = expandWord(vocabulary, 'agent', false);
    expect(vocabulary.words[ids[0] ?? -1]).toBe('agent');
    expect(sims[0]).toBe(1);
  });

  it('is surer of a cut word that only one can complete', () => {
    const likeness = (word: string, dotted: boolean, reading: string): number => {
      const { ids, sims } = expandWord(vocabulary, word, dotted);
      return sims[[...ids].findIndex((id) => vocabulary.words[id] === reading)] ?? 0;
    };
    expect(likeness('commercialisat', true, 'commercialisation')).toBeGreaterThan(0.95);
    expect(likeness('commercialisat', false, 'commercialisation')).toBeLessThan(0.9);
    expect(likeness('prod', true, 'production')).toBeLessThan(0.95);
  });

  it('reads the words near it in the lexicon, less surely than the word itself', () => {
    expect(readings('supply')).toContain('logistique');
    const { ids, sims } = expandWord(vocabulary, 'supply', false);
    expect(sims[[...ids].findIndex((id) => vocabulary.words[id] === 'logistique')]).toBeLessThan(0.7);
  });

  it('reads nothing into numbers', () => {
    expect(readings('2024')).toEqual([]);
  });
});

describe('isSkeleton', () => {
  it('wants the first letter and the order', () => {
    expect(isSkeleton('tvx', 'travaux')).toBe(true);
    expect(isSkeleton('xvt', 'travaux')).toBe(false);
    expect(isSkeleton('trv', 'cravate')).toBe(false);
  });
});
