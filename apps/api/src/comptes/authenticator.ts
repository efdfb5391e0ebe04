import { Injectable } from '@nestjs/common';
import { UnauthenticatedError, RuleViolationError } from '../common/domain-errors.ts';
import type { CompteEntity } from '../database/entities/compte.entity.ts';
import { AttemptLimiter } from './attempt-limiter.ts';
import { PER_ADDRESS } from './lockout-policy.ts';
import { CompteRepository } from './compte.repository.ts';
import { ComptesJournal } from './comptes-journal.ts';
import { Passwords } from './passwords.ts';

/** Checks passwords, slowly enough for whoever guesses them. */
@Injectable()
export class Authenticator {
  constructor(
    private readonly comptes: CompteRepository,
    private readonly passwords: Passwords,
    private readonly limiter: AttemptLimiter,
    private readonly journal: ComptesJournal,
  ) {}

  /**
   * The account of an identifier (lower-case) and its password. An unknown or inactive account is answered like a
   * wrong password, in the same time. Whoever tries many identifiers from one address is slowed down too.
   * @param adresse where the request comes from, as far as the trusted proxies say
   * @throws UnauthenticatedError, TooManyAttemptsError
   */
  async authenticate(identifiant: string, motDePasse: string, adresse: string): Promise<CompteEntity> {
    const from = `adresse:${adresse}`;
    await this.limiter.reserve(from, PER_ADDRESS);
    const subject = signInSubject(identifiant);
    const { locks } = await this.limiter.reserve(subject);
    const compte = await this.comptes.findByIdentifiant(identifiant);
    const active = compte?.actif === true ? compte : null;
    const matches = await this.passwords.verify(active?.motDePasseHash ?? null, motDePasse);
    if (active !== null && matches) {
      await this.limiter.giveBack(from);
      await this.limiter.forget(subject);
      return active;
    }
    await this.journal.connexionEchouee(compte);
    if (locks && compte !== null) await this.journal.compteBloque(compte);
    throw new UnauthenticatedError('IDENTIFIANTS_INVALIDES', 'Identifiant ou mot de passe incorrect.');
  }

  /**
   * Asks someone already signed in for the password again. Limited too: a session left open must not serve to guess.
   * @throws RuleViolationError, TooManyAttemptsError
   */
  async confirm(compte: CompteEntity, motDePasse: string): Promise<void> {
    const subject = `confirmation:${compte.id}`;
    await this.limiter.reserve(subject);
    if (!(await this.passwords.verify(compte.motDePasseHash, motDePasse))) {
      throw new RuleViolationError('ANCIEN_MOT_DE_PASSE_INCORRECT', "L'ancien mot de passe est incorrect.");
    }
    await this.limiter.forget(subject);
  }

  /** An administrator has given a new password: past failures no longer count. */
  async unlock(identifiant: string): Promise<void> {
    await this.limiter.forget(signInSubject(identifiant));
  }
}

function signInSubject(identifiant: string): string {
  return `connexion:${identifiant}`;
}
