import { Inject, Injectable } from '@nestjs/common';
import type { TableId } from '#sources';
import { CampagneRepository, type CampagneRecord } from '../campagnes/campagne.repository.ts';
import { CLOCK, type Clock } from '../common/clock.ts';
import { NotFoundError, RuleViolationError } from '../common/domain-errors.ts';
import { Transactions } from '../common/transactions.ts';
import { InstantaneQuery, type InstantaneView } from '../imports/instantane.query.ts';
import type { JournalAuteur } from '../journal/journal-entry.ts';
import { JournalRepository } from '../journal/journal.repository.ts';
import { REFERENCE_TABLES } from '../referentiels/reference-data.ts';
import { REFERENCES, type Epinglables } from './epinglables.ts';
import { ReferencesRepository } from './references.repository.ts';

/** Snapshots of a campaign's next run. */
export interface References {
  /** False when the campaign names none: `data` is then what is in use now. */
  readonly epinglees: boolean;
  /** Tables whose snapshots may be chosen. */
  readonly tables: readonly TableId[];
  readonly data: readonly InstantaneView[];
}

const ALL = { perPage: 1_000, offset: 0, sort: 'table', order: 'ASC' } as const;

/** Chooses the snapshots of a campaign: its references, or another choice of its. Runs already made keep theirs. */
@Injectable()
export class PinReferencesUseCase {
  constructor(
    private readonly campagnes: CampagneRepository,
    private readonly instantanes: InstantaneQuery,
    private readonly references: ReferencesRepository,
    private readonly transactions: Transactions,
    private readonly journal: JournalRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async read(campagneId: string): Promise<References> {
    return this.readChoice(campagneId, REFERENCES, ({ catalogueId }) => this.inUse(catalogueId));
  }

  /** @param inUse what a campaign that names none follows */
  async readChoice(
    campagneId: string,
    { colonne, tables }: Epinglables,
    inUse: (campagne: CampagneRecord) => Promise<readonly string[]>,
  ): Promise<References> {
    const campagne = await this.campagne(campagneId);
    const chosen = chosenOf(campagne, colonne);
    const { data } = await this.instantanes.list(ALL, { ids: chosen ?? (await inUse(campagne)) });
    return {
      epinglees: chosen !== null,
      tables,
      data: data.filter(({ table }) => tables.includes(table as TableId)),
    };
  }

  /** @param command.ids null to follow the snapshots in use. A retired one may be named, no other. */
  async execute(
    command: { campagneId: string; ids: readonly string[] | null; auteur: JournalAuteur },
    epinglables: Epinglables = REFERENCES,
  ): Promise<void> {
    const { campagneId, ids, auteur } = command;
    const { colonne, acte, objets } = epinglables;
    const campagne = await this.campagne(campagneId);
    if (ids !== null) await this.check(ids, epinglables);
    await this.transactions.run(async (manager) => {
      await this.references.pin(manager, campagneId, colonne, ids);
      await this.journal.append(
        {
          type: acte,
          message:
            ids === null
              ? `${auteur.nom} fait suivre à « ${campagne.nom} » les ${objets} en service`
              : `${auteur.nom} épingle ${ids.length} instantané(s) à « ${campagne.nom} » (${objets})`,
          auteur,
          at: this.clock.now(),
          details: { campagneId, instantanesIds: ids, avant: chosenOf(campagne, colonne) },
        },
        manager,
      );
    });
  }

  private async campagne(id: string): Promise<CampagneRecord> {
    const found = await this.campagnes.findById(id);
    if (found === null)
      throw new NotFoundError('CAMPAGNE_INCONNUE', `aucune campagne n'a l'identifiant ${id}`);
    return found;
  }

  private async inUse(catalogueId: string): Promise<string[]> {
    const catalogue = await this.instantanes.findById(catalogueId);
    return this.instantanes.referencesInUse(REFERENCE_TABLES, { exemples: catalogue?.exemple === true });
  }

  private async check(ids: readonly string[], { tables, refus, lecteur }: Epinglables): Promise<void> {
    const { data } = await this.instantanes.list(ALL, { ids });
    const known = new Map(data.map((instantane) => [instantane.id, instantane]));
    const [unconfirmed] = data.filter(({ statut }) => statut === 'a_confirmer');
    if (unconfirmed !== undefined) {
      throw new RuleViolationError(
        'REFERENTIEL_A_CONFIRMER',
        `${unconfirmed.nom} doit d'abord être confirmé par un administrateur`,
      );
    }
    for (const id of ids) {
      const instantane = known.get(id);
      if (instantane === undefined) {
        throw new NotFoundError('INSTANTANE_INCONNU', `aucun instantané n'a l'identifiant ${id}`);
      }
      if (!tables.includes(instantane.table as TableId)) {
        throw new RuleViolationError(
          refus,
          `${instantane.nom} est la table ${instantane.table}, que ${lecteur} ne lit pas`,
        );
      }
    }
  }
}

function chosenOf(
  { referencesIds, etablissementsIds }: CampagneRecord,
  colonne: Epinglables['colonne'],
): readonly string[] | null {
  return colonne === 'references_ids' ? referencesIds : etablissementsIds;
}
