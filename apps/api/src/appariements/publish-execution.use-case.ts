import { Injectable } from '@nestjs/common';
import { NotFoundError, RuleViolationError } from '../common/domain-errors.ts';
import { Transactions } from '../common/transactions.ts';
import { CampagneRepository } from '../campagnes/campagne.repository.ts';
import type { JournalAuteur } from '../journal/journal-entry.ts';
import { ActesJournal } from '../journal/actes-journal.ts';
import { ExecutionRepository } from './execution.repository.ts';

/** Publishing is one switch; publishing an older run again rolls back. */
@Injectable()
export class PublishExecutionUseCase {
  constructor(
    private readonly campagnes: CampagneRepository,
    private readonly executions: ExecutionRepository,
    private readonly transactions: Transactions,
    private readonly journal: ActesJournal,
  ) {}

  async execute(command: { campagneId: string; executionId: string; auteur: JournalAuteur }): Promise<void> {
    const { campagneId, executionId, auteur } = command;
    const execution = await this.executions.findById(executionId);
    if (execution === null || execution.campagneId !== campagneId) {
      throw new NotFoundError('EXECUTION_INCONNUE', `la campagne n'a pas d'exécution ${executionId}`);
    }
    if (execution.statut !== 'terminee') {
      throw new RuleViolationError('EXECUTION_NON_TERMINEE', 'seule une exécution terminée se publie');
    }
    await this.transactions.run(async (manager) => {
      await this.campagnes.publish(campagneId, executionId, manager);
      await this.journal.note(
        {
          type: 'execution_publiee',
          message: `${auteur.nom} a publié une exécution`,
          auteur,
          details: { campagneId, executionId },
        },
        manager,
      );
    });
  }
}
