import { Processor, WorkerHost, OnWorkerEvent } from '@nestjs/bullmq';
import { Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import type { Job } from 'bullmq';
import { jobContracts } from '../queues/job-contracts.ts';
import { runJob } from '../queues/run-job.ts';
import { ExecutionRepository } from './execution.repository.ts';
import { LotBusyError } from './lot-busy.error.ts';
import { MatchLotUseCase, type MatchLotOutcome } from './match-lot.use-case.ts';

@Processor('match-lot', { lockDuration: 30_000 })
export class MatchLotProcessor extends WorkerHost implements BeforeApplicationShutdown {
  private readonly logger = new Logger('match-lot');
  private readonly stopping = new AbortController();

  constructor(
    private readonly matchLot: MatchLotUseCase,
    private readonly executions: ExecutionRepository,
  ) {
    super();
  }

  process(job: Job): Promise<MatchLotOutcome> {
    return runJob('match-lot', job, ({ executionId, numero }) =>
      this.matchLot.execute({ executionId, numero, signal: this.stopping.signal }),
    );
  }

  beforeApplicationShutdown(): void {
    this.stopping.abort();
  }

  /** A chunk that fails for good fails its run: better said than left waiting. A busy chunk is in good hands. */
  @OnWorkerEvent('failed')
  async onFailed(job: Job | undefined, error: Error): Promise<void> {
    if (job === undefined || job.finishedOn === undefined || error.name === LotBusyError.name) return;
    const { executionId, numero } = jobContracts['match-lot'].payload.parse(job.data);
    this.logger.error(`exécution ${executionId}, lot ${numero} : ${error.stack ?? error.message}`);
    await this.executions.fail(executionId, `lot ${numero} : ${error.message}`);
  }

  @OnWorkerEvent('error')
  onError(error: Error): void {
    this.logger.warn(`file match-lot : ${error.message}`);
  }
}
