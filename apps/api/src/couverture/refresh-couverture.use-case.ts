import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../common/clock.ts';
import { Transactions } from '../common/transactions.ts';
import { ApplyPerimetreUseCase } from '../perimetre/apply-perimetre.use-case.ts';
import { ReglePerimetreRepository } from '../perimetre/regle-perimetre.repository.ts';
import { CouvertureRepository, type ExecutionCouverte } from './couverture.repository.ts';

/** Keeps the counted reports in step with figures and rules. Called as often as one likes: counts only what changed. */
@Injectable()
export class RefreshCouvertureUseCase {
  constructor(
    private readonly couverture: CouvertureRepository,
    private readonly regles: ReglePerimetreRepository,
    private readonly perimetre: ApplyPerimetreUseCase,
    private readonly transactions: Transactions,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @returns the run as it is once its report is up to date. */
  async ensure(execution: ExecutionCouverte): Promise<ExecutionCouverte> {
    // While figures are being computed each batch changes them: the report of before stands until they are whole.
    if (execution.enCalcul || execution.versionChiffres === null) return execution;
    const { executionId, campagneId } = execution;
    if (execution.empreinte === (await this.drawnFrom(execution))) return execution;
    return this.transactions.run(async (manager) => {
      await this.couverture.lock(manager, executionId);
      const locked = await this.couverture.execution(executionId, manager);
      if (locked === null || locked.enCalcul) return locked ?? execution;
      const empreinte = await this.drawnFrom(locked);
      if (locked.empreinte === empreinte) return locked;
      await this.perimetre.execute(manager, campagneId);
      const calculeeLe = this.clock.now();
      await this.couverture.rebuild(manager, executionId, empreinte, calculeeLe);
      return { ...locked, empreinte, calculeeLe };
    });
  }

  /** Every report that people open. @returns how many were drawn again. */
  async ensureWatched(): Promise<number> {
    let drawn = 0;
    for (const execution of await this.couverture.watched()) {
      const after = await this.ensure(execution);
      if (after.empreinte !== execution.empreinte) drawn += 1;
    }
    return drawn;
  }

  private async drawnFrom({ versionChiffres }: ExecutionCouverte): Promise<string> {
    return `chiffres ${versionChiffres ?? ''}, regles ${await this.regles.revision()}`;
  }
}
