import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { AskForJobs } from '../queues/job-dispatcher.ts';

/** Called inside the transaction that ends a run; `ask` enqueues in that transaction. */
export type EndOfRunListener = (
  manager: EntityManager,
  executionId: string,
  ask: AskForJobs,
) => Promise<void>;

/**
 * What must be true the moment a run has ended. Later features register here (review opens its items), so that
 * runs need not know them.
 */
@Injectable()
export class EndOfRun {
  private readonly listeners: EndOfRunListener[] = [];

  register(listener: EndOfRunListener): void {
    this.listeners.push(listener);
  }

  async execute(manager: EntityManager, executionId: string, ask: AskForJobs): Promise<void> {
    for (const listener of this.listeners) await listener(manager, executionId, ask);
  }
}
