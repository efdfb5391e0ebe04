import { Processor } from '@nestjs/bullmq';
import type { Job } from 'bullmq';
import type { PayloadOf } from '../queues/job-contracts.ts';
import { JobProcessor } from '../queues/job-processor.ts';
import { OuvertureFileRepository } from './ouverture-file.repository.ts';
import { OuvrirFileUseCase } from './ouvrir-file.use-case.ts';

@Processor('ouvrir-file', { lockDuration: 30_000 })
export class OuvrirFileProcessor extends JobProcessor<'ouvrir-file'> {
  constructor(
    private readonly ouvrir: OuvrirFileUseCase,
    private readonly ouvertures: OuvertureFileRepository,
  ) {
    super('ouvrir-file');
  }

  process(job: Job): Promise<boolean> {
    return this.run(job, ({ executionId }, signal) => this.ouvrir.execute(executionId, signal));
  }

  protected giveUp({ executionId }: PayloadOf<'ouvrir-file'>, raison: string): Promise<void> {
    return this.ouvertures.echouer(executionId, raison);
  }
}
