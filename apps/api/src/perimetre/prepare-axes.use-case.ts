import { Injectable } from '@nestjs/common';
import { Transactions } from '../common/transactions.ts';
import { ApplyPerimetreUseCase } from './apply-perimetre.use-case.ts';
import { AxeRepository } from './axe.repository.ts';

/**
 * Sees that the formations of campaigns have their place on the axes before something is asked of them: the end of a run
 * prepares it, a campaign that has had none waits for the first question. Formations never change: once is enough.
 */
@Injectable()
export class PrepareAxesUseCase {
  private readonly ready = new Set<string>();

  constructor(
    private readonly axes: AxeRepository,
    private readonly perimetre: ApplyPerimetreUseCase,
    private readonly transactions: Transactions,
  ) {}

  async execute(campagnes: readonly string[]): Promise<void> {
    for (const id of campagnes.filter((each) => !this.ready.has(each))) {
      await this.transactions.run(async (manager) => {
        if ((await this.axes.prepare(manager, id)) > 0) await this.perimetre.execute(manager, id);
      });
      this.ready.add(id);
    }
  }
}
