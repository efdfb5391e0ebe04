import type { IsoDate } from '../reference-data.ts';
import type { CodeCertification } from '../match-result.ts';
import type { PremiereAnnee } from './first-year.ts';

/** Where a label of a certification was read. */
export type OrigineLibelle =
  | 'BCN_LONG'
  | 'BCN_STAT33'
  | 'MEF_LONG'
  | 'MEF_EDITION'
  | 'CERTIF_INFO'
  | 'RNCP'
  | 'IDEO'
  | 'SISE'
  | 'GROUPE';

export interface LibelleCertification {
  readonly texte: string;
  readonly origine: OrigineLibelle;
}

/** A node of the concordance graph that a formation can be matched to: a diploma (CFD) or a SISE diploma. */
export interface Certification {
  /** `CFD:…`, or `SISE:…` for a higher-education diploma that no CFD covers. */
  readonly code: CodeCertification;
  readonly cfd: string | null;
  readonly sise: string | null;
  /** First three characters of the CFD (`320`), or the SISE type. */
  readonly niveau: string | null;
  /** Label of the diploma family: "BREVET DE TECHNICIEN SUPERIEUR". */
  readonly famille: string | null;
  /** Level of the national framework, 1 to 8. */
  readonly niveauQualification: number | null;
  /** The label shown to people. */
  readonly libelle: string;
  /** Every label known for it, without duplicates, best source first. */
  readonly libelles: readonly LibelleCertification[];
  readonly dateOuverture: IsoDate | null;
  readonly dateFermeture: IsoDate | null;
  readonly premiereSession: number | null;
  readonly derniereSession: number | null;
  /** CFD of the predecessors and successors, symmetric and without self-references. */
  readonly anciens: readonly string[];
  readonly nouveaux: readonly string[];
  /**
   * CFD of the same diploma under another number: the BCN gave 37 certificats de spécialisation of 2024 a new
   * code in 2025. Neither predecessor nor successor; symmetric.
   */
  readonly renumerotations: readonly string[];
  readonly rncp: readonly string[];
  readonly ideo: readonly string[];
  readonly ci: readonly string[];
  /** MEFSTAT11 of the terminal years open in the newest N_MEF; sorted. */
  readonly mefstat11Terminaux: readonly string[];
  /** True where at least one MEF of it exists (so it is taught by the school route). */
  readonly voieScolaire: boolean;
  /** Its first years by dispositif, with their dates; `premiereAnneeA` reads them at a rentrée. */
  readonly premieresAnnees: readonly PremiereAnnee[];
  /** `courante`: in the newest vintage of its table; `ancienne`: only older vintages still have it. */
  readonly presence: 'courante' | 'ancienne';
  /** For an entry year shared by several certifications: their CFD. Else empty. */
  readonly specialitesDuTroncCommun: readonly string[];
}
