import { SourceError, SourceUnavailableError } from '../errors.ts';
import { retryAfterOf, SourceRateLimitedError } from './http-errors.ts';
import type { HttpRuntime } from './http-runtime.ts';

/** How patiently a request is made again. Durations in milliseconds. */
export interface RetryPolicy {
  /** Tries in all, the first one included. */
  readonly attempts: number;
  readonly baseDelay: number;
  readonly maxDelay: number;
  /** Longest `Retry-After` that is waited for within the call; beyond it the caller is told to come back. */
  readonly maxRetryAfter: number;
}

export const DEFAULT_RETRY: RetryPolicy = {
  attempts: 5,
  baseDelay: 500,
  maxDelay: 30_000,
  maxRetryAfter: 120_000,
};

/**
 * Wait asked by a `Retry-After` header, in milliseconds from `now`: a number of seconds or an HTTP date; null
 * when there is none or it cannot be read.
 */
export function parseRetryAfter(header: string | undefined, now: number): number | null {
  const text = header?.trim() ?? '';
  if (/^\d{1,9}$/.test(text)) return Number(text) * 1000;
  // Dates without letters (`2026`) are read by Date.parse and are no HTTP date.
  const date = /[A-Za-z]{3}/.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(date) ? null : Math.max(0, date - now);
}

/** Wait before the try after `attempt` (1 for the first): exponential, with full jitter so that clients spread. */
export function backoffDelay(attempt: number, policy: RetryPolicy, random: () => number): number {
  return Math.round(random() * Math.min(policy.maxDelay, policy.baseDelay * 2 ** (attempt - 1)));
}

/**
 * Makes a call again while it fails for a reason that may pass. The last error says how many tries were made.
 */
export async function withRetries<T>(
  operation: (attempt: number) => Promise<T>,
  policy: RetryPolicy,
  runtime: HttpRuntime,
  signal?: AbortSignal,
): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await operation(attempt);
    } catch (error) {
      signal?.throwIfAborted();
      if (!(error instanceof SourceError) || !error.retryable) throw error;
      const asked = retryAfterOf(error);
      if (attempt >= policy.attempts || (asked ?? 0) > policy.maxRetryAfter) throw afterTries(error, attempt);
      await runtime.sleep(Math.max(asked ?? 0, backoffDelay(attempt, policy, runtime.random)), signal);
    }
  }
}

function afterTries(error: SourceError, attempts: number): SourceError {
  if (attempts === 1) return error;
  const message = error.message.replace(/\.$/, `, après ${String(attempts)} essais.`);
  const details = { ...error.details, cause: error };
  if (error instanceof SourceRateLimitedError) {
    return new SourceRateLimitedError(message, details, error.retryAfter);
  }
  return new SourceUnavailableError(message, details);
}
