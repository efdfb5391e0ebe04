import { describe, expect, it } from '@jest/globals';
import { parseVoie, voieOfLabel } from './voie.ts';

describe('route of a row', () => {
  it.each([
    ['Apprentissage', 'apprentissage'],
    ['SCOLAIRE', 'scolaire'],
    ['Apprenti', 'apprentissage'],
    ['', null],
    ['autre', null],
  ])('column %j says %j', (cell, voie) => {
    expect(parseVoie(cell)).toBe(voie);
  });

  it.each([
    ['BTS - Services - Tourisme - en apprentissage', 'apprentissage'],
    ['BTS - Services - Tourisme', null],
    ['BTS - Services - Assurance (Seconde année possible en apprentissage)', null],
    ['BTS - Production - Bâtiment - seconde année en apprentissage', null],
  ])('label %j says %j', (label, voie) => {
    expect(voieOfLabel(label, null)).toBe(voie);
  });
});
