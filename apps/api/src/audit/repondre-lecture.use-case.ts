import { Inject, Injectable } from '@nestjs/common';
import { ConflictError, ForbiddenActionError, NotFoundError } from '../common/domain-errors.ts';
import { IDS, type IdGenerator } from '../common/ids.ts';
import { Transactions } from '../common/transactions.ts';
import { ActesJournal } from '../journal/actes-journal.ts';
import { CertificationsRetenues, type Reponse } from '../review/certification-retenue.ts';
import { checkReaches, type Auteur } from '../review/decision-author.ts';
import { OpenItemsRepository } from '../review/open-items.repository.ts';
import { LectureRepository, type ElementRecord } from './lecture.repository.ts';

export interface LectureCommand extends Reponse {
  readonly elementId: string;
  readonly commandeId: string;
  readonly commentaire: string | null;
  readonly auteur: Auteur;
}

/** Takes a blind answer. It measures and never rules: a disagreement goes before an adjudicateur. */
@Injectable()
export class RepondreLecture {
  constructor(
    private readonly lectures: LectureRepository,
    private readonly certifications: CertificationsRetenues,
    private readonly items: OpenItemsRepository,
    private readonly transactions: Transactions,
    private readonly journal: ActesJournal,
    @Inject(IDS) private readonly ids: IdGenerator,
  ) {}

  /**
   * @throws ConflictError DEJA_LU
   * @throws ForbiddenActionError SA_PROPRE_DECISION, HORS_ACADEMIE
   * @throws RuleViolationError when the certification is unknown or the reason is missing.
   */
  async execute(command: LectureCommand): Promise<void> {
    const { elementId, commandeId, auteur } = command;
    await this.transactions.run(async (manager) => {
      const element = await this.lectures.lock(manager, elementId);
      if (element === null) {
        throw new NotFoundError('ELEMENT_INCONNU', `aucun élément à lire n'a l'identifiant ${elementId}`);
      }
      if (element.luePar === commandeId) return;
      if (element.luePar !== null) throw new ConflictError('DEJA_LU', 'cet élément a déjà été lu');
      if (element.excluCompteId === auteur.compteId) {
        throw new ForbiddenActionError('SA_PROPRE_DECISION', 'on ne relit pas sa propre décision');
      }
      checkReaches(auteur, element);
      const certification = await this.certifications.of(element, command);
      const codeCertification = certification === null ? null : command.codeCertification;
      const concordante = agrees(element, command.verdict, codeCertification);
      await this.lectures.add(manager, {
        id: this.ids.uuid(),
        commandeId,
        elementId,
        verdict: command.verdict,
        codeCertification,
        motif: command.verdict === 'aucune' ? command.motif : null,
        commentaire: command.commentaire,
        concordante,
        auteurId: auteur.compteId,
        auteurNom: auteur.nom,
      });
      // A control is for the reader, and a sampled item stays in the queue: only these two call a decision into question.
      if (concordante === false && ['audit', 'seconde_lecture'].includes(element.genre)) {
        await this.items.openDisagreement(manager, element.executionId, element.signatureId);
      }
      await this.journal.note(
        {
          type: 'lecture_faite',
          message: `${auteur.nom} a lu un élément en aveugle`,
          auteur,
          details: { elementId, campagneId: element.campagneId },
        },
        manager,
      );
    });
  }
}

/** Whether two answers are the same; null when the reader could not say. */
function agrees(
  { verdictAttendu, codeAttendu }: Pick<ElementRecord, 'verdictAttendu' | 'codeAttendu'>,
  verdict: Reponse['verdict'],
  code: string | null,
): boolean | null {
  if (verdict === 'incertain') return null;
  return verdict === 'aucune' ? verdictAttendu === 'aucune' : code === codeAttendu;
}
