import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { JugementRecord } from './jugement.ts';
import type { RevueRecord } from './revue.repository.ts';

/** A decision just taken, with the item it was taken on. */
export interface DecisionTaken {
  readonly revue: RevueRecord;
  readonly jugement: Omit<JugementRecord, 'creeLe'>;
}

/** Called inside the transaction that writes decisions. */
export type AfterDecisionListener = (
  manager: EntityManager,
  taken: readonly DecisionTaken[],
) => Promise<void>;

/** What must follow a decision at once. Later features register here (second readings), so that review need not know them. */
@Injectable()
export class AfterDecision {
  private readonly listeners: AfterDecisionListener[] = [];

  register(listener: AfterDecisionListener): void {
    this.listeners.push(listener);
  }

  async execute(manager: EntityManager, taken: readonly DecisionTaken[]): Promise<void> {
    for (const listener of this.listeners) await listener(manager, taken);
  }
}
