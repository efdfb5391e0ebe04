import { OnWorkerEvent, WorkerHost } from '@nestjs/bullmq';
import { Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import type { Job } from 'bullmq';
import { SourceError } from '#sources';
import { DomainError } from '../common/domain-errors.ts';
import { redact } from '../common/redaction.ts';
import { jobContracts, type PayloadOf, type QueueName } from './job-contracts.ts';
import { FinalFailure, runJob } from './run-job.ts';

/**
 * What the processors of all queues do alike: run the work of a job, ask it to stop with the service, and have a job that
 * failed for good written where people look. Nothing thrown while that is written reaches the process: the reaper finds
 * what was left.
 */
export abstract class JobProcessor<Name extends QueueName>
  extends WorkerHost
  implements BeforeApplicationShutdown
{
  readonly #logger: Logger;
  readonly #stopping = new AbortController();

  protected constructor(private readonly queue: Name) {
    super();
    this.#logger = new Logger(queue);
  }

  /** Writes where people look that a job will not be tried again. @param raison why, in words for them */
  protected abstract giveUp(payload: PayloadOf<Name>, raison: string): Promise<void> | void;

  /** Whether a failure is nobody's concern: someone else has the work in hand. */
  protected ignores(_error: Error): boolean {
    return false;
  }

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
    if (job?.finishedOn === undefined || this.ignores(error)) return;
    const said = isOurs(error);
    if (said) this.#logger.warn(`${job.id ?? ''} : ${error.message}`);
    else this.#logger.error(`${job.id ?? ''} : ${error.stack ?? error.message}`);
    try {
      const payload = jobContracts[this.queue].payload.parse(job.data) as PayloadOf<Name>;
      await this.giveUp(payload, said ? error.message : `${IMPREVUE} : ${String(redact(error.message))}`);
    } catch (unwritten) {
      this.#logger.error(`${job.id ?? ''} : ${String(unwritten)}`);
    }
  }

  @OnWorkerEvent('error')
  onError(error: Error): void {
    this.#logger.warn(`file ${this.queue} : ${error.message}`);
  }
}

/** What people are told before a message that was not written for them: in English, it may quote a password. */
const IMPREVUE = 'erreur imprévue, à chercher dans les journaux';

/** Whether a failure says in French what is wrong. */
function isOurs(error: Error): boolean {
  return error instanceof FinalFailure || error instanceof DomainError || error instanceof SourceError;
}
