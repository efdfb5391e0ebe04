import { Inject, Injectable } from '@nestjs/common';
import { RuleViolationError } from '../common/domain-errors.ts';
import { IDS, type IdGenerator } from '../common/ids.ts';
import { Transactions } from '../common/transactions.ts';
import { JobPublisher } from '../queues/job-publisher.ts';
import { OutboxRepository } from '../queues/outbox.repository.ts';
import { ExportRepository } from './export.repository.ts';

/** Asks a worker for an export of a campaign: its published run, else the last one that ended well. */
@Injectable()
export class RequestExportUseCase {
  constructor(
    private readonly exports: ExportRepository,
    private readonly transactions: Transactions,
    private readonly outbox: OutboxRepository,
    private readonly publisher: JobPublisher,
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
    await this.transactions.run(async (manager) => {
      await this.exports.insert(manager, exportId, campagneId, executionId);
      await this.outbox.add(manager, 'build-export', [{ exportId }]);
    });
    await this.publisher.flush();
    return exportId;
  }
}
