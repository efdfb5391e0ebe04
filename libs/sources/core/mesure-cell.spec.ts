import { describe, expect, it } from '@jest/globals';
import { parseMesure, parseMesureCpf } from './mesure-cell.ts';

describe('figures as they are published', () => {
  it.each([
    ['54', { valeur: 54 }],
    ['54,6', { valeur: 54.6 }],
    ['-7', { valeur: -7 }],
    ['86.67', { valeur: 86.67 }],
    ['1 234', { valeur: 1234 }],
    ['12,5 %', { valeur: 12.5 }],
    ['nd', { motif: 'nd' }],
    ['Non diffusé', { motif: 'nd' }],
    ['NA', { motif: 'na' }],
    ['', { motif: 'vide' }],
    ['  ', { motif: 'vide' }],
    ['beaucoup', undefined],
    ['1e3', undefined],
    ['0x10', undefined],
  ])('%j is %j', (cell, mesure) => {
    expect(parseMesure(cell)).toEqual(mesure);
  });

  it('-1 is none in Mon compte formation only', () => {
    expect([parseMesureCpf('-1'), parseMesureCpf('0'), parseMesure('-1')]).toEqual([
      { motif: 'na' },
      { valeur: 0 },
      { valeur: -1 },
    ]);
  });
});
