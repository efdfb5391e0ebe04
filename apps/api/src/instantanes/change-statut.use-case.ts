import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../common/clock.ts';
import { ConflictError, NotFoundError } from '../common/domain-errors.ts';
import { Transactions } from '../common/transactions.ts';
import { InstantaneQuery, type InstantaneView } from '../imports/instantane.query.ts';
import type { JournalAuteur } from '../journal/journal-entry.ts';
import { JournalRepository } from '../journal/journal.repository.ts';
import { InstantaneStatutRepository } from './instantane-statut.repository.ts';

/** What a person may do to a snapshot: the state it must be in, the one it takes, how the journal says it. */
const ACTES = {
  retirer: {
    from: ['utilisable', 'a_confirmer'],
    to: 'retire',
    type: 'instantane_retire',
    verbe: 'a retiré',
  },
  confirmer: { from: ['a_confirmer'], to: 'utilisable', type: 'instantane_confirme', verbe: 'a confirmé' },
  remettre: { from: ['retire'], to: 'utilisable', type: 'instantane_remis', verbe: 'a remis en service' },
} as const satisfies Record<
  string,
  { from: readonly InstantaneView['statut'][]; to: InstantaneView['statut']; type: string; verbe: string }
>;
export type Acte = keyof typeof ACTES;

/**
 * Takes a snapshot out of service, puts it back, or confirms one that is far from the last. A retired one is pinned by no new run unless its campaign names
 * it; it stays readable, and the runs that pinned it keep it.
 */
@Injectable()
export class ChangeStatutUseCase {
  constructor(
    private readonly instantanes: InstantaneQuery,
    private readonly statuts: InstantaneStatutRepository,
    private readonly transactions: Transactions,
    private readonly journal: JournalRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute(command: {
    acte: Acte;
    instantaneId: string;
    motif: string | null;
    auteur: JournalAuteur;
  }): Promise<void> {
    const { acte, instantaneId, motif, auteur } = command;
    const { from, to, type, verbe } = ACTES[acte];
    const instantane = await this.instantanes.findById(instantaneId);
    if (instantane === null) {
      throw new NotFoundError('INSTANTANE_INCONNU', `aucun instantané n'a l'identifiant ${instantaneId}`);
    }
    await this.transactions.run(async (manager) => {
      if (!(await this.statuts.change(manager, instantaneId, from, to))) {
        throw new ConflictError(
          'STATUT_INSTANTANE',
          `l'instantané ${instantane.nom} n'est pas dans l'état attendu : rechargez la page`,
        );
      }
      await this.journal.append(
        {
          type,
          message: `${auteur.nom} ${verbe} l'instantané ${instantane.nom} (${instantane.table})`,
          auteur,
          at: this.clock.now(),
          details: {
            instantaneId,
            ...(motif === null ? {} : { motif }),
            ...(acte === 'confirmer' ? { raisons: instantane.ecart?.raisons ?? [] } : {}),
          },
        },
        manager,
      );
    });
  }
}
