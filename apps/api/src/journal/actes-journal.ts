import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { CLOCK, type Clock } from '../common/clock.ts';
import type { JournalEntry } from './journal-entry.ts';
import { JournalRepository } from './journal.repository.ts';

/** Writes down what someone does to campaigns, runs, reviews and exports, at the time it is done. */
@Injectable()
export class ActesJournal {
  constructor(
    private readonly journal: JournalRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @param manager the caller's transaction: the act and its line are kept together or not at all. */
  note(acte: Omit<JournalEntry, 'at'>, manager?: EntityManager): Promise<void> {
    return this.journal.append({ ...acte, at: this.clock.now() }, manager);
  }
}
