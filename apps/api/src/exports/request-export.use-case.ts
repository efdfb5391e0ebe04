import { Inject, Injectable } from '@nestjs/common';
import { RuleViolationError } from '../common/domain-errors.ts';
import { IDS, type IdGenerator } from '../common/ids.ts';
import { ActesJournal } from '../journal/actes-journal.ts';
import type { JournalAuteur } from '../journal/journal-entry.ts';
import { JobDispatcher } from '../queues/job-dispatcher.ts';
import { ExportRepository } from './export.repository.ts';

/** Asks a worker for an export of a campaign: its published run, else the last one that ended well. */
@Injectable()
export class RequestExportUseCase {
  constructor(
    private readonly exports: ExportRepository,
    private readonly jobs: JobDispatcher,
    private readonly journal: ActesJournal,
    @Inject(IDS) private readonly ids: IdGenerator,
  ) {}

  /** @returns the id of the export to follow. */
  async execute(campagneId: string, auteur: JournalAuteur): Promise<string> {
    const executionId = await this.exports.executionToExport(campagneId);
    if (executionId === null) {
      throw new RuleViolationError(
        'RIEN_A_EXPORTER',
        "cette campagne n'a pas encore d'exécution terminée : lancez l'appariement d'abord",
      );
    }
    const exportId = this.ids.uuid();
    await this.jobs.run(async (manager, ask) => {
      await this.exports.insert(manager, exportId, campagneId, executionId);
      await ask('build-export', [{ exportId }]);
      await this.journal.note(
        {
          type: 'export_demande',
          message: `${auteur.nom} a demandé un export`,
          auteur,
          details: { campagneId, exportId },
        },
        manager,
      );
    });
    return exportId;
  }
}
