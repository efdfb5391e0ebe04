import { OnWorkerEvent, Processor, WorkerHost } from '@nestjs/bullmq';
import { Logger } from '@nestjs/common';
import type { Job } from 'bullmq';
import { jobContracts } from '../queues/job-contracts.ts';
import { runJob } from '../queues/run-job.ts';
import { BuildExportUseCase } from './build-export.use-case.ts';
import { ExportRepository } from './export.repository.ts';

@Processor('build-export')
export class BuildExportProcessor extends WorkerHost {
  private readonly logger = new Logger('build-export');

  constructor(
    private readonly buildExport: BuildExportUseCase,
    private readonly exports: ExportRepository,
  ) {
    super();
  }

  process(job: Job): Promise<void> {
    return runJob('build-export', job, ({ exportId }) => this.buildExport.execute(exportId));
  }

  @OnWorkerEvent('failed')
  async onFailed(job: Job | undefined, error: Error): Promise<void> {
    if (job?.finishedOn === undefined) return;
    const { exportId } = jobContracts['build-export'].payload.parse(job.data);
    this.logger.error(`export ${exportId} : ${error.stack ?? error.message}`);
    await this.exports.fail(exportId, error.message);
  }

  @OnWorkerEvent('error')
  onError(error: Error): void {
    this.logger.warn(`file build-export : ${error.message}`);
  }
}
