import { Injectable } from '@nestjs/common';
import { NotFoundError, RuleViolationError } from '../common/domain-errors.ts';
import type { Page } from '../database/list-page.ts';
import {
  ComparaisonExecutionsQuery,
  type EcartExecution,
  type GenreEcart,
  type Transition,
} from './comparaison-executions.query.ts';
import { ExecutionQuery, type ExecutionView } from './execution.query.ts';

export interface ComparaisonExecutions {
  readonly avant: ExecutionView;
  readonly apres: ExecutionView;
  /** Formations by what became of them. */
  readonly compteurs: Record<GenreEcart, number>;
  readonly transitions: readonly Transition[];
}

/** Two ended runs of one campaign side by side: what one answers and the other does not. */
@Injectable()
export class CompareExecutionsUseCase {
  constructor(
    private readonly executions: ExecutionQuery,
    private readonly comparaison: ComparaisonExecutionsQuery,
  ) {}

  /** @throws NotFoundError on an unknown run, RuleViolationError on runs that cannot be compared. */
  async summary(avantId: string, apresId: string): Promise<ComparaisonExecutions> {
    const [avant, apres] = await this.pair(avantId, apresId);
    const [compteurs, transitions] = await Promise.all([
      this.comparaison.count(avantId, apresId),
      this.comparaison.transitions(avantId, apresId),
    ]);
    return { avant, apres, compteurs, transitions };
  }

  /** The formations that differ, a page at a time. @throws as `summary`. */
  async ecarts(
    avantId: string,
    apresId: string,
    page: { perPage: number; offset: number; genre?: GenreEcart | undefined },
  ): Promise<Page<EcartExecution>> {
    await this.pair(avantId, apresId);
    return this.comparaison.list({ avant: avantId, apres: apresId }, page);
  }

  private async pair(avantId: string, apresId: string): Promise<[ExecutionView, ExecutionView]> {
    const [avant, apres] = await Promise.all([this.ended(avantId), this.ended(apresId)]);
    if (avant.campagneId !== apres.campagneId) {
      throw new RuleViolationError(
        'CAMPAGNES_DIFFERENTES',
        `ces exécutions sont de deux campagnes, « ${avant.campagneNom} » et « ${apres.campagneNom} » : ` +
          'seules deux exécutions d’une même campagne se comparent',
      );
    }
    return [avant, apres];
  }

  private async ended(id: string): Promise<ExecutionView> {
    const execution = await this.executions.findById(id);
    if (execution === null) {
      throw new NotFoundError('EXECUTION_INCONNUE', `aucune exécution n'a l'identifiant ${id}`);
    }
    if (execution.statut !== 'terminee') {
      throw new RuleViolationError('EXECUTION_NON_TERMINEE', 'seule une exécution terminée se compare');
    }
    return execution;
  }
}
