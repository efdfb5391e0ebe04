import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** Called inside the transaction that ends a run. */
export type EndOfRunListener = (manager: EntityManager, executionId: string) => Promise<void>;

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

  async execute(manager: EntityManager, executionId: string): Promise<void> {
    for (const listener of this.listeners) await listener(manager, executionId);
  }
}
