import { Processor } from '@nestjs/bullmq';
import type { Job } from 'bullmq';
import type { PayloadOf } from '../queues/job-contracts.ts';
import { JobProcessor } from '../queues/job-processor.ts';
import { BuildExportUseCase } from './build-export.use-case.ts';
import { ExportRepository } from './export.repository.ts';

@Processor('build-export')
export class BuildExportProcessor extends JobProcessor<'build-export'> {
  constructor(
    private readonly buildExport: BuildExportUseCase,
    private readonly exports: ExportRepository,
  ) {
    super('build-export');
  }

  process(job: Job): Promise<void> {
    return this.run(job, ({ exportId }) => this.buildExport.execute(exportId));
  }

  protected giveUp({ exportId }: PayloadOf<'build-export'>, raison: string): Promise<void> {
    return this.exports.fail(exportId, raison);
  }
}
