import type { CodeCertification } from '#matching';

export const VERDICTS = ['accepte', 'autre', 'aucune', 'incertain'] as const;
/** What a steward may say of a signature. */
export type Verdict = (typeof VERDICTS)[number];

/** Why no certification fits. */
export const MOTIFS_AUCUNE = [
  'hors_nomenclature',
  'code_absent_du_referentiel',
  'libelle_insuffisant',
  'formation_non_certifiante',
  'autre',
] as const;
export type MotifAucune = (typeof MOTIFS_AUCUNE)[number];

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
  readonly commentaire: string | null;
  readonly auteurId: string;
  readonly auteurNom: string;
  readonly revueId: string;
  readonly executionId: string;
  readonly modele: string;
  readonly creeLe: Date;
}

/** A decision as people read it: the author's name, and no id of theirs. */
export interface JugementView extends Pick<
  JugementRecord,
  'id' | 'verdict' | 'codeCertification' | 'motif' | 'commentaire' | 'creeLe' | 'modele' | 'executionId'
> {
  readonly libelleCertification: string | null;
  readonly auteur: string;
}

export function presentJugement(jugement: JugementRecord): JugementView {
  return {
    id: jugement.id,
    verdict: jugement.verdict,
    codeCertification: jugement.codeCertification,
    libelleCertification: jugement.certification?.libelle ?? null,
    motif: jugement.motif,
    commentaire: jugement.commentaire,
    auteur: jugement.auteurNom,
    creeLe: jugement.creeLe,
    modele: jugement.modele,
    executionId: jugement.executionId,
  };
}
