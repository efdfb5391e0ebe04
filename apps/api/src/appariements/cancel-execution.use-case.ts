import { Injectable } from '@nestjs/common';
import type { JournalAuteur } from '../journal/journal-entry.ts';
import { ActesJournal } from '../journal/actes-journal.ts';
import { ExecutionRepository } from './execution.repository.ts';

/** Stops a run: chunks under way end without effect, waiting ones do nothing. */
@Injectable()
export class CancelExecutionUseCase {
  constructor(
    private readonly executions: ExecutionRepository,
    private readonly journal: ActesJournal,
  ) {}

  /** @returns false when the run had already ended. */
  async execute(executionId: string, auteur: JournalAuteur): Promise<boolean> {
    const cancelled = await this.executions.cancel(executionId);
    if (cancelled) {
      await this.journal.note({
        type: 'execution_annulee',
        message: `${auteur.nom} a annulé une exécution`,
        auteur,
        details: { executionId },
      });
    }
    return cancelled;
  }

  /** The same for the last run of a campaign. */
  async executeLast(campagneId: string, auteur: JournalAuteur): Promise<boolean> {
    const last = await this.executions.lastOf(campagneId);
    return last !== null && this.execute(last.id, auteur);
  }
}
