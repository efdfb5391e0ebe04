/** What is remembered of the recent attempts with one identifier. */
export interface AttemptState {
  readonly echecs: number;
  readonly derniereAt: Date;
  readonly bloqueJusquA: Date | null;
}

export interface LockoutPolicy {
  /** Failures allowed before the first wait. */
  readonly free: number;
  /** Quiet time after which the count starts again. */
  readonly forgetAfterMs: number;
}

export const PER_IDENTIFIER: LockoutPolicy = { free: 5, forgetAfterMs: 24 * 3_600_000 };
/** A whole rectorat may sign in behind one address, where a day is never quiet: more at once, forgotten sooner. */
export const PER_ADDRESS: LockoutPolicy = { free: 30, forgetAfterMs: 15 * 60_000 };
const FIRST_WAIT_MS = 60_000;
/** Long enough to make guessing useless, short enough that locking a colleague out is no weapon. */
const LONGEST_WAIT_MS = 15 * 60_000;

/** Milliseconds still to wait before another attempt is looked at; 0 when it may be tried. */
export function remainingWaitMs(state: AttemptState | null, now: Date): number {
  if (state === null || state.bloqueJusquA === null) return 0;
  return Math.max(0, state.bloqueJusquA.getTime() - now.getTime());
}

/**
 * The state once one more attempt is counted as failed. It is counted before the password is checked and forgotten
 * if it was right, so that attempts made at the same time cannot all be the fifth.
 */
export function countAttempt(state: AttemptState | null, now: Date, policy = PER_IDENTIFIER): AttemptState {
  const recent = state !== null && now.getTime() - state.derniereAt.getTime() < policy.forgetAfterMs;
  const echecs = (recent ? state.echecs : 0) + 1;
  if (echecs < policy.free) return { echecs, derniereAt: now, bloqueJusquA: null };
  const wait = Math.min(FIRST_WAIT_MS * 2 ** Math.min(echecs - policy.free, 10), LONGEST_WAIT_MS);
  return { echecs, derniereAt: now, bloqueJusquA: new Date(now.getTime() + wait) };
}
