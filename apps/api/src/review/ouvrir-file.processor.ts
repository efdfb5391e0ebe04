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

  protected async giveUp({ executionId }: PayloadOf<'ouvrir-file'>, error: Error): Promise<void> {
    this.logger.error(`file de l’exécution ${executionId} : ${error.stack ?? error.message}`);
    await this.ouvertures.echouer(executionId, error.message);
  }
}
