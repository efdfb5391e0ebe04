import { Inject, Injectable } from '@nestjs/common';
import type { TableId } from '#sources';
import { CampagneRepository, type CampagneRecord } from '../campagnes/campagne.repository.ts';
import { CLOCK, type Clock } from '../common/clock.ts';
import { NotFoundError, RuleViolationError } from '../common/domain-errors.ts';
import { Transactions } from '../common/transactions.ts';
import { InstantaneQuery, type InstantaneView } from '../imports/instantane.query.ts';
import type { JournalAuteur } from '../journal/journal-entry.ts';
import { JournalRepository } from '../journal/journal.repository.ts';
import { REFERENCE_TABLES, isReferenceTable } from '../referentiels/reference-data.ts';
import { ReferencesRepository } from './references.repository.ts';

/** The reference snapshots of a campaign's next run. */
export interface References {
  /** False when the campaign names none: `data` is then what is in use now. */
  readonly epinglees: boolean;
  readonly data: readonly InstantaneView[];
}

const ALL = { perPage: 1_000, offset: 0, sort: 'table', order: 'ASC' } as const;

/** Chooses the reference snapshots of a campaign. Runs already made keep theirs. */
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
    const { referencesIds, catalogueId } = await this.campagne(campagneId);
    const ids = referencesIds ?? (await this.inUse(catalogueId));
    const { data } = await this.instantanes.list(ALL, { ids });
    return {
      epinglees: referencesIds !== null,
      data: data.filter(({ table }) => isReferenceTable(table as TableId)),
    };
  }

  /** @param command.referencesIds null to follow the snapshots in use. A retired one may be named, no other. */
  async execute(command: {
    campagneId: string;
    referencesIds: readonly string[] | null;
    auteur: JournalAuteur;
  }): Promise<void> {
    const { campagneId, referencesIds, auteur } = command;
    const campagne = await this.campagne(campagneId);
    if (referencesIds !== null) await this.check(referencesIds);
    await this.transactions.run(async (manager) => {
      await this.references.pin(manager, campagneId, referencesIds);
      await this.journal.append(
        {
          type: 'references_epinglees',
          message:
            referencesIds === null
              ? `${auteur.nom} fait suivre à « ${campagne.nom} » les référentiels en service`
              : `${auteur.nom} épingle ${referencesIds.length} référentiel(s) à « ${campagne.nom} »`,
          auteur,
          at: this.clock.now(),
          details: { campagneId, referencesIds, avant: campagne.referencesIds },
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

  private async check(ids: readonly string[]): Promise<void> {
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
      if (!isReferenceTable(instantane.table as TableId)) {
        throw new RuleViolationError(
          'PAS_UN_REFERENTIEL',
          `${instantane.nom} est la table ${instantane.table}, que l'appariement ne lit pas`,
        );
      }
    }
  }
}
