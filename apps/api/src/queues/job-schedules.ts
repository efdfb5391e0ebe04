import { Inject, Injectable } from '@nestjs/common';
import type { Queue } from 'bullmq';
import { FUSEAU } from './cron.ts';
import { jobContracts, type PayloadOf } from './job-contracts.ts';
import { QUEUES, type Queues } from './job-publisher.ts';

/** A schedule that the queue must follow. */
export interface WantedSchedule {
  readonly id: string;
  readonly cron: string;
}

const QUEUE = 'run-source';
const PREFIX = 'planification-';
/** More schedules than any installation has. */
const ALL = 10_000;

/** The schedules of the queue. They are a copy: the database says what they should be. */
@Injectable()
export class JobSchedules {
  constructor(@Inject(QUEUES) private readonly queues: Queues) {}

  /**
   * Makes the queue follow exactly these schedules. One that is already followed is left alone, so that its next
   * occurrence is not lost; safe from any process at any time.
   * @returns how many were written or removed.
   */
  async reconcile(wanted: readonly WantedSchedule[]): Promise<number> {
    const queue = this.queue();
    const followed = await queue.getJobSchedulers(0, ALL);
    const patterns = new Map(followed.map(({ key, pattern }) => [key, pattern]));
    let changed = 0;
    for (const { id, cron } of wanted) {
      const key = `${PREFIX}${id}`;
      if (patterns.get(key) !== cron) {
        await this.follow(queue, key, id, cron);
        changed += 1;
      }
      patterns.delete(key);
    }
    for (const key of patterns.keys()) {
      if (!key.startsWith(PREFIX)) continue;
      await queue.removeJobScheduler(key);
      changed += 1;
    }
    return changed;
  }

  private async follow(queue: Queue, key: string, planificationId: string, cron: string): Promise<void> {
    const { attempts, backoffMs } = jobContracts[QUEUE];
    const data: PayloadOf<typeof QUEUE> = { planificationId, demandeId: null };
    await queue.upsertJobScheduler(
      key,
      { pattern: cron, tz: FUSEAU },
      {
        name: QUEUE,
        data,
        opts: {
          attempts,
          backoff: { type: 'exponential', delay: backoffMs },
          removeOnComplete: { age: 24 * 3_600, count: 5_000 },
          removeOnFail: { age: 30 * 24 * 3_600 },
        },
      },
    );
  }

  private queue(): Queue {
    const queue = this.queues.get(QUEUE);
    if (queue === undefined) throw new Error(`no queue named ${QUEUE}`);
    return queue;
  }
}
