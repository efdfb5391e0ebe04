import { OnWorkerEvent, WorkerHost } from '@nestjs/bullmq';
import { Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import type { Job } from 'bullmq';
import { jobContracts, type PayloadOf, type QueueName } from './job-contracts.ts';
import { runJob } from './run-job.ts';

/**
 * What the processors of all queues do alike: run the work of a job, ask it to stop with the service, and have a job that
 * failed for good written where people look. Nothing thrown while that is written reaches the process: the reaper finds
 * what was left.
 */
export abstract class JobProcessor<Name extends QueueName>
  extends WorkerHost
  implements BeforeApplicationShutdown
{
  protected readonly logger: Logger;
  readonly #stopping = new AbortController();

  protected constructor(private readonly queue: Name) {
    super();
    this.logger = new Logger(queue);
  }

  /** A job that will not be tried again. */
  protected abstract giveUp(payload: PayloadOf<Name>, error: Error): Promise<void> | void;

  /** @param work its signal is aborted when the process is asked to stop. */
  protected run<Result>(
    job: Job,
    work: (payload: PayloadOf<Name>, signal: AbortSignal) => Promise<Result>,
  ): Promise<Result> {
    return runJob(this.queue, job, (payload) => work(payload, this.#stopping.signal));
  }

  beforeApplicationShutdown(): void {
    this.#stopping.abort(new Error('arrêt du service'));
  }

  @OnWorkerEvent('failed')
  async onFailed(job: Job | undefined, error: Error): Promise<void> {
    if (job?.finishedOn === undefined) return;
    try {
      await this.giveUp(jobContracts[this.queue].payload.parse(job.data) as PayloadOf<Name>, error);
    } catch (unwritten) {
      this.logger.error(`tâche ${job.id ?? ''} (${error.message}) : ${String(unwritten)}`);
    }
  }

  @OnWorkerEvent('error')
  onError(error: Error): void {
    this.logger.warn(`file ${this.queue} : ${error.message}`);
  }
}
