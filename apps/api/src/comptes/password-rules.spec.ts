import { describe, expect, it } from '@jest/globals';
import { passwordProblem } from './password-rules.ts';

describe('passwordProblem', () => {
  it.each(['une phrase longue', 'éèàùçœ@2026!', '🔑🔒🗝🚪🏠🧱🪟🛋🪑🛏🚿🛁'])('accepts %s', (password) => {
    expect(passwordProblem(password, 'nadia')).toBeNull();
  });

  it.each([
    ['onze caract', 'au moins 12'],
    ['🔑🔒🗝🚪🏠🧱', 'au moins 12'],
    ['bonjour-Nadia-2026', "l'identifiant"],
    ['aaaaaaaaaaaabc', 'plus varié'],
  ])('refuses %s', (password, reason) => {
    expect(passwordProblem(password, 'nadia')).toContain(reason);
  });
});
