import { Processor } from '@nestjs/bullmq';
import { DelayedError, type Job } from 'bullmq';
import type { PayloadOf } from '../queues/job-contracts.ts';
import { JobProcessor } from '../queues/job-processor.ts';
import { RunCollecteUseCase } from './run-collecte.use-case.ts';

/** Imports by API mostly wait for their service: a worker runs a few side by side, of different sources. */
const CONCURRENCY = 3;
/** A job whose worker dies is given to another, however often: the lease and the cursor make that harmless. */
const MAX_STALLED = 1_000;

@Processor('run-collecte', { concurrency: CONCURRENCY, maxStalledCount: MAX_STALLED })
export class RunCollecteProcessor extends JobProcessor<'run-collecte'> {
  constructor(private readonly runCollecte: RunCollecteUseCase) {
    super('run-collecte');
  }

  async process(job: Job, token?: string): Promise<void> {
    const again = await this.run(job, ({ collecteId }, signal) =>
      this.runCollecte.execute(collecteId, signal),
    );
    if (again === null) return;
    await job.moveToDelayed(again.getTime(), token);
    throw new DelayedError();
  }

  protected giveUp({ collecteId }: PayloadOf<'run-collecte'>, raison: string): Promise<void> {
    return this.runCollecte.abandon(collecteId, raison);
  }
}
