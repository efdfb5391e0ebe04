import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../common/clock.ts';
import { NotFoundError, RuleViolationError } from '../common/domain-errors.ts';
import { Transactions } from '../common/transactions.ts';
import type { CompteEntity } from '../database/entities/compte.entity.ts';
import type { JournalAuteur } from '../journal/journal-entry.ts';
import {
  changementsDe,
  closesSessions,
  removesLastAdministrateur,
  type ModificationCompte,
} from './compte-changes.ts';
import { CompteRepository } from './compte.repository.ts';
import { ComptesJournal } from './comptes-journal.ts';
import { SessionRepository } from './session.repository.ts';

/** A change as it is asked for: académies left out stay as they are. */
export type DemandeModification = Omit<ModificationCompte, 'academies'> & {
  readonly academies?: ModificationCompte['academies'] | undefined;
};

/** Renames an account, changes its role or its académies, closes or reopens it. */
@Injectable()
export class ModifierCompte {
  constructor(
    private readonly comptes: CompteRepository,
    private readonly sessions: SessionRepository,
    private readonly journal: ComptesJournal,
    private readonly transactions: Transactions,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws NotFoundError, RuleViolationError for the last administrator. */
  execute(id: string, demande: DemandeModification, par: JournalAuteur): Promise<CompteEntity> {
    return this.transactions.run(async (manager) => {
      const administrateurs = await this.comptes.lockAdministrateurs(manager);
      const compte = await this.comptes.findById(id, manager);
      if (compte === null) throw new NotFoundError('COMPTE_INCONNU', "Ce compte n'existe pas.");
      const modification = {
        ...demande,
        academies: demande.academies === undefined ? compte.academies : demande.academies,
      };
      if (removesLastAdministrateur(id, modification, administrateurs)) {
        const message = 'Ce compte est le dernier administrateur : il doit le rester.';
        throw new RuleViolationError('DERNIER_ADMINISTRATEUR', message);
      }
      const changements = changementsDe(compte, modification);
      if (Object.keys(changements).length === 0) return compte;
      const { nom, role, academies, actif } = modification;
      await this.comptes.update(id, { nom, role, academies, actif }, manager);
      if (closesSessions(changements)) await this.sessions.revokeAll(id, this.clock.now(), manager);
      await this.journal.compteModifie(compte, changements, par, manager);
      return Object.assign(compte, { nom, role, academies, actif });
    });
  }
}
