import { Inject, Injectable } from '@nestjs/common';
import type { AuthenticatedCompte } from '../common/auth/authenticated-compte.ts';
import { CLOCK, type Clock } from '../common/clock.ts';
import { Transactions } from '../common/transactions.ts';
import { toAuthenticatedCompte } from './authenticated-compte.mapper.ts';
import { Authenticator } from './authenticator.ts';
import { CompteRepository } from './compte.repository.ts';
import { ComptesJournal } from './comptes-journal.ts';
import { SessionIssuer } from './session-issuer.ts';

/** Signs in with a local account. */
@Injectable()
export class OuvrirSession {
  constructor(
    private readonly authenticator: Authenticator,
    private readonly issuer: SessionIssuer,
    private readonly comptes: CompteRepository,
    private readonly journal: ComptesJournal,
    private readonly transactions: Transactions,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws UnauthenticatedError, TooManyAttemptsError */
  async execute(
    identifiant: string,
    motDePasse: string,
    adresse: string,
  ): Promise<{ session: AuthenticatedCompte; token: string }> {
    const compte = await this.authenticator.authenticate(identifiant, motDePasse, adresse);
    const { token, sha256 } = await this.transactions.run(async (manager) => {
      await this.comptes.update(compte.id, { derniereConnexionAt: this.clock.now() }, manager);
      await this.journal.connexion(compte, manager);
      return this.issuer.open(compte.id, manager);
    });
    await this.issuer.purge();
    return { session: toAuthenticatedCompte(compte, sha256), token };
  }
}
