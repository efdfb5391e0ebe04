import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../common/clock.ts';
import { FileRepository } from './file.repository.ts';
import type { RevueFilter } from './revue-filter.ts';

/** How long a count is good enough: it tells a person how much is left, nothing is decided on it. */
const FRESH_MS = 5_000;
/** Distinct queues remembered: more than stewards at work. */
const KEPT = 200;

/** How many items are left, counted once for all who ask the same in the same few seconds. */
@Injectable()
export class CompteurDeFile {
  private readonly counts = new Map<string, { readonly at: number; readonly count: Promise<number> }>();

  constructor(
    private readonly file: FileRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async count(filter: RevueFilter, academies: readonly string[] | null): Promise<number> {
    const key = JSON.stringify([filter, academies]);
    const now = this.clock.now().getTime();
    const known = this.counts.get(key);
    if (known !== undefined && now - known.at < FRESH_MS) return known.count;
    const count = this.file.count(filter, academies);
    this.counts.delete(key);
    this.counts.set(key, { at: now, count });
    count.catch(() => this.counts.delete(key));
    for (const oldest of this.counts.keys()) {
      if (this.counts.size <= KEPT) break;
      this.counts.delete(oldest);
    }
    return count;
  }
}
