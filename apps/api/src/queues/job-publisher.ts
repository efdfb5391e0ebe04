import { Inject, Injectable } from '@nestjs/common';
import type { Queue } from 'bullmq';
import type { QueueHealth } from '../common/queue-health.ts';
import { CONFIG } from '../config/config.module.ts';
import type { Config } from '../config/load-env.ts';
import { jobContracts, type PayloadOf, type QueueName } from './job-contracts.ts';
import { OutboxRepository } from './outbox.repository.ts';
import { queueBackendType } from './queue-backend.ts';

/** Every queue by its name. */
export const QUEUES = Symbol('QUEUES');
export type Queues = ReadonlyMap<QueueName, Queue>;

const BATCH = 500;
/** A health check that waits longer than this says the queue is down. */
const HEALTH_TIMEOUT_MS = 2_000;

/** Sends jobs. Use cases write to the outbox; this empties it into the queues. */
@Injectable()
export class JobPublisher implements QueueHealth {
  constructor(
    @Inject(QUEUES) private readonly queues: Queues,
    @Inject(CONFIG) private readonly config: Config,
    private readonly outbox: OutboxRepository,
  ) {}

  /** Sends every waiting job. Safe to call from any process at any time. */
  async flush(): Promise<void> {
    let sent: number;
    do {
      sent = await this.outbox.drain(BATCH, async (rows) => {
        for (const name of new Set(rows.map(({ queue }) => queue))) {
          await this.send(
            name,
            rows.filter(({ queue }) => queue === name).map(({ payload }) => payload),
          );
        }
      });
    } while (sent === BATCH);
  }

  async check(): Promise<{ ok: boolean; type: 'postgres' | 'redis' }> {
    const type = queueBackendType(this.config);
    const [queue] = this.queues.values();
    if (queue === undefined) return { ok: false, type };
    let timer: NodeJS.Timeout | undefined;
    const timeout = new Promise<false>((resolve) => {
      timer = setTimeout(() => {
        resolve(false);
      }, HEALTH_TIMEOUT_MS);
    });
    const asked = queue.getJobCounts('waiting').then(
      () => true,
      () => false,
    );
    const ok = await Promise.race([asked, timeout]);
    clearTimeout(timer);
    return { ok, type };
  }

  private async send<Name extends QueueName>(name: Name, payloads: readonly unknown[]): Promise<void> {
    const contract = jobContracts[name];
    const queue = this.queues.get(name);
    if (queue === undefined) throw new Error(`no queue named ${name}`);
    await queue.addBulk(
      payloads.map((raw) => {
        const payload = contract.payload.parse(raw) as PayloadOf<Name>;
        return {
          name,
          data: payload,
          opts: {
            // The contract's own payload type goes in: the union of the contracts hides it from the compiler.
            jobId: (contract.jobId as (payload: PayloadOf<Name>) => string)(payload),
            attempts: contract.attempts,
            backoff: { type: 'exponential', delay: contract.backoffMs },
            removeOnComplete: { age: 24 * 3_600, count: 5_000 },
            removeOnFail: { age: 30 * 24 * 3_600 },
          },
        };
      }),
    );
  }
}
