import { ZodError } from 'zod';
import { SourceError, SourceRateLimitedError } from '#sources';
import { DomainError } from '../common/domain-errors.ts';

/** What to do after an import has stopped on an error. */
export type Verdict =
  | { readonly kind: 'attendre'; readonly ms: number; readonly essais: number; readonly message: string }
  | { readonly kind: 'echouer'; readonly message: string }
  /** Not of the source: the queue decides. */
  | { readonly kind: 'inconnu' };

/** Failures in a row, without one step forward, after which a person must look. */
export const MAX_ESSAIS = 8;
const FIRST_WAIT = 30_000;
const LONGEST_WAIT = 3_600_000;
/** A source that says when to come back is believed up to a day. */
const LONGEST_PATIENCE = 24 * 3_600_000;

/**
 * A service that is away is asked again later, each time later; one that refuses, or answers something else than it
 * should, needs a person.
 * @param essais failures in a row before this one.
 */
export function verdictOf(error: unknown, essais: number): Verdict {
  if (error instanceof SourceRateLimitedError && error.retryAfter !== null) {
    return {
      kind: 'attendre',
      ms: Math.min(error.retryAfter, LONGEST_PATIENCE),
      essais,
      message: error.message,
    };
  }
  if (error instanceof SourceError && error.retryable) {
    const count = essais + 1;
    if (count >= MAX_ESSAIS) {
      return { kind: 'echouer', message: `${error.message} Abandon après ${count} essais sans avancer.` };
    }
    const ms = Math.min(FIRST_WAIT * 2 ** essais, LONGEST_WAIT);
    return { kind: 'attendre', ms, essais: count, message: error.message };
  }
  if (error instanceof ZodError) {
    const [issue] = error.issues;
    return { kind: 'echouer', message: `paramètre ${issue?.path.join('.') ?? ''} : ${issue?.message ?? ''}` };
  }
  if (error instanceof SourceError || error instanceof DomainError) {
    return { kind: 'echouer', message: error.message };
  }
  return { kind: 'inconnu' };
}
