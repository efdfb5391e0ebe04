import { Injectable } from '@nestjs/common';
import { NotFoundError } from '../common/domain-errors.ts';
import type { DemandeCouverture, RapportCouverture } from './couverture.ts';
import { CouvertureQuery } from './couverture.query.ts';
import { CouvertureRepository, type ExecutionCouverte } from './couverture.repository.ts';
import { RefreshCouvertureUseCase } from './refresh-couverture.use-case.ts';

/** Which run: one by its id, or the last of a campaign. */
export type CibleCouverture = { readonly executionId: string } | { readonly campagneId: string };

/** What a run is compared with: the run before, the campaign before, another run, or nothing. */
export type Reference = 'precedente' | 'campagne' | { readonly executionId: string } | null;

/** Gives the coverage report of a run, drawn again first where figures or rules have changed. */
@Injectable()
export class ReadCouvertureUseCase {
  constructor(
    private readonly couverture: CouvertureRepository,
    private readonly refresh: RefreshCouvertureUseCase,
    private readonly query: CouvertureQuery,
  ) {}

  /** @throws NotFoundError when the campaign has no ended run, or the run named is unknown or has not ended. */
  async execute(
    cible: CibleCouverture,
    demande: DemandeCouverture,
    avec: Reference,
  ): Promise<RapportCouverture> {
    const execution = await this.refresh.ensure(await this.find(cible));
    const before = await this.reference(execution, avec);
    return this.query.report(execution, demande, before === null ? null : await this.refresh.ensure(before));
  }

  private async find(cible: CibleCouverture): Promise<ExecutionCouverte> {
    if ('executionId' in cible) {
      const found = await this.couverture.execution(cible.executionId);
      if (found !== null) return found;
      throw new NotFoundError(
        'EXECUTION_INCONNUE',
        `aucune exécution terminée n'a l'identifiant ${cible.executionId}`,
      );
    }
    const last = await this.couverture.lastOf(cible.campagneId);
    if (last !== null) return last;
    throw new NotFoundError(
      'COUVERTURE_ABSENTE',
      "cette campagne n'existe pas, ou n'a pas encore été appariée",
    );
  }

  private reference(execution: ExecutionCouverte, avec: Reference): Promise<ExecutionCouverte | null> {
    if (avec === null) return Promise.resolve(null);
    if (avec === 'precedente') return this.couverture.previousRun(execution);
    if (avec === 'campagne') return this.couverture.previousCampagne(execution);
    return this.find(avec);
  }
}
