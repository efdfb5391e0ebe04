import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ForbiddenActionError, NotFoundError, RuleViolationError } from '../common/domain-errors.ts';
import { IDS, type IdGenerator } from '../common/ids.ts';
import { Transactions } from '../common/transactions.ts';
import { ActesJournal } from '../journal/actes-journal.ts';
import type { Auteur } from './decision-author.ts';
import {
  GroupeRepository,
  type AnnulationGroupe,
  type Ecarte,
  type ResultatGroupe,
} from './groupe.repository.ts';
import { GroupWriter } from './group-writer.ts';
import { ANNULE, WriteDecisions } from './write-decisions.ts';
import type { Acteur, MotifAucune } from './motif-aucune.ts';
import { RevueRepository } from './revue.repository.ts';

export interface GroupeCommand {
  readonly commandeId: string;
  /** The item the group was found from: all must have its pattern. */
  readonly revueId: string;
  /** « accepte »: the first candidate of each. */
  readonly verdict: 'accepte' | 'aucune';
  readonly motif: MotifAucune | null;
  readonly acteur: Acteur | null;
  readonly commentaire: string | null;
  /** Items as they were seen, with the version of their last decision. */
  readonly elements: readonly { readonly id: string; readonly version: number }[];
  readonly auteur: Auteur;
}

/** Decides similar items at once, and takes a whole group back at once. One decision a signature all the same. */
@Injectable()
export class DecideGroupeUseCase {
  constructor(
    private readonly groupes: GroupeRepository,
    private readonly revues: RevueRepository,
    private readonly group: GroupWriter,
    private readonly writer: WriteDecisions,
    private readonly transactions: Transactions,
    private readonly journal: ActesJournal,
    @Inject(IDS) private readonly ids: IdGenerator,
  ) {}

  /**
   * Those that changed since they were seen are left out, and named.
   * @throws RuleViolationError MOTIF_ABSENT
   */
  async decide(command: GroupeCommand): Promise<ResultatGroupe & { groupeId: string }> {
    if (command.verdict === 'aucune' && command.motif === null) {
      throw new RuleViolationError('MOTIF_ABSENT', 'dites pourquoi aucune certification ne convient');
    }
    return this.transactions.run(async (manager) => {
      await this.groupes.lockUntilEnd(manager, command.commandeId);
      const done = await this.groupes.ofCommande(manager, command.commandeId);
      if (done !== null) return { groupeId: done.id, ...done.resultat };
      const model = await this.revues.findById(command.revueId);
      if (model === null) {
        throw new NotFoundError(
          'REVUE_INCONNUE',
          `aucun dossier de revue n'a l'identifiant ${command.revueId}`,
        );
      }
      return this.group.write(manager, {
        ...command,
        genre: 'groupe',
        campagneId: model.campagneId,
        patron: model.patron,
        preuve: { patron: model.patron },
        refuse: (revue) =>
          revue.patron === model.patron && revue.campagneId === model.campagneId
            ? null
            : "n'est plus semblable aux autres",
      });
    });
  }

  /** Takes back what of the group is still as it was decided; what someone changed since is left, and named. */
  async undo(command: { groupeId: string; commandeId: string; auteur: Auteur }): Promise<AnnulationGroupe> {
    const { groupeId, commandeId, auteur } = command;
    return this.transactions.run(async (manager) => {
      const groupe = await this.groupes.lock(manager, groupeId);
      if (groupe === null) {
        throw new NotFoundError('GROUPE_INCONNU', `aucune décision groupée n'a l'identifiant ${groupeId}`);
      }
      if (groupe.annulation !== null) {
        if (groupe.annulationCommandeId === commandeId) return groupe.annulation;
        throw new RuleViolationError('RIEN_A_ANNULER', 'cette décision groupée est déjà reprise');
      }
      if (groupe.auteurId !== auteur.compteId) {
        throw new ForbiddenActionError(
          'DECISION_D_UN_AUTRE',
          `cette décision est de ${groupe.auteurNom} : on n'annule que les siennes`,
        );
      }
      const annulation = await this.takeBack(manager, groupeId, auteur);
      await this.groupes.saveUndo(manager, groupeId, commandeId, annulation);
      await this.journal.note(
        {
          type: 'decision_groupee_annulee',
          message: `${auteur.nom} a repris une décision groupée : ${annulation.repris} dossier(s)`,
          auteur,
          details: { groupeId, repris: annulation.repris, laisses: annulation.laisses.length },
        },
        manager,
      );
      return annulation;
    });
  }

  private async takeBack(
    manager: EntityManager,
    groupeId: string,
    auteur: Auteur,
  ): Promise<AnnulationGroupe> {
    const decided = await this.revues.jugementsOfGroupe(manager, groupeId);
    const items = await this.revues.lockAll(
      manager,
      decided.map(({ revueId }) => revueId),
    );
    const last = await this.revues.lastJugements(
      manager,
      items.map(({ signatureId }) => signatureId),
    );
    const laisses: Ecarte[] = [];
    const toUndo = items.flatMap((revue) => {
      const current = last.get(revue.signatureId);
      if (current?.groupeId === groupeId && current.verdict !== 'annule') {
        const { origine } = current;
        return [{ ...ANNULE, revue, last: current, commandeId: this.ids.uuid(), origine, groupeId }];
      }
      const raison =
        current?.verdict === 'annule' ? 'déjà reprise' : `${current?.auteurNom ?? ''} a décidé depuis`;
      laisses.push({ id: revue.id, libelle: revue.libelle, raison });
      return [];
    });
    await this.writer.execute(manager, auteur, toUndo);
    return { repris: toUndo.length, laisses };
  }
}
