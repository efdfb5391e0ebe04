import { Inject, Injectable } from '@nestjs/common';
import type { AuthenticatedCompte } from '../common/auth/authenticated-compte.ts';
import { CLOCK, type Clock } from '../common/clock.ts';
import { NotFoundError, RuleViolationError } from '../common/domain-errors.ts';
import { Transactions } from '../common/transactions.ts';
import { Authenticator } from './authenticator.ts';
import { CompteRepository } from './compte.repository.ts';
import { ComptesJournal } from './comptes-journal.ts';
import { passwordProblem } from './password-rules.ts';
import { Passwords } from './passwords.ts';
import { SessionRepository } from './session.repository.ts';

export interface ChangementMotDePasse {
  readonly ancien: string;
  readonly nouveau: string;
}

/** Changes one's own password: the session that asks stays, the others are closed. */
@Injectable()
export class ChangerMotDePasse {
  constructor(
    private readonly authenticator: Authenticator,
    private readonly passwords: Passwords,
    private readonly comptes: CompteRepository,
    private readonly sessions: SessionRepository,
    private readonly journal: ComptesJournal,
    private readonly transactions: Transactions,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws RuleViolationError, TooManyAttemptsError */
  async execute(
    qui: AuthenticatedCompte,
    { ancien, nouveau }: ChangementMotDePasse,
  ): Promise<AuthenticatedCompte> {
    const compte = await this.comptes.findById(qui.compteId);
    if (compte === null) throw new NotFoundError('COMPTE_INCONNU', "Ce compte n'existe plus.");
    await this.authenticator.confirm(compte, ancien);
    const problem = ancien === nouveau ? "Le mot de passe doit différer de l'ancien." : null;
    const refused = problem ?? passwordProblem(nouveau, compte.identifiant);
    if (refused !== null) throw new RuleViolationError('MOT_DE_PASSE_REFUSE', refused);
    const motDePasseHash = await this.passwords.hash(nouveau);
    await this.transactions.run(async (manager) => {
      await this.comptes.update(compte.id, { motDePasseHash, doitChanger: false }, manager);
      await this.sessions.revokeAll(compte.id, this.clock.now(), manager, qui.sessionId);
      await this.journal.motDePasseChange(compte, manager);
    });
    return { ...qui, doitChangerMotDePasse: false };
  }
}
