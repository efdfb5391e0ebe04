import { describe, expect, it } from '@jest/globals';
import { changementsDe, closesSessions, removesLastAdministrateur } from './compte-changes.ts';

const admin = { nom: 'A', role: 'administrateur', academies: null, actif: true } as const;

describe('changementsDe', () => {
  it('keeps the fields that change, with both values', () => {
    expect(changementsDe(admin, { ...admin, nom: 'B' })).toEqual({ nom: { avant: 'A', apres: 'B' } });
    expect(changementsDe(admin, admin)).toEqual({});
  });
});

describe('removesLastAdministrateur', () => {
  it.each([
    ['demoted', { ...admin, role: 'lecteur' } as const, ['1'], true],
    ['closed', { ...admin, actif: false }, ['1'], true],
    ['renamed', { ...admin, nom: 'B' }, ['1'], false],
    ['demoted, another remains', { ...admin, role: 'lecteur' } as const, ['1', '2'], false],
    ['not an administrator', { ...admin, role: 'lecteur' } as const, ['2'], false],
  ])('%s', (_label, apres, administrateurs, expected) => {
    expect(removesLastAdministrateur('1', apres, administrateurs)).toBe(expected);
  });
});

describe('closesSessions', () => {
  it('when the rights change or the account closes, not for a name', () => {
    expect(closesSessions(changementsDe(admin, { ...admin, role: 'lecteur' }))).toBe(true);
    expect(closesSessions(changementsDe(admin, { ...admin, actif: false }))).toBe(true);
    expect(closesSessions(changementsDe(admin, { ...admin, academies: ['Lille'] }))).toBe(true);
    expect(
      closesSessions(changementsDe({ ...admin, academies: ['Lille'] }, { ...admin, academies: ['Lille'] })),
    ).toBe(false);
    expect(closesSessions(changementsDe({ ...admin, actif: false }, admin))).toBe(false);
    expect(closesSessions(changementsDe(admin, { ...admin, nom: 'B' }))).toBe(false);
  });
});
