export interface DomainErrorOptions {
  readonly cause?: unknown;
  /** Members added to the problem+json body (`jugement` of a concurrent decision…). Shown to the user: no secret. */
  readonly extensions?: Readonly<Record<string, unknown>>;
}

/** What kind of refusal it is: the filter maps each kind to one HTTP status, run-job to one queue outcome. */
export type DomainErrorKind =
  'not_found' | 'conflict' | 'rule_violation' | 'forbidden' | 'unauthenticated' | 'too_many_attempts';

/**
 * A refusal that the user can understand and mend: a stable code for machines and a French message for people.
 * Building one has no side effect.
 */
export abstract class DomainError extends Error {
  abstract readonly kind: DomainErrorKind;
  readonly code: string;
  readonly extensions: Readonly<Record<string, unknown>>;

  constructor(code: string, message: string, options: DomainErrorOptions = {}) {
    super(message, { cause: options.cause });
    this.name = new.target.name;
    this.code = code;
    this.extensions = options.extensions ?? {};
  }
}

/** The thing named does not exist. */
export class NotFoundError extends DomainError {
  readonly kind = 'not_found';
}

/** The thing has changed meanwhile, or exists already. */
export class ConflictError extends DomainError {
  readonly kind = 'conflict';
}

/** Well-formed, but a rule of the field forbids it. */
export class RuleViolationError extends DomainError {
  readonly kind = 'rule_violation';
}

/** This account may not do it. */
export class ForbiddenActionError extends DomainError {
  readonly kind = 'forbidden';
}

/** Nobody is signed in, or the sign-in failed. */
export class UnauthenticatedError extends DomainError {
  readonly kind = 'unauthenticated';
}

/** Too many failed attempts: wait. `retryAfterSeconds` is sent as Retry-After. */
export class TooManyAttemptsError extends DomainError {
  readonly kind = 'too_many_attempts';
  readonly retryAfterSeconds: number;

  constructor(code: string, message: string, retryAfterSeconds: number) {
    super(code, message, { extensions: { attendreSecondes: retryAfterSeconds } });
    this.retryAfterSeconds = retryAfterSeconds;
  }
}
