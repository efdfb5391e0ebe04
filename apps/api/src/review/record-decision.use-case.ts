import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import {
  ConflictError,
  ForbiddenActionError,
  NotFoundError,
  RuleViolationError,
} from '../common/domain-errors.ts';
import { Transactions } from '../common/transactions.ts';
import { ActesJournal } from '../journal/actes-journal.ts';
import { CertificationsRetenues, type Reponse } from './certification-retenue.ts';
import { checkMayDecide, type Auteur } from './decision-author.ts';
import { presentJugement, type JugementRecord } from './jugement.ts';
import { acteurOf, type Acteur } from './motif-aucune.ts';
import { RevueRepository, type RevueRecord } from './revue.repository.ts';
import { ANNULE, WriteDecisions, type DecisionToWrite } from './write-decisions.ts';

export interface DecisionCommand extends Reponse {
  readonly revueId: string;
  /** Chosen by the caller: the same command sent twice is one decision. */
  readonly commandeId: string;
  /** Version of the last decision the steward has seen; 0 for none. */
  readonly version: number;
  /** Who must act, for « aucune »; null for whom the reason implies. */
  readonly acteur: Acteur | null;
  readonly commentaire: string | null;
  readonly auteur: Auteur;
}

export type UndoCommand = Pick<DecisionCommand, 'revueId' | 'commandeId' | 'version' | 'auteur'>;

/** A steward's decisions: idempotent, versioned, append-only, audited. */
@Injectable()
export class RecordDecisionUseCase {
  constructor(
    private readonly revues: RevueRepository,
    private readonly certifications: CertificationsRetenues,
    private readonly writer: WriteDecisions,
    private readonly transactions: Transactions,
    private readonly journal: ActesJournal,
  ) {}

  /**
   * @throws ConflictError DECISION_CONCURRENTE, with the other's decision, when the version is stale.
   * @throws RuleViolationError when the certification is unknown or the reason is missing.
   * @throws ForbiddenActionError outside the author's académies, or for an adjudication.
   */
  async decide(command: DecisionCommand): Promise<void> {
    await this.inLock(command, async (manager, revue, last) => {
      checkMayDecide(command.auteur, revue);
      const certification = await this.certifications.of(revue, command);
      const motif = command.verdict === 'aucune' ? command.motif : null;
      await this.append(manager, command, {
        revue,
        last,
        commandeId: command.commandeId,
        verdict: command.verdict,
        codeCertification: certification === null ? null : command.codeCertification,
        certification,
        motif,
        acteur: acteurOf(motif, command.acteur),
        commentaire: command.commentaire,
        origine: revue.statut === 'adjudication' ? 'adjudication' : 'revue',
        groupeId: null,
      });
    });
  }

  /** Takes back one's own last decision on a signature, by adding a line that says so. */
  async undo(command: UndoCommand): Promise<void> {
    await this.inLock(command, async (manager, revue, last) => {
      if (last === null || last.verdict === 'annule') {
        throw new RuleViolationError('RIEN_A_ANNULER', "il n'y a pas de décision à annuler");
      }
      if (last.auteurId !== command.auteur.compteId) {
        throw new ForbiddenActionError(
          'DECISION_D_UN_AUTRE',
          `cette décision est de ${last.auteurNom} : on n'annule que les siennes`,
        );
      }
      await this.append(manager, command, {
        ...ANNULE,
        revue,
        last,
        commandeId: command.commandeId,
        origine: last.origine,
        groupeId: null,
      });
    });
  }

  private async inLock(
    { revueId, commandeId, version, auteur }: UndoCommand,
    work: (manager: EntityManager, revue: RevueRecord, last: JugementRecord | null) => Promise<void>,
  ): Promise<void> {
    await this.transactions.run(async (manager) => {
      const revue = await this.revues.lock(manager, revueId);
      if (revue === null) {
        throw new NotFoundError('REVUE_INCONNUE', `aucun dossier de revue n'a l'identifiant ${revueId}`);
      }
      const { done, last } = await this.revues.stateOf(manager, revue.signatureId, commandeId);
      if (done) return;
      if ((last?.version ?? 0) !== version) {
        throw new ConflictError(
          'DECISION_CONCURRENTE',
          last === null
            ? "cette fiche n'a plus de décision : relisez-la avant d'en prendre une"
            : `${last.auteurNom} a décidé entre-temps : relisez sa décision avant d'en prendre une autre`,
          { extensions: { jugement: last === null ? null : presentJugement(last, auteur.compteId) } },
        );
      }
      await work(manager, revue, last);
    });
  }

  private async append(
    manager: EntityManager,
    { auteur }: UndoCommand,
    decision: DecisionToWrite,
  ): Promise<void> {
    await this.writer.execute(manager, auteur, [decision]);
    const { revue, verdict, codeCertification } = decision;
    await this.journal.note(
      {
        type: 'decision_prise',
        message: `${auteur.nom} : ${verdict}${codeCertification === null ? '' : ` ${codeCertification}`}`,
        auteur,
        details: { revueId: revue.id, signatureId: revue.signatureId, verdict },
      },
      manager,
    );
  }
}
