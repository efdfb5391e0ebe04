import { describe, expect, it } from '@jest/globals';
import { ETATS_COUVERTURE } from '../contract/couverture.ts';
import { aspectEtat, nomEtat } from './etats-couverture.ts';

describe('the states of coverage', () => {
  it('are painted each its own way, light and dark, by more than their colour', () => {
    for (const mode of ['light', 'dark'] as const) {
      const looks = ETATS_COUVERTURE.map((etat) => JSON.stringify(aspectEtat(etat, mode)));
      expect(new Set(looks).size).toBe(ETATS_COUVERTURE.length);
    }
  });

  it('are named without what the title already says', () => {
    expect(nomEtat('Non couvert - code certification inconnu')).toBe('Code certification inconnu');
  });
});
