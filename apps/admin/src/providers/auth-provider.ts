import type { AuthProvider } from 'react-admin';
import { ROLES, type Role, type Session } from '../contract/session.ts';
import { commands } from './commands.ts';
import { request } from './http-client.ts';

export const MOT_DE_PASSE_PATH = '/mot-de-passe';

/** The least role of what not everyone may do. What is not listed here is open to every signed-in account. */
const RESERVED: Record<string, Role> = {
  'comptes.*': 'administrateur',
  'journal.*': 'administrateur',
  'imports.create': 'administrateur',
  'collectes.create': 'administrateur',
  'planifications.create': 'administrateur',
  'planifications.edit': 'administrateur',
  'regles-perimetre.create': 'administrateur',
  // Everyone opens a rule; who may write it is another question.
  'regles-perimetre.ecrire': 'administrateur',
  'regles-perimetre.deroger': 'instructeur',
  'instantanes.retirer': 'administrateur',
  'campagnes.epingler': 'instructeur',
  'campagnes.create': 'instructeur',
  'campagnes.lancer': 'instructeur',
  'campagnes.publier': 'administrateur',
  'campagnes.exporter': 'instructeur',
  'executions.annuler': 'instructeur',
  'revues.decider': 'instructeur',
  'revues.adjuger': 'adjudicateur',
  'tirages.create': 'adjudicateur',
  'finalites.declarer': 'administrateur',
  'controles.regler': 'administrateur',
};

/** Whether a role may do something. The screen only follows: the API is what enforces. */
export const isAllowed = (role: Role, resource: string, action: string): boolean => {
  const least = RESERVED[`${resource}.*`] ?? RESERVED[`${resource}.${action}`];
  return least === undefined || ROLES.indexOf(role) >= ROLES.indexOf(least);
};

const isHttpStatus = (error: unknown, status: number): boolean =>
  typeof error === 'object' && error !== null && 'status' in error && error.status === status;

/** Sign-in on the cookie session. The session is read once and kept until sign-out, a 401, or a new password. */
export const createAuthProvider = () => {
  let current: Promise<Session> | null = null;
  const session = (): Promise<Session> => {
    current ??= request<Session>('/session').catch((error: unknown) => {
      current = null;
      throw error;
    });
    return current;
  };
  const remember = (value: Session): Session => {
    current = Promise.resolve(value);
    return value;
  };

  const provider = {
    login: async ({ identifiant, motDePasse }: { identifiant: string; motDePasse: string }) => {
      const opened = remember(
        await request<Session>('/session', { method: 'POST', body: { identifiant, motDePasse } }),
      );
      return opened.doitChangerMotDePasse ? { redirectTo: MOT_DE_PASSE_PATH } : undefined;
    },
    /** Replaces the password; the one-time password of a new account must be replaced before anything else. */
    changerMotDePasse: async (ancien: string, nouveau: string) => {
      remember(await commands.changerMotDePasse(ancien, nouveau));
    },
    logout: async () => {
      const hadSession = current !== null;
      current = null;
      // Signing out after the server already closed the session is not an error.
      if (hadSession) await request('/session', { method: 'DELETE' }).catch(() => undefined);
    },
    checkAuth: async () => {
      await session();
    },
    checkError: (error: unknown) => {
      if (!isHttpStatus(error, 401)) return Promise.resolve();
      current = null;
      return Promise.reject(error instanceof Error ? error : new Error('session terminée'));
    },
    getIdentity: async () => {
      const { compteId, identifiant, nom, role, doitChangerMotDePasse } = await session();
      return { id: compteId, fullName: nom, identifiant, role, doitChangerMotDePasse };
    },
    getPermissions: async () => (await session()).role,
    canAccess: async ({ resource, action }: { resource: string; action: string }) =>
      isAllowed((await session()).role, resource, action),
  } satisfies AuthProvider & Record<string, unknown>;
  return provider;
};

export const authProvider = createAuthProvider();
