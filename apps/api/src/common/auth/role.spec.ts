import { describe, expect, it } from '@jest/globals';
import { hasRole, ROLES } from './role.ts';

describe('hasRole', () => {
  it('lets a role do what the ones below it may, and no more', () => {
    const table = ROLES.map((role) => ROLES.map((required) => hasRole(role, required)));
    expect(table).toEqual([
      [true, false, false, false],
      [true, true, false, false],
      [true, true, true, false],
      [true, true, true, true],
    ]);
  });
});
