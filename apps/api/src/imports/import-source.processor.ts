import { OnWorkerEvent, Processor, WorkerHost } from '@nestjs/bullmq';
import { Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import type { Job } from 'bullmq';
import { jobContracts } from '../queues/job-contracts.ts';
import { runJob } from '../queues/run-job.ts';
import { RunImportUseCase } from './run-import.use-case.ts';

@Processor('import-source')
export class ImportSourceProcessor extends WorkerHost implements BeforeApplicationShutdown {
  private readonly logger = new Logger('import-source');
  private readonly stopping = new AbortController();

  constructor(private readonly runImport: RunImportUseCase) {
    super();
  }

  process(job: Job): Promise<void> {
    return runJob('import-source', job, ({ demandeId }) =>
      this.runImport.execute(demandeId, this.stopping.signal),
    );
  }

  beforeApplicationShutdown(): void {
    this.stopping.abort();
  }

  @OnWorkerEvent('failed')
  async onFailed(job: Job | undefined, error: Error): Promise<void> {
    if (job?.finishedOn === undefined) return;
    const { demandeId } = jobContracts['import-source'].payload.parse(job.data);
    this.logger.warn(`import ${demandeId} : ${error.message}`);
    await this.runImport.abandon(demandeId, error.message);
  }

  @OnWorkerEvent('error')
  onError(error: Error): void {
    this.logger.warn(`file import-source : ${error.message}`);
  }
}
