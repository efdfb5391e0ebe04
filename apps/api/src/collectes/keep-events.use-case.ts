import { Inject, Injectable } from '@nestjs/common';
import type { Connector, ConnectorEvent, Json } from '#sources';
import { CLOCK, type Clock } from '../common/clock.ts';
import { Transactions } from '../common/transactions.ts';
import { CollecteEtapesRepository } from './collecte-etapes.repository.ts';
import { CollecteLignesRepository } from './collecte-lignes.repository.ts';
import { CollecteRepository, type TakenCollecte } from './collecte.repository.ts';

type KeptEvent = Exclude<ConnectorEvent, { kind: 'cursor' }>;

/** Keeps what an import receives: the rows and the cursor that stands for them in one transaction. */
@Injectable()
export class KeepEventsUseCase {
  constructor(
    private readonly collectes: CollecteRepository,
    private readonly lignes: CollecteLignesRepository,
    private readonly etapes: CollecteEtapesRepository,
    private readonly transactions: Transactions,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Takes the events to their end, keeping those that came at each cursor.
   * @throws CollecteLostError when the import is no longer ours; SourceError of the connector.
   */
  async execute(
    taken: TakenCollecte,
    connector: Connector,
    events: AsyncIterable<ConnectorEvent>,
  ): Promise<void> {
    let waiting: KeptEvent[] = [];
    for await (const event of events) {
      if (event.kind !== 'cursor') {
        waiting.push(event);
        continue;
      }
      await this.keep(taken, connector, waiting, event.cursor);
      waiting = [];
    }
  }

  private async keep(
    taken: TakenCollecte,
    connector: Connector,
    events: readonly KeptEvent[],
    curseur: Json,
  ): Promise<void> {
    const at = this.clock.now();
    await this.transactions.run(async (manager) => {
      let lignes = 0;
      let refusees = 0;
      for (const event of events) {
        const { etape } = event;
        if (event.kind === 'rows') {
          const kept = await this.lignes.keepRows(manager, taken, event);
          lignes += kept.lignes;
          refusees += kept.refusees;
          await this.etapes.keep(manager, taken, { etape, issue: 'lue', table: event.table, at });
        } else if (event.kind === 'refus') {
          const [table] = connector.tables;
          if (table !== undefined) await this.lignes.keepRefusal(manager, taken, table, event);
          lignes += 1;
          refusees += 1;
          await this.etapes.keep(manager, taken, { etape, issue: 'refusee', at });
        } else if (event.kind === 'file') {
          const { table } = event;
          await this.etapes.keep(manager, taken, { etape, issue: 'fichier', table, fichier: event, at });
        } else {
          await this.etapes.keep(manager, taken, { etape, issue: 'inchangee', at });
        }
      }
      await this.collectes.advance(manager, taken, { curseur, lignes, refusees });
    });
  }
}
