import { Processor } from '@nestjs/bullmq';
import type { Job } from 'bullmq';
import type { PayloadOf } from '../queues/job-contracts.ts';
import { JobProcessor } from '../queues/job-processor.ts';
import { RunImportUseCase } from './run-import.use-case.ts';

@Processor('import-source')
export class ImportSourceProcessor extends JobProcessor<'import-source'> {
  constructor(private readonly runImport: RunImportUseCase) {
    super('import-source');
  }

  process(job: Job): Promise<void> {
    return this.run(job, ({ demandeId }, signal) => this.runImport.execute(demandeId, signal));
  }

  protected giveUp({ demandeId }: PayloadOf<'import-source'>, raison: string): Promise<void> {
    return this.runImport.abandon(demandeId, raison);
  }
}
