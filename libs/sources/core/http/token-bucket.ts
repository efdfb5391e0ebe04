import type { HttpRuntime } from './http-runtime.ts';

/** How often a source may be asked. */
export interface Rate {
  readonly perSecond: number;
  /** Requests that may leave at once after a silence. */
  readonly burst: number;
  /** Requests under way at the same time. */
  readonly concurrency: number;
}

/**
 * Token bucket kept as the time at which the next request may leave, so that waiting requests need no timer of
 * their own and leave in the order in which they came.
 */
export class TokenBucket {
  private next = Number.NEGATIVE_INFINITY;

  constructor(
    private readonly rate: Rate,
    private readonly runtime: HttpRuntime,
  ) {}

  /** Waits for one's turn. */
  async take(signal?: AbortSignal): Promise<void> {
    const interval = 1000 / this.rate.perSecond;
    const now = this.runtime.now();
    this.next = Math.max(this.next, now - interval * (this.rate.burst - 1));
    const wait = this.next - now;
    this.next += interval;
    if (wait > 0) await this.runtime.sleep(wait, signal);
  }

  /** Lets nothing leave for a while: the source has asked for patience, whoever asked it. */
  pause(ms: number): void {
    this.next = Math.max(this.next, this.runtime.now() + ms);
  }
}
