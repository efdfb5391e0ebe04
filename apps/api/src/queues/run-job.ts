import { UnrecoverableError, type Job } from 'bullmq';
import { ZodError } from 'zod';
import { SourceError } from '#sources';
import { DomainError } from '../common/domain-errors.ts';
import { jobContracts, type PayloadOf, type QueueName } from './job-contracts.ts';

/** A failure that no other try would mend, in its own words. */
export class FinalFailure extends UnrecoverableError {}

/**
 * Runs one job: parses its payload again, calls the use case, and says which failures are worth another try.
 * The only place where a failure becomes an UnrecoverableError; anything else is retried with backoff.
 */
export async function runJob<Name extends QueueName, Result>(
  name: Name,
  job: Pick<Job, 'data'>,
  work: (payload: PayloadOf<Name>) => Promise<Result>,
): Promise<Result> {
  try {
    const payload = jobContracts[name].payload.parse(job.data) as PayloadOf<Name>;
    return await work(payload);
  } catch (error) {
    if (isFinal(error)) throw new FinalFailure(error instanceof Error ? error.message : String(error));
    throw error;
  }
}

/** Whether the same job would fail the same way whatever happens around it. */
export function isFinal(error: unknown): boolean {
  if (error instanceof ZodError) return true;
  if (error instanceof SourceError) return !error.retryable;
  return error instanceof DomainError;
}
