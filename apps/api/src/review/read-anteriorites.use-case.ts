import { Injectable } from '@nestjs/common';
import type { CodeCertification, Concordance } from '#matching';
import type { EncodageManuelRow } from '#sources';
import { MatcherCache } from '../referentiels/matcher-cache.ts';
import { AnterioritesQuery, type DecisionAnterieure } from './anteriorites.query.ts';
import type { RevueRecord } from './revue.repository.ts';

/** A code entered by hand in an earlier campaign, and what it means in the tables of the run. */
export interface EncodageLu {
  readonly identifiant: string;
  readonly libelle: string | null;
  readonly annee: number | null;
  /** As entered. */
  readonly code: string | null;
  /** Several where the code names several; none where no table knows it. */
  readonly certifications: readonly { codeCertification: CodeCertification; libelle: string }[];
  readonly commentaire: string | null;
  /** The file that says it. */
  readonly instantane: string;
}

export interface Anteriorites {
  readonly decisions: readonly DecisionAnterieure[];
  readonly encodages: readonly EncodageLu[];
}

/**
 * What people decided earlier of the formations of an item. Evidence to show: a label that changed may mean that the
 * formation did, so that nothing of this is ever accepted by itself.
 */
@Injectable()
export class ReadAnterioritesUseCase {
  constructor(
    private readonly anteriorites: AnterioritesQuery,
    private readonly matchers: MatcherCache,
  ) {}

  async execute({ id, instantanes }: Pick<RevueRecord, 'id' | 'instantanes'>): Promise<Anteriorites> {
    const [decisions, encodages] = await Promise.all([
      this.anteriorites.decisions(id),
      this.anteriorites.encodages(id),
    ]);
    if (encodages.length === 0) return { decisions, encodages: [] };
    const graph = await this.matchers.concordance(instantanes);
    return {
      decisions,
      encodages: encodages.map(({ instantane, ligne }) => ({
        identifiant: ligne.codeFormationAccueil,
        libelle: ligne.libelle,
        annee: ligne.annee,
        code: ligne.code,
        certifications: certificationsOf(ligne, graph).map((codeCertification) => ({
          codeCertification,
          libelle: graph.get(codeCertification)?.libelle ?? codeCertification,
        })),
        commentaire: ligne.commentaire,
        instantane,
      })),
    };
  }
}

/** The most precise code that was entered, through the graph. */
function certificationsOf(ligne: EncodageManuelRow, graph: Concordance): readonly CodeCertification[] {
  const { cfd, mefstat11, sise, rncp, ideo } = ligne;
  if (cfd !== null) return graph.get(`CFD:${cfd}`) === undefined ? [] : [`CFD:${cfd}`];
  if (mefstat11 !== null) return graph.byMefstat11(mefstat11);
  if (sise !== null) return graph.bySise(sise);
  const listed = [
    ...rncp.flatMap((code) => graph.byRncp(code)),
    ...ideo.flatMap((code) => graph.byIdeo(code)),
  ];
  return [...new Set(listed)];
}
