import { beforeEach, describe, expect, it, jest } from '@jest/globals';
import { TooManyAttemptsError } from '../common/domain-errors.ts';
import type { CompteEntity } from '../database/entities/compte.entity.ts';
import type { AttemptLimiter } from './attempt-limiter.ts';
import { Authenticator } from './authenticator.ts';
import type { CompteRepository } from './compte.repository.ts';
import type { ComptesJournal } from './comptes-journal.ts';
import type { Passwords } from './passwords.ts';

const nadia = {
  id: '1',
  identifiant: 'nadia',
  nom: 'Nadia',
  role: 'lecteur' as const,
  academies: null,
  motDePasseHash: 'hash de « bon »',
  doitChanger: false,
  actif: true,
  createdAt: new Date(0),
  derniereConnexionAt: null,
};

let compte: CompteEntity | null;
const comptes = { findByIdentifiant: jest.fn(() => Promise.resolve(compte)) };
const passwords = {
  verify: jest.fn((hash: string | null, password: string) =>
    Promise.resolve(hash === `hash de « ${password} »`),
  ),
};
const limiter = {
  reserve: jest.fn<AttemptLimiter['reserve']>(() => Promise.resolve({ locks: false })),
  forget: jest.fn<AttemptLimiter['forget']>(() => Promise.resolve()),
  giveBack: jest.fn<AttemptLimiter['giveBack']>(() => Promise.resolve()),
};
const journal = { connexionEchouee: jest.fn(), compteBloque: jest.fn() };
const authenticator = new Authenticator(
  comptes as unknown as CompteRepository,
  passwords as unknown as Passwords,
  limiter as unknown as AttemptLimiter,
  journal as unknown as ComptesJournal,
);

beforeEach(() => {
  jest.clearAllMocks();
  compte = nadia;
});

describe('Authenticator.authenticate', () => {
  it('gives the account and forgets past failures', async () => {
    expect(await authenticator.authenticate('nadia', 'bon', '192.0.2.1')).toBe(nadia);
    expect(limiter.forget).toHaveBeenCalledWith('connexion:nadia');
    // Being right once says nothing of the other attempts from that address.
    expect(limiter.giveBack).toHaveBeenCalledWith('adresse:192.0.2.1');
    expect(limiter.forget).not.toHaveBeenCalledWith('adresse:192.0.2.1');
    expect(journal.connexionEchouee).not.toHaveBeenCalled();
  });

  it.each([
    ['a wrong password', nadia, 'mauvais', nadia.motDePasseHash],
    ['an unknown account', null, 'bon', null],
    ['an inactive account', { ...nadia, actif: false }, 'bon', null],
  ])('answers the same for %s, having hashed each time', async (_label, found, password, hash) => {
    compte = found;
    await expect(authenticator.authenticate('nadia', password, '192.0.2.1')).rejects.toMatchObject({
      code: 'IDENTIFIANTS_INVALIDES',
    });
    expect(passwords.verify).toHaveBeenCalledWith(hash, password);
    expect(journal.connexionEchouee).toHaveBeenCalledWith(found);
    expect(limiter.forget).not.toHaveBeenCalled();
  });

  it('does not look at the password while locked', async () => {
    limiter.reserve.mockRejectedValueOnce(new TooManyAttemptsError('TROP_DE_TENTATIVES', 'Attendez.', 60));
    await expect(authenticator.authenticate('nadia', 'bon', '192.0.2.1')).rejects.toBeInstanceOf(
      TooManyAttemptsError,
    );
    expect(passwords.verify).not.toHaveBeenCalled();
  });

  it('writes in the journal that an account is now locked', async () => {
    // The address first, then the identifier.
    limiter.reserve.mockResolvedValueOnce({ locks: false }).mockResolvedValueOnce({ locks: true });
    await expect(authenticator.authenticate('nadia', 'mauvais', '192.0.2.1')).rejects.toThrow();
    expect(journal.compteBloque).toHaveBeenCalledWith(nadia);
  });
});

describe('Authenticator.confirm', () => {
  it('is limited apart from signing in, and by account', async () => {
    await expect(authenticator.confirm(nadia, 'mauvais')).rejects.toMatchObject({
      code: 'ANCIEN_MOT_DE_PASSE_INCORRECT',
    });
    expect(limiter.reserve).toHaveBeenCalledWith('confirmation:1');
    await authenticator.confirm(nadia, 'bon');
    expect(limiter.forget).toHaveBeenCalledWith('confirmation:1');
  });
});
