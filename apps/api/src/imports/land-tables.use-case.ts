import { Injectable } from '@nestjs/common';
import { ActesJournal } from '../journal/actes-journal.ts';
import {
  InstantaneRepository,
  type LandedSnapshot,
  type LandingOptions,
  type TableToLand,
} from './instantane.repository.ts';

/** Open tables into as many immutable snapshots, all or none; those far from the last ones are written down. */
@Injectable()
export class LandTablesUseCase {
  constructor(
    private readonly instantanes: InstantaneRepository,
    private readonly journal: ActesJournal,
  ) {}

  /**
   * @returns one snapshot a table, in their order.
   * @throws SourceError, RuleViolationError: nothing is written.
   */
  async execute(tables: readonly TableToLand[], options: LandingOptions = {}): Promise<LandedSnapshot[]> {
    const landed = await this.instantanes.land(tables, options);
    for (const [rank, snapshot] of landed.entries()) {
      const origin = tables[rank]?.origin;
      if (origin !== undefined && (!snapshot.dejaImporte || snapshot.confirme === true)) {
        await this.noteDistance(snapshot, origin.nom, origin.importePar);
      }
    }
    return landed;
  }

  private async noteDistance(landed: LandedSnapshot, nom: string, importePar: string): Promise<void> {
    if (landed.avertissements.length === 0) return;
    const waits = landed.statut === 'a_confirmer';
    await this.journal.note({
      type: waits ? 'instantane_a_confirmer' : 'instantane_confirme',
      message: waits
        ? `${nom} (${landed.table}) attend une confirmation : ${landed.avertissements.join(' ; ')}`
        : `${importePar} a choisi ${nom} (${landed.table}) malgré son écart : ${landed.avertissements.join(' ; ')}`,
      auteur: { compteId: null, nom: importePar },
      details: { instantaneId: landed.instantaneId },
    });
  }
}
