import { OnWorkerEvent, Processor, WorkerHost } from '@nestjs/bullmq';
import { Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import type { Job } from 'bullmq';
import { jobContracts } from '../queues/job-contracts.ts';
import { runJob } from '../queues/run-job.ts';
import { CalculChiffresRepository } from './calcul-chiffres.repository.ts';
import { CalculOccupeError } from './calcul-occupe.error.ts';
import { CalculerChiffresUseCase, type CalculOutcome } from './calculer-chiffres.use-case.ts';

@Processor('chiffrer', { lockDuration: 30_000 })
export class ChiffrerProcessor extends WorkerHost implements BeforeApplicationShutdown {
  private readonly logger = new Logger('chiffrer');
  private readonly stopping = new AbortController();

  constructor(
    private readonly calculer: CalculerChiffresUseCase,
    private readonly calculs: CalculChiffresRepository,
  ) {
    super();
  }

  process(job: Job): Promise<CalculOutcome> {
    return runJob('chiffrer', job, async ({ calculId }) => {
      const outcome = await this.calculer.execute({ calculId, signal: this.stopping.signal });
      if (outcome === 'occupe') throw new CalculOccupeError(calculId);
      return outcome;
    });
  }

  beforeApplicationShutdown(): void {
    this.stopping.abort();
  }

  /** A computation that fails for good says so where people look; a busy one is in good hands. */
  @OnWorkerEvent('failed')
  async onFailed(job: Job | undefined, error: Error): Promise<void> {
    if (job === undefined || job.finishedOn === undefined || error.name === CalculOccupeError.name) return;
    const { calculId } = jobContracts.chiffrer.payload.parse(job.data);
    this.logger.error(`calcul ${calculId} : ${error.stack ?? error.message}`);
    await this.calculs.fail(calculId, error.message);
  }

  @OnWorkerEvent('error')
  onError(error: Error): void {
    this.logger.warn(`file chiffrer : ${error.message}`);
  }
}
