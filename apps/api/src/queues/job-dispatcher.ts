import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Transactions } from '../common/transactions.ts';
import type { PayloadOf, QueueName } from './job-contracts.ts';
import { JobPublisher } from './job-publisher.ts';
import { OutboxRepository } from './outbox.repository.ts';

/** Asks for jobs of one queue, inside the transaction under way. */
export type AskForJobs = <Name extends QueueName>(
  queue: Name,
  payloads: readonly PayloadOf<Name>[],
) => Promise<void>;

/**
 * A transaction that may ask for jobs. They are sent once it is committed, never before; if the process dies in
 * between, the next flush of any worker sends them.
 */
@Injectable()
export class JobDispatcher {
  constructor(
    private readonly transactions: Transactions,
    private readonly outbox: OutboxRepository,
    private readonly publisher: JobPublisher,
  ) {}

  async run<Result>(work: (manager: EntityManager, ask: AskForJobs) => Promise<Result>): Promise<Result> {
    const result = await this.transactions.run((manager) =>
      work(manager, (queue, payloads) => this.outbox.add(manager, queue, payloads)),
    );
    await this.publisher.flush();
    return result;
  }
}
