import { setTimeout as sleep } from 'node:timers/promises';
import { Inject, Injectable } from '@nestjs/common';
import { RuleViolationError } from '../common/domain-errors.ts';
import { IDS, type IdGenerator } from '../common/ids.ts';
import { Transactions } from '../common/transactions.ts';
import { CalculChiffresRepository, type CalculView } from './calcul-chiffres.repository.ts';
import { CalculerChiffresUseCase } from './calculer-chiffres.use-case.ts';

const PERIOD_MS = 100;

/** Brings the figures of a run up to date before they are read as a whole: an export never misses a decision. */
@Injectable()
export class RattraperChiffresUseCase {
  constructor(
    private readonly calculs: CalculChiffresRepository,
    private readonly calculer: CalculerChiffresUseCase,
    private readonly transactions: Transactions,
    @Inject(IDS) private readonly ids: IdGenerator,
  ) {}

  /**
   * Computes in this process, or waits for the worker that holds it.
   * @param onProgress hears the computation under way
   * @throws RuleViolationError when it failed or was cancelled.
   */
  async execute(executionId: string, onProgress?: (calcul: CalculView) => void): Promise<CalculView> {
    const { id } = await this.transactions.run((manager) =>
      this.calculs.demander(manager, this.ids.uuid(), { executionId, motif: 'demande', signatures: null }),
    );
    const { signal } = new AbortController();
    for (;;) {
      const progress = setInterval(() => {
        this.calculs.findById(id).then((calcul) => {
          if (calcul !== null) onProgress?.(calcul);
        }, ignore);
      }, PERIOD_MS);
      const outcome = await this.calculer.execute({ calculId: id, signal }).finally(() => {
        clearInterval(progress);
      });
      const calcul = await this.calculs.findById(id);
      if (calcul?.statut === 'terminee') return calcul;
      if (outcome === 'deja_fait') {
        throw new RuleViolationError(
          'CHIFFRES_INTERROMPUS',
          `le calcul des chiffres n'est pas allé au bout : ${calcul?.erreur ?? 'il a été annulé'}`,
        );
      }
      await sleep(PERIOD_MS);
    }
  }
}

const ignore = (): void => undefined;
