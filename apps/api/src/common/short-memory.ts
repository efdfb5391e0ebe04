import type { Clock } from './clock.ts';

/**
 * Answers that are good enough for a few seconds, computed once for all who ask the same meanwhile. For what is shown
 * (counts), never for what is decided on.
 */
export class ShortMemory<Value> {
  private readonly known = new Map<string, { readonly at: number; readonly value: Promise<Value> }>();

  /**
   * @param freshMs how long an answer is kept
   * @param size distinct questions remembered
   */
  constructor(
    private readonly clock: Clock,
    private readonly freshMs: number,
    private readonly size = 200,
  ) {}

  /** The answer to a question, from memory while it is fresh; a failure is not remembered. */
  get(question: string, compute: () => Promise<Value>): Promise<Value> {
    const now = this.clock.now().getTime();
    const found = this.known.get(question);
    if (found !== undefined && now - found.at < this.freshMs) return found.value;
    const value = compute();
    this.known.delete(question);
    this.known.set(question, { at: now, value });
    value.catch(() => {
      if (this.known.get(question)?.value === value) this.known.delete(question);
    });
    for (const oldest of this.known.keys()) {
      if (this.known.size <= this.size) break;
      this.known.delete(oldest);
    }
    return value;
  }
}
