import { OnWorkerEvent, Processor, WorkerHost } from '@nestjs/bullmq';
import { Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import type { Job } from 'bullmq';
import { runJob } from '../queues/run-job.ts';
import { ControlerFormationsUseCase, type BilanControle } from './controler-formations.use-case.ts';

@Processor('controler-formations', { lockDuration: 60_000 })
export class ControlerFormationsProcessor extends WorkerHost implements BeforeApplicationShutdown {
  private readonly logger = new Logger('controler-formations');
  private readonly stopping = new AbortController();

  constructor(private readonly controler: ControlerFormationsUseCase) {
    super();
  }

  process(job: Job): Promise<BilanControle> {
    return runJob('controler-formations', job, ({ executionId }) =>
      this.controler.execute(executionId, this.stopping.signal),
    );
  }

  beforeApplicationShutdown(): void {
    this.stopping.abort();
  }

  @OnWorkerEvent('failed')
  onFailed(job: Job | undefined, error: Error): void {
    if (job?.finishedOn !== undefined) this.logger.error(error.stack ?? error.message);
  }

  @OnWorkerEvent('error')
  onError(error: Error): void {
    this.logger.warn(`file controler-formations : ${error.message}`);
  }
}
