import { describe, expect, it } from '@jest/globals';
import { fitsFamille, isBeginningOf, isSameName, readName, saysAll, shareWord } from './read-name.ts';

const name = (text: string, type: string | null = null) => readName(text, type, '2024-09-01');
const official = (text: string) => readName(text, null, '2024-09-01', true);

describe('the name that a text gives to a certification', () => {
  it('is the same with words cut short, chatter and brackets apart', () => {
    expect(
      isSameName(name('1CAP2 MAINT. BAT. COLLECT.'), official('MAINTENANCE BATIMENTS COLLECTIVITES (CAP)')),
    ).toBe(true);
    expect(isSameName(name('CAP verrier - en apprentissage'), official('VERRIER (CAP)'))).toBe(true);
    expect(isSameName(name('CAP verrier'), official('VERRIER SOUFFLEUR (CAP)'))).toBe(false);
  });

  it('is another with another option letter, and a beginning where it says none', () => {
    expect(isSameName(name('BTS vitrail option A'), official('VITRAIL OPTION B (BTS)'))).toBe(false);
    expect(isBeginningOf(name('BTS vitrail'), official('VITRAIL OPTION B PLOMB (BTS)'))).toBe(true);
    expect(isBeginningOf(name('BTS vitrail option A'), official('VITRAIL OPTION B PLOMB (BTS)'))).toBe(false);
  });

  it('is said by a text that holds all its words', () => {
    expect(
      saysAll(name('Bachelor verrier souffleur en cristallerie'), official('SOUFFLEUR VERRIER (X)')),
    ).toBe(true);
    expect(saysAll(name('Bachelor verrier'), official('SOUFFLEUR VERRIER (X)'))).toBe(false);
    expect(shareWord(name('Bachelor verrier'), official('SOUFFLEUR VERRIER (X)'))).toBe(true);
    expect(shareWord(name('Bachelor vitrier'), official('SOUFFLEUR VERRIER (X)'))).toBe(false);
  });

  it('fits the families that the column names, else the label, and none where neither does', () => {
    expect(fitsFamille(name('Verrier', 'Brevet de technicien supérieur'), '320')).toBe(true);
    expect(fitsFamille(name('CAP verrier'), '320')).toBe(false);
    expect(fitsFamille(name('Verrier'), '320')).toBe(false);
  });
});
