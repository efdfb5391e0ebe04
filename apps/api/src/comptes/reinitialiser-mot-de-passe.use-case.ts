import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../common/clock.ts';
import { NotFoundError } from '../common/domain-errors.ts';
import { Transactions } from '../common/transactions.ts';
import type { JournalAuteur } from '../journal/journal-entry.ts';
import { Authenticator } from './authenticator.ts';
import { CompteRepository } from './compte.repository.ts';
import { ComptesJournal } from './comptes-journal.ts';
import { Passwords } from './passwords.ts';
import { SessionRepository } from './session.repository.ts';

/** Gives an account a new provisional password, closes its sessions and forgets its failed attempts. */
@Injectable()
export class ReinitialiserMotDePasse {
  constructor(
    private readonly comptes: CompteRepository,
    private readonly sessions: SessionRepository,
    private readonly passwords: Passwords,
    private readonly authenticator: Authenticator,
    private readonly journal: ComptesJournal,
    private readonly transactions: Transactions,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws NotFoundError */
  async execute(id: string, par: JournalAuteur): Promise<{ motDePasseProvisoire: string }> {
    const compte = await this.comptes.findById(id);
    if (compte === null) throw new NotFoundError('COMPTE_INCONNU', "Ce compte n'existe pas.");
    const motDePasseProvisoire = this.passwords.provisional();
    const motDePasseHash = await this.passwords.hash(motDePasseProvisoire);
    await this.transactions.run(async (manager) => {
      await this.comptes.update(id, { motDePasseHash, doitChanger: true }, manager);
      await this.sessions.revokeAll(id, this.clock.now(), manager);
      await this.journal.motDePasseReinitialise(compte, par, manager);
    });
    await this.authenticator.unlock(compte.identifiant);
    return { motDePasseProvisoire };
  }
}
