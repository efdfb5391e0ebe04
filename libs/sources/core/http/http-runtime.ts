import { setTimeout as wait } from 'node:timers/promises';

/** What a client needs of the machine, given by the caller so that tests decide of the time that passes. */
export interface HttpRuntime {
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** Waits, or rejects with the reason of the signal. */
  readonly sleep: (ms: number, signal?: AbortSignal) => Promise<void>;
  /** Number in [0, 1[. */
  readonly random: () => number;
}

/** A sleep on the real clock, for the callers that build a runtime. */
export async function realSleep(ms: number, signal?: AbortSignal): Promise<void> {
  try {
    await wait(ms, undefined, { signal });
  } catch (error) {
    signal?.throwIfAborted();
    throw error;
  }
}
