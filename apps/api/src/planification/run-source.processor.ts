import { OnWorkerEvent, Processor, WorkerHost } from '@nestjs/bullmq';
import { Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import type { Job } from 'bullmq';
import { jobContracts } from '../queues/job-contracts.ts';
import { runJob } from '../queues/run-job.ts';
import { RunPlanificationUseCase } from './run-planification.use-case.ts';

@Processor('run-source')
export class RunSourceProcessor extends WorkerHost implements BeforeApplicationShutdown {
  private readonly logger = new Logger('run-source');
  private readonly stopping = new AbortController();

  constructor(private readonly runPlanification: RunPlanificationUseCase) {
    super();
  }

  process(job: Job): Promise<void> {
    return runJob('run-source', job, ({ planificationId, demandeId }) =>
      this.runPlanification.execute(planificationId, demandeId !== null, this.stopping.signal),
    );
  }

  beforeApplicationShutdown(): void {
    this.stopping.abort();
  }

  @OnWorkerEvent('failed')
  async onFailed(job: Job | undefined, error: Error): Promise<void> {
    if (job?.finishedOn === undefined) return;
    const { planificationId } = jobContracts['run-source'].payload.parse(job.data);
    this.logger.warn(`planification ${planificationId} : ${error.message}`);
    await this.runPlanification.abandon(planificationId, error.message);
  }

  @OnWorkerEvent('error')
  onError(error: Error): void {
    this.logger.warn(`file run-source : ${error.message}`);
  }
}
