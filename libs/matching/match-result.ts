/** What the engine answers for one formation. Everything needed to explain the answer is in it. */

/** `CFD:32031212`, `MEFSTAT11:32211031212` or `SISE:2400020`. */
export type CodeCertification = `CFD:${string}` | `MEFSTAT11:${string}` | `SISE:${string}`;

export type Statut = 'apparie' | 'a_verifier' | 'sans_correspondance';

/** Reason codes (domain.md §5). A result carries every one that holds, in this order. */
export const MOTIFS = [
  'DECISION_ANTERIEURE',
  'CODE_EXACT',
  'LIBELLE_EXACT',
  'MEILLEUR_NET',
  'AMBIGU',
  'FAIBLE',
  'CODE_LIBELLE_CONTRADICTOIRES',
  'CODES_CONTRADICTOIRES',
  'CODE_PERIME',
  'CODE_INCONNU',
  'SPECIALITE_GENERIQUE',
  'HORS_CERTIFICATION',
  'PREMIERE_ANNEE_COMMUNE',
  'CERTIFICATION_FERMEE',
  'AUCUN_CANDIDAT',
  'UAI_INCONNU',
] as const;
export type Motif = (typeof MOTIFS)[number];

/** One line of the explanation, as a steward reads it. */
export interface Contribution {
  /** Name of the criterion, such as `option`. */
  readonly critere: string;
  /** Plain French: "option A identique", "niveau : BTS ≠ BUT". */
  readonly detail: string;
  /** Signed weight in the score; the contributions and the model's bias rebuild it. */
  readonly contribution: number;
}

export type TypeCode =
  'CODECFD' | 'CODEMEF' | 'CODEMEFSTAT11' | 'CODESISE' | 'ID_RCO' | 'LISTE_RNCP' | 'LISTE_IDEO';

export type Validite =
  'Valide' | 'Non valide - Plusieurs codes certification associés' | 'Non valide - Code inconnu';

/** How one given code resolves in the concordance graph (domain.md §3). */
export interface CodeResolution {
  readonly typeCertification: TypeCode;
  /** The code as given. */
  readonly valeur: string;
  readonly validite: Validite;
  /** Whether the code itself, a predecessor or a successor was found; null for an unknown code. */
  readonly anciennete: 'self' | 'ancien' | 'nouveau' | null;
  /** `normal`: the code of the row's own route; `inverse`: the other route's; null for an unknown code. */
  readonly appariement: 'normal' | 'inverse' | null;
  /** The CFD control's verdict at the rentrée: "trouvé", "mis à jour", "périmé", "non trouvé". */
  readonly controle: 'trouvé' | 'mis à jour' | 'périmé' | 'non trouvé';
  /** Every certification the code can mean, best first: certification keys (`CFD:…`, `SISE:…`). */
  readonly certifications: readonly CodeCertification[];
  /** The same as the figures want them: `MEFSTAT11:…` for the school route, else `CFD:…` or `SISE:…`. */
  readonly possibles: readonly CodeCertification[];
}

export interface Candidat {
  readonly codeCertification: CodeCertification;
  readonly cfd: string | null;
  readonly sise: string | null;
  readonly libelle: string;
  /** Calibrated probability that this candidate is the right one, 0 to 1. */
  readonly confiance: number;
  readonly explication: readonly Contribution[];
}

export interface MatchResult {
  readonly statut: Statut;
  /** The best guess also when `a_verifier`; null when `sans_correspondance`. */
  readonly codeCertification: CodeCertification | null;
  readonly cfd: string | null;
  readonly mefstat11: readonly string[];
  readonly rncp: readonly string[];
  readonly sise: string | null;
  readonly ideo: readonly string[];
  readonly confiance: number;
  readonly motifs: readonly Motif[];
  /** At most six lines. */
  readonly explication: readonly Contribution[];
  /** At most ten, best first. */
  readonly candidats: readonly Candidat[];
  readonly codes: readonly CodeResolution[];
}
