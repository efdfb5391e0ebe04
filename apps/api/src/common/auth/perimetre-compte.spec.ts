import { describe, expect, it } from '@jest/globals';
import { academiesOf, reaches } from './perimetre-compte.ts';

const national = { role: 'instructeur', academies: null } as const;
const lille = { role: 'instructeur', academies: ['Lille'] } as const;
const admin = { role: 'administrateur', academies: ['Lille'] } as const;

describe('the académies of an account', () => {
  it('limit it, unless it has none or administers', () => {
    expect(academiesOf(lille)).toEqual(['Lille']);
    expect(academiesOf(national)).toBeNull();
    expect(academiesOf(admin)).toBeNull();
  });

  it.each([
    ['one of its own among others', lille, ['Amiens', 'Lille'], true],
    ['others only', lille, ['Amiens'], false],
    ['none named', lille, [], false],
    ['none named, without a limit', national, [], true],
    ['others only, as an administrator', admin, ['Amiens'], true],
  ])('reach what concerns %s', (_label, compte, academies, expected) => {
    expect(reaches(compte, academies)).toBe(expected);
  });
});
