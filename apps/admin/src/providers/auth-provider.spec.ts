import { describe, expect, it } from '@jest/globals';
import { HttpError } from 'react-admin';
import { installFakeApi } from '../../test/fake-fetch.ts';
import { createAuthProvider, isAllowed, MOT_DE_PASSE_PATH } from './auth-provider.ts';

describe('authProvider', () => {
  it('opens a session and answers who, which role and what it may do', async () => {
    installFakeApi(null);
    const auth = createAuthProvider();
    await expect(auth.checkAuth()).rejects.toMatchObject({ status: 401 });
    await expect(
      auth.login({ identifiant: 'instructeur', motDePasse: 'concordance' }),
    ).resolves.toBeUndefined();
    await expect(auth.getIdentity()).resolves.toMatchObject({
      fullName: 'Karim Benali',
      role: 'instructeur',
    });
    await expect(auth.canAccess({ resource: 'revues', action: 'decider' })).resolves.toBe(true);
    await expect(auth.canAccess({ resource: 'comptes', action: 'list' })).resolves.toBe(false);
  });

  it('gives the server’s French reason for a refused sign-in', async () => {
    installFakeApi(null);
    const attempt = createAuthProvider().login({ identifiant: 'instructeur', motDePasse: 'faux' });
    await expect(attempt).rejects.toThrow('Identifiant ou mot de passe incorrect.');
  });

  it('sends a new account to the choice of its password, once', async () => {
    installFakeApi(null);
    const auth = createAuthProvider();
    const opened = await auth.login({ identifiant: 'nouveau', motDePasse: 'concordance' });
    expect(opened).toEqual({ redirectTo: MOT_DE_PASSE_PATH });
    await auth.changerMotDePasse('concordance', 'une phrase assez longue');
    await expect(auth.getIdentity()).resolves.toMatchObject({ doitChangerMotDePasse: false });
  });

  it('reads the session once, and again after it ended', async () => {
    const server = installFakeApi('lecteur');
    const auth = createAuthProvider();
    await Promise.all([auth.checkAuth(), auth.getPermissions(), auth.getIdentity()]);
    expect(server.sent).toHaveLength(1);
    await expect(auth.checkError(new HttpError('fin', 401))).rejects.toThrow();
    await auth.checkAuth();
    expect(server.sent).toHaveLength(2);
  });

  it('keeps the session on a refused action', async () => {
    await expect(createAuthProvider().checkError(new HttpError('refus', 403))).resolves.toBeUndefined();
  });

  it('signs out even where the server does not answer', async () => {
    const server = installFakeApi('lecteur');
    const auth = createAuthProvider();
    await auth.checkAuth();
    server.intercept(() => 'panne');
    await expect(auth.logout()).resolves.toBeUndefined();
  });
});

describe('isAllowed', () => {
  it.each([
    ['lecteur', 'revues', 'decider', false],
    ['lecteur', 'formations', 'list', true],
    ['instructeur', 'campagnes', 'lancer', true],
    ['instructeur', 'imports', 'create', false],
    ['administrateur', 'imports', 'create', true],
    ['administrateur', 'comptes', 'edit', true],
    ['adjudicateur', 'journal', 'list', false],
    ['administrateur', 'journal', 'list', true],
  ] as const)('%s, %s.%s: %s', (role, resource, action, expected) => {
    expect(isAllowed(role, resource, action)).toBe(expected);
  });
});
