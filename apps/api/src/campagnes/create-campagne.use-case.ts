import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { signatureOf, type Plateforme } from '#matching';
import { ConflictError, NotFoundError, RuleViolationError } from '../common/domain-errors.ts';
import { ActesJournal } from '../journal/actes-journal.ts';
import type { JournalAuteur } from '../journal/journal-entry.ts';
import { InstantaneRepository } from '../imports/instantane.repository.ts';
import { InstantaneQuery } from '../imports/instantane.query.ts';
import { CampagneRepository, type FormationToStore } from './campagne.repository.ts';
import { formationAApparier } from './formation-a-apparier.ts';

export interface CreateCampagneCommand {
  readonly nom: string;
  readonly plateforme: Plateforme;
  readonly rentree: string;
  readonly catalogueId: string;
  /** Reference snapshots to pin; null for those in use when a run starts. */
  readonly referencesIds: readonly string[] | null;
  readonly auteur: JournalAuteur;
}

/** Opens a campaign on a catalogue snapshot: its formations, grouped by signature. */
@Injectable()
export class CreateCampagneUseCase {
  constructor(
    private readonly campagnes: CampagneRepository,
    private readonly instantanes: InstantaneRepository,
    private readonly query: InstantaneQuery,
    private readonly journal: ActesJournal,
  ) {}

  /** @returns the id of the new campaign. */
  async execute(command: CreateCampagneCommand): Promise<string> {
    if ((await this.campagnes.findByNom(command.nom)) !== null) {
      throw new ConflictError('CAMPAGNE_EXISTANTE', `une campagne s'appelle déjà « ${command.nom} »`);
    }
    const catalogue = await this.query.findById(command.catalogueId);
    if (catalogue === null) {
      throw new NotFoundError(
        'INSTANTANE_INCONNU',
        `aucun instantané n'a l'identifiant ${command.catalogueId}`,
      );
    }
    if (catalogue.table !== command.plateforme) {
      throw new RuleViolationError(
        'CATALOGUE_D_UNE_AUTRE_PLATEFORME',
        `l'instantané ${catalogue.nom} est « ${catalogue.table} », la campagne attend « ${command.plateforme} »`,
      );
    }
    const lines = await this.instantanes.readMatchable(command.catalogueId);
    const formations = lines.map(({ ligne, contenu, refus }): FormationToStore => {
      const formation = formationAApparier(contenu, command.plateforme);
      return { rang: ligne, row: contenu, refus, formation, signature: signatureOf(formation) };
    });
    const id = randomUUID();
    const { auteur, ...campagne } = command;
    await this.campagnes.create({ id, ...campagne }, formations, (manager) =>
      this.journal.note(
        {
          type: 'campagne_creee',
          message: `${auteur.nom} a ouvert la campagne « ${campagne.nom} »`,
          auteur,
          details: { campagneId: id, catalogueId: campagne.catalogueId },
        },
        manager,
      ),
    );
    return id;
  }
}
