import { Injectable } from '@nestjs/common';
import type { CodeCertification } from '#matching';
import { RuleViolationError } from '../common/domain-errors.ts';
import { MatcherCache } from '../referentiels/matcher-cache.ts';
import type { CertificationRetenue, Verdict } from './jugement.ts';
import type { MotifAucune } from './motif-aucune.ts';
import type { RevueRecord } from './revue.repository.ts';

/** What someone answers, before it is checked. */
export interface Reponse {
  readonly verdict: Verdict;
  readonly codeCertification: CodeCertification | null;
  readonly motif: MotifAucune | null;
}

/** The part of an item that an answer is checked against. */
export type Question = Pick<RevueRecord, 'instantanes' | 'resultat'>;

/** Checks an answer against what was asked, and tells what the chosen certification is that day. */
@Injectable()
export class CertificationsRetenues {
  constructor(private readonly matchers: MatcherCache) {}

  /**
   * @returns null for « aucune » and « incertain »
   * @throws RuleViolationError when the reason or the certification is missing or unknown.
   */
  async of(
    question: Question,
    { verdict, codeCertification, motif }: Reponse,
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
      !question.resultat.candidats.some((candidat) => candidat.codeCertification === codeCertification)
    ) {
      throw new RuleViolationError(
        'CANDIDAT_INCONNU',
        `${codeCertification} n'est pas un candidat de ce dossier : choisissez « autre certification »`,
      );
    }
    const concordance = await this.matchers.concordance(question.instantanes);
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
