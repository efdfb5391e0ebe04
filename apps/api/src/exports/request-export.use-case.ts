import { Inject, Injectable } from '@nestjs/common';
import { RuleViolationError } from '../common/domain-errors.ts';
import { IDS, type IdGenerator } from '../common/ids.ts';
import { JobDispatcher } from '../queues/job-dispatcher.ts';
import { ExportRepository } from './export.repository.ts';

/** Asks a worker for an export of a campaign: its published run, else the last one that ended well. */
@Injectable()
export class RequestExportUseCase {
  constructor(
    private readonly exports: ExportRepository,
    private readonly jobs: JobDispatcher,
    @Inject(IDS) private readonly ids: IdGenerator,
  ) {}

  /** @returns the id of the export to follow. */
  async execute(campagneId: string): Promise<string> {
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
    });
    return exportId;
  }
}
