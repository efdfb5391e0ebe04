import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { CodeCertification } from '#matching';
import type { AuthenticatedCompte } from '../common/auth/authenticated-compte.ts';
import {
  ConflictError,
  ForbiddenActionError,
  NotFoundError,
  RuleViolationError,
} from '../common/domain-errors.ts';
import { IDS, type IdGenerator } from '../common/ids.ts';
import { Transactions } from '../common/transactions.ts';
import { ActesJournal } from '../journal/actes-journal.ts';
import { MatcherCache } from '../referentiels/matcher-cache.ts';
import {
  presentJugement,
  type CertificationRetenue,
  type JugementRecord,
  type MotifAucune,
  type Verdict,
} from './jugement.ts';
import { RevueRepository, type RevueRecord } from './revue.repository.ts';

export interface DecisionCommand {
  readonly revueId: string;
  /** Chosen by the caller: the same command sent twice is one decision. */
  readonly commandeId: string;
  /** Version of the last decision the steward has seen; 0 for none. */
  readonly version: number;
  readonly verdict: Verdict;
  readonly codeCertification: CodeCertification | null;
  readonly motif: MotifAucune | null;
  readonly commentaire: string | null;
  readonly auteur: Pick<AuthenticatedCompte, 'compteId' | 'nom'>;
}

export type UndoCommand = Pick<DecisionCommand, 'revueId' | 'commandeId' | 'version' | 'auteur'>;

/** A steward's decisions: idempotent, versioned, append-only, audited. */
@Injectable()
export class RecordDecisionUseCase {
  constructor(
    private readonly revues: RevueRepository,
    private readonly matchers: MatcherCache,
    private readonly transactions: Transactions,
    private readonly journal: ActesJournal,
    @Inject(IDS) private readonly ids: IdGenerator,
  ) {}

  /**
   * @throws ConflictError DECISION_CONCURRENTE, with the other's decision, when the version is stale.
   * @throws RuleViolationError when the certification is unknown or the reason is missing.
   */
  async decide(command: DecisionCommand): Promise<void> {
    await this.inLock(command, async (manager, revue, last) => {
      const certification = await this.certificationOf(revue, command);
      await this.append(manager, revue, last, {
        ...command,
        codeCertification: certification === null ? null : command.codeCertification,
        certification,
      });
    });
  }

  /** Takes back one's own last decision, by adding a line that says so. */
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
      await this.append(manager, revue, last, {
        ...command,
        verdict: 'annule',
        codeCertification: null,
        certification: null,
        motif: null,
        commentaire: null,
      });
    });
  }

  private async inLock(
    { revueId, commandeId, version }: UndoCommand,
    work: (manager: EntityManager, revue: RevueRecord, last: JugementRecord | null) => Promise<void>,
  ): Promise<void> {
    await this.transactions.run(async (manager) => {
      const revue = await this.revues.lock(manager, revueId);
      if (revue === null) {
        throw new NotFoundError('REVUE_INCONNUE', `aucun dossier de revue n'a l'identifiant ${revueId}`);
      }
      if ((await this.revues.jugementOfCommande(manager, commandeId)) !== null) return;
      const last = await this.revues.lastJugement(manager, revue.signatureId);
      if ((last?.version ?? 0) !== version) {
        throw new ConflictError(
          'DECISION_CONCURRENTE',
          last === null
            ? "cette fiche n'a plus de décision : relisez-la avant d'en prendre une"
            : `${last.auteurNom} a décidé entre-temps : relisez sa décision avant d'en prendre une autre`,
          { extensions: { jugement: last === null ? null : presentJugement(last) } },
        );
      }
      await work(manager, revue, last);
    });
  }

  private async append(
    manager: EntityManager,
    revue: RevueRecord,
    last: JugementRecord | null,
    said: Pick<JugementRecord, 'verdict' | 'codeCertification' | 'certification' | 'motif' | 'commentaire'> &
      UndoCommand,
  ): Promise<void> {
    await this.revues.add(manager, {
      id: this.ids.uuid(),
      commandeId: said.commandeId,
      signatureId: revue.signatureId,
      version: (last?.version ?? 0) + 1,
      verdict: said.verdict,
      codeCertification: said.codeCertification,
      certification: said.certification,
      motif: said.motif,
      commentaire: said.commentaire,
      auteurId: said.auteur.compteId,
      auteurNom: said.auteur.nom,
      revueId: revue.id,
      executionId: revue.executionId,
      modele: revue.modele,
    });
    await this.journal.note(
      {
        type: 'decision_prise',
        message: `${said.auteur.nom} : ${said.verdict}${said.codeCertification === null ? '' : ` ${said.codeCertification}`}`,
        auteur: said.auteur,
        details: { revueId: revue.id, signatureId: revue.signatureId, verdict: said.verdict },
      },
      manager,
    );
  }

  private async certificationOf(
    revue: RevueRecord,
    { verdict, codeCertification, motif }: DecisionCommand,
  ): Promise<CertificationRetenue | null> {
    if (verdict === 'incertain') return null;
    if (verdict === 'aucune') {
      if (motif === null) {
        throw new RuleViolationError('MOTIF_ABSENT', 'dites pourquoi aucune certification ne convient');
      }
      return null;
    }
    if (codeCertification === null) {
      throw new RuleViolationError('CERTIFICATION_ABSENTE', 'choisissez une certification');
    }
    if (
      verdict === 'accepte' &&
      !revue.resultat.candidats.some((candidat) => candidat.codeCertification === codeCertification)
    ) {
      throw new RuleViolationError(
        'CANDIDAT_INCONNU',
        `${codeCertification} n'est pas un candidat de ce dossier : choisissez « autre certification »`,
      );
    }
    const concordance = await this.matchers.concordance(revue.instantanes);
    const certification = concordance.get(codeCertification);
    if (certification === undefined) {
      throw new RuleViolationError(
        'CERTIFICATION_INCONNUE',
        `${codeCertification} n'existe pas dans les référentiels de cette exécution`,
      );
    }
    const { cfd, sise, libelle, mefstat11Terminaux, rncp, ideo } = certification;
    return { cfd, sise, libelle, mefstat11: mefstat11Terminaux, rncp, ideo };
  }
}
