import { describe, expect, it } from '@jest/globals';
import { ACADEMIES, academieOfUai, parseAcademie } from './academie.ts';

describe('académies', () => {
  it.each([
    [' ORLEANS-TOURS ', '18'],
    ['Académie de Créteil', '24'],
    ["Académie d'Aix-Marseille", '02'],
    ['4', '04'],
    ['Rouen', '70'],
    ['La Réunion', '28'],
    ['Saint Pierre et Miquelon', '44'],
  ])('reads %j', (text, code) => {
    expect(parseAcademie(text)).toBe(code);
  });

  it.each(['', 'Non recensée', 'Bavière', '99'])('does not know %j', (text) => {
    expect(parseAcademie(text)).toBeNull();
  });

  it('reads each of its own names and codes', () => {
    for (const { code, nom } of ACADEMIES) {
      expect(parseAcademie(nom)).toBe(code);
      expect(parseAcademie(code)).toBe(code);
    }
  });

  it.each([
    ['0691670T', '10'],
    ['6200001G', '27'],
    ['9740001A', '28'],
    ['9830002K', '40'],
    ['9990001A', null],
  ])('finds the académie of %s', (uai, code) => {
    expect(academieOfUai(uai)).toBe(code);
  });
});
