import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Transactions } from '../common/transactions.ts';
import type { AskForJobs } from '../queues/job-dispatcher.ts';
import { OpenItemsRepository } from './open-items.repository.ts';
import { OuvertureFileRepository } from './ouverture-file.repository.ts';

/**
 * Opens what a run leaves to people, slice by slice, each in a transaction that also says how far it is. Done by any number
 * of workers any number of times, each item is opened once; what a dead worker leaves is taken up where it was.
 */
@Injectable()
export class OuvrirFileUseCase {
  constructor(
    private readonly ouvertures: OuvertureFileRepository,
    private readonly items: OpenItemsRepository,
    private readonly transactions: Transactions,
  ) {}

  /** In the transaction that ends a run. */
  async apresExecution(manager: EntityManager, executionId: string, ask: AskForJobs): Promise<void> {
    await this.ouvertures.demander(manager, executionId);
    await ask('ouvrir-file', [{ executionId, envoi: 0 }]);
  }

  /**
   * @param signal aborted when the process is asked to stop: the slice under way ends.
   * @returns whether the queue is open; false when it was left to another worker
   */
  async execute(executionId: string, signal?: AbortSignal): Promise<boolean> {
    for (;;) {
      if (signal?.aborted === true) {
        await this.ouvertures.rendre(executionId);
        return false;
      }
      const more = await this.transactions.run((manager) => this.tranche(manager, executionId));
      if (!more) return true;
    }
  }

  /** @returns false once nothing is left. */
  private async tranche(manager: EntityManager, executionId: string): Promise<boolean> {
    const signatures = (await this.ouvertures.tenir(manager, executionId))
      ? await this.ouvertures.tranche(manager, executionId)
      : null;
    if (signatures !== null && signatures.length > 0) {
      await this.items.open(manager, executionId, signatures);
      await this.ouvertures.avancer(manager, executionId, signatures);
      return true;
    }
    if (signatures !== null) await this.items.closeOthers(manager, executionId);
    await this.ouvertures.finir(manager, executionId);
    return false;
  }
}
