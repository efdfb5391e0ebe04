import { Injectable } from '@nestjs/common';
import { NotFoundError, RuleViolationError } from '../common/domain-errors.ts';
import { InstantaneQuery, type InstantaneView } from '../imports/instantane.query.ts';
import type { Changement } from './changement.ts';
import { ComparaisonQuery, type CampagneTouchee, type CompteursChangements } from './comparaison.query.ts';

export interface Comparaison {
  readonly avant: InstantaneView;
  readonly apres: InstantaneView;
  readonly compteurs: CompteursChangements;
  /** Null where the rows of the table name no certification. */
  readonly touches: readonly CampagneTouchee[] | null;
}

/** What changed from one snapshot of a table to another, and which formations it touches. */
@Injectable()
export class CompareInstantanesUseCase {
  constructor(
    private readonly instantanes: InstantaneQuery,
    private readonly comparaisons: ComparaisonQuery,
  ) {}

  async summary(avantId: string, apresId: string): Promise<Comparaison> {
    const { avant, apres } = await this.pair(avantId, apresId);
    const paire = { table: apres.table, avant: avant.id, apres: apres.id };
    const [compteurs, touches] = await Promise.all([
      this.comparaisons.count(paire),
      this.comparaisons.touched(paire),
    ]);
    return { avant, apres, compteurs, touches };
  }

  async changes(
    avantId: string,
    apresId: string,
    page: Parameters<ComparaisonQuery['list']>[1],
  ): Promise<{ data: Changement[]; total: number }> {
    const { avant, apres } = await this.pair(avantId, apresId);
    return this.comparaisons.list({ table: apres.table, avant: avant.id, apres: apres.id }, page);
  }

  private async pair(
    avantId: string,
    apresId: string,
  ): Promise<{ avant: InstantaneView; apres: InstantaneView }> {
    const [avant, apres] = await Promise.all([this.find(avantId), this.find(apresId)]);
    if (avant.table !== apres.table) {
      throw new RuleViolationError(
        'TABLES_DIFFERENTES',
        `${avant.nom} est la table ${avant.table}, ${apres.nom} la table ${apres.table} : seuls deux instantanés ` +
          `de la même table se comparent`,
      );
    }
    return { avant, apres };
  }

  private async find(id: string): Promise<InstantaneView> {
    const found = await this.instantanes.findById(id);
    if (found === null) {
      throw new NotFoundError('INSTANTANE_INCONNU', `aucun instantané n'a l'identifiant ${id}`);
    }
    return found;
  }
}
