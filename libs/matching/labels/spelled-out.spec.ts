import { describe, expect, it } from '@jest/globals';
import { spelledOut } from './spelled-out.ts';

const found = (text: string): string[] => [...spelledOut(text.split(' '))];

describe('spelledOut', () => {
  it.each([
    ['responsable projets immobiliers rpi', 'rpi'],
    ['deaes diplome etat accompagnant educatif social', 'deaes'],
    ['assistance gestion organisations activites agora', 'agora'],
    ['bac pro technicien usinage tu', 'tu'],
  ])('finds the acronym that « %s » spells out', (text, sigle) => {
    expect(found(text)).toEqual([sigle]);
  });

  it.each([
    // Only two of its words, in the middle of the label.
    ['titre pro ci commerce international vendeur'],
    // The letters are not in the order of the words.
    ['responsable projets immobiliers irp'],
    // A word begins as the others do, and is longer than what they can spell.
    ['management des magasins'],
    ['cuisine'],
    [''],
  ])('finds none in « %s »', (text) => {
    expect(found(text)).toEqual([]);
  });
});
