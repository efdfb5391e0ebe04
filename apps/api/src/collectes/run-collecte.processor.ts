import { OnWorkerEvent, Processor, WorkerHost } from '@nestjs/bullmq';
import { Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import { DelayedError, type Job } from 'bullmq';
import { jobContracts } from '../queues/job-contracts.ts';
import { runJob } from '../queues/run-job.ts';
import { RunCollecteUseCase } from './run-collecte.use-case.ts';

/** Imports by API mostly wait for their service: a worker runs a few side by side, of different sources. */
const CONCURRENCY = 3;
/** A job whose worker dies is given to another, however often: the lease and the cursor make that harmless. */
const MAX_STALLED = 1_000;

@Processor('run-collecte', { concurrency: CONCURRENCY, maxStalledCount: MAX_STALLED })
export class RunCollecteProcessor extends WorkerHost implements BeforeApplicationShutdown {
  private readonly logger = new Logger('run-collecte');
  private readonly stopping = new AbortController();

  constructor(private readonly runCollecte: RunCollecteUseCase) {
    super();
  }

  async process(job: Job, token?: string): Promise<void> {
    const again = await runJob('run-collecte', job, ({ collecteId }) =>
      this.runCollecte.execute(collecteId, this.stopping.signal),
    );
    if (again === null) return;
    await job.moveToDelayed(again.getTime(), token);
    throw new DelayedError();
  }

  beforeApplicationShutdown(): void {
    this.stopping.abort(new Error('arrêt du service'));
  }

  @OnWorkerEvent('failed')
  async onFailed(job: Job | undefined, error: Error): Promise<void> {
    if (job?.finishedOn === undefined) return;
    const { collecteId } = jobContracts['run-collecte'].payload.parse(job.data);
    this.logger.warn(`collecte ${collecteId} : ${error.message}`);
    await this.runCollecte.abandon(collecteId, error.message);
  }

  @OnWorkerEvent('error')
  onError(error: Error): void {
    this.logger.warn(`file run-collecte : ${error.message}`);
  }
}
