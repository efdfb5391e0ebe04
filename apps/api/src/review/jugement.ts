import type { CodeCertification } from '#matching';
import type { Acteur, MotifAucune } from './motif-aucune.ts';

export const VERDICTS = ['accepte', 'autre', 'aucune', 'incertain'] as const;
/** What a steward may say of a signature. */
export type Verdict = (typeof VERDICTS)[number];

export const ORIGINES_JUGEMENT = [
  'revue',
  'seconde_lecture',
  'adjudication',
  'groupe',
  'echantillon',
] as const;
/** How a decision came about: what learns from decisions must know which ones were chosen, and how. */
export type OrigineJugement = (typeof ORIGINES_JUGEMENT)[number];

/** A certification as it was on the day of the decision: what exports say of a human choice. */
export interface CertificationRetenue {
  readonly cfd: string | null;
  readonly sise: string | null;
  readonly libelle: string;
  readonly mefstat11: readonly string[];
  readonly rncp: readonly string[];
  readonly ideo: readonly string[];
}

/** One line of the append-only history of decisions. */
export interface JugementRecord {
  readonly id: string;
  readonly commandeId: string;
  readonly signatureId: string;
  /** 1 for the first decision on a signature, then one more each time. */
  readonly version: number;
  /** `annule` takes the previous decision back. */
  readonly verdict: Verdict | 'annule';
  readonly codeCertification: CodeCertification | null;
  readonly certification: CertificationRetenue | null;
  readonly motif: MotifAucune | null;
  /** Who must act, for « aucune ». */
  readonly acteur: Acteur | null;
  readonly commentaire: string | null;
  readonly origine: OrigineJugement;
  /** Codes of the candidates that were shown, best first: the question is asked again only once they change. */
  readonly candidats: readonly string[] | null;
  /** The group it was decided with. */
  readonly groupeId: string | null;
  readonly auteurId: string;
  readonly auteurNom: string;
  readonly revueId: string;
  readonly executionId: string;
  readonly modele: string;
  readonly creeLe: Date;
}

/** A decision as people read it: the author's name and whether it is one's own, never the id of another. */
export interface JugementView extends Pick<
  JugementRecord,
  | 'id'
  | 'version'
  | 'verdict'
  | 'codeCertification'
  | 'motif'
  | 'acteur'
  | 'commentaire'
  | 'origine'
  | 'groupeId'
  | 'creeLe'
  | 'modele'
  | 'executionId'
> {
  readonly libelleCertification: string | null;
  readonly auteur: string;
  readonly mienne: boolean;
}

/** @param compteId who reads it */
export function presentJugement(jugement: JugementRecord, compteId: string | null): JugementView {
  return {
    id: jugement.id,
    version: jugement.version,
    verdict: jugement.verdict,
    codeCertification: jugement.codeCertification,
    libelleCertification: jugement.certification?.libelle ?? null,
    motif: jugement.motif,
    acteur: jugement.acteur,
    commentaire: jugement.commentaire,
    origine: jugement.origine,
    groupeId: jugement.groupeId,
    auteur: jugement.auteurNom,
    mienne: jugement.auteurId === compteId,
    creeLe: jugement.creeLe,
    modele: jugement.modele,
    executionId: jugement.executionId,
  };
}
