/** What is remembered of the recent attempts with one identifier. */
export interface AttemptState {
  readonly echecs: number;
  readonly derniereAt: Date;
  readonly bloqueJusquA: Date | null;
}

/** Failures allowed before the first wait. */
export const FREE_FAILURES = 5;
const FIRST_WAIT_MS = 60_000;
/** Long enough to make guessing useless, short enough that locking a colleague out is no weapon. */
const LONGEST_WAIT_MS = 15 * 60_000;
/** After a quiet day, the count starts again. */
const FORGET_AFTER_MS = 24 * 3_600_000;

/** Milliseconds still to wait before another attempt is looked at; 0 when it may be tried. */
export function remainingWaitMs(state: AttemptState | null, now: Date): number {
  if (state === null || state.bloqueJusquA === null) return 0;
  return Math.max(0, state.bloqueJusquA.getTime() - now.getTime());
}

/**
 * The state once one more attempt is counted as failed. It is counted before the password is checked and forgotten
 * if it was right, so that attempts made at the same time cannot all be the fifth.
 */
export function countAttempt(state: AttemptState | null, now: Date): AttemptState {
  const recent = state !== null && now.getTime() - state.derniereAt.getTime() < FORGET_AFTER_MS;
  const echecs = (recent ? state.echecs : 0) + 1;
  if (echecs < FREE_FAILURES) return { echecs, derniereAt: now, bloqueJusquA: null };
  const wait = Math.min(FIRST_WAIT_MS * 2 ** Math.min(echecs - FREE_FAILURES, 10), LONGEST_WAIT_MS);
  return { echecs, derniereAt: now, bloqueJusquA: new Date(now.getTime() + wait) };
}
