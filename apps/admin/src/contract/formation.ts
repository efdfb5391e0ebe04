export type Statut = 'apparie' | 'a_verifier' | 'sans_correspondance';

export interface Contribution {
  critere: string;
  detail: string;
  /** Signed weight in the score. */
  contribution: number;
}

/** The codes a catalogue row gives. */
export interface CodesDonnes {
  cfd: string | null;
  mef: string | null;
  mefstat11: string | null;
  sise: string | null;
  rncp: string[];
  ideo: string[];
  cleMe: string | null;
}

/** What one given code means at the rentrée. */
export interface CodeResolution {
  typeCertification: string;
  valeur: string;
  validite: string;
  anciennete: 'self' | 'ancien' | 'nouveau' | null;
  appariement: 'normal' | 'inverse' | null;
  controle: string;
  certifications: string[];
  possibles: string[];
}

/** A certification proposed for a formation. */
export interface Candidat {
  rang: number;
  codeCertification: string;
  cfd: string | null;
  sise: string | null;
  libelle: string;
  famille: string | null;
  niveauQualification: number | null;
  dateOuverture: string | null;
  dateFermeture: string | null;
  premiereSession: number | null;
  derniereSession: number | null;
  rncp: string[];
  /** 0 to 1. */
  confiance: number;
  explication: Contribution[];
}

export interface Formation {
  id: string;
  campagneId: string;
  rang: number;
  identifiant: string;
  libelle: string;
  specialite: string | null;
  typeDiplome: string | null;
  voie: 'scolaire' | 'apprentissage' | null;
  uai: string | null;
  etablissement: string | null;
  academie: string | null;
  commune: string | null;
  capacite: number | null;
  voeux: number | null;
  codes: CodesDonnes;
  signature: string;
  statut: Statut | null;
  codeCertification: string | null;
  libelleCertification: string | null;
  cfd: string | null;
  mefstat11: string[];
  rncp: string[];
  sise: string | null;
  ideo: string[];
  confiance: number | null;
  motifs: string[];
  decision: 'auto' | 'humaine' | null;
  decideLe: string | null;
  reviewId: string | null;
  revueStatut: StatutRevue | null;
}

/** A value of a filter, with how many formations have it. */
export interface FacetteFormation {
  valeur: string;
  nombre: number;
}

export interface FormationDetail extends Formation {
  explication: Contribution[];
  candidats: Candidat[];
  resolutions: CodeResolution[];
}

export type StatutRevue = 'a_traiter' | 'decide' | 'obsolete' | 'adjudication';
export type Verdict = 'accepte' | 'autre' | 'aucune' | 'incertain';

/** Why no certification fits; the closed list of the API. */
export const MOTIFS_AUCUNE = [
  'hors_nomenclature',
  'code_absent_du_referentiel',
  'libelle_insuffisant',
  'formation_non_certifiante',
  'autre',
] as const;
export type MotifAucune = (typeof MOTIFS_AUCUNE)[number];

/** Who must act after « aucune ». */
export const ACTEURS = ['etablissement', 'carif_oref', 'rectorat', 'dne'] as const;
export type Acteur = (typeof ACTEURS)[number];

/** Where a decision was taken. */
export type OrigineJugement =
  'revue' | 'seconde_lecture' | 'adjudication' | 'groupe' | 'echantillon' | 'audit' | 'controle';

/** One line of the append-only history. */
export interface Jugement {
  id: string;
  verdict: Verdict | 'annule';
  codeCertification: string | null;
  libelleCertification: string | null;
  motif: MotifAucune | null;
  commentaire: string | null;
  auteur: string;
  creeLe: string;
  modele: string | null;
  executionId: string | null;
  version: number;
  mienne: boolean;
  acteur: Acteur | null;
  origine: OrigineJugement;
  groupeId: string | null;
}

/** Who holds an item, and until when; the same item is never given to two people. */
export interface Bail {
  parMoi: boolean;
  par: string;
  jusquA: string;
}

/** Why an item is in the queue. */
export type OrigineRevue = 'execution' | 'candidats_changes' | 'desaccord';

/** One distinct signature a steward is asked about. */
export interface Revue {
  id: string;
  campagneId: string;
  campagneNom: string;
  signature: string;
  statut: StatutRevue;
  origine: OrigineRevue;
  bail: Bail | null;
  academies: string[];
  verdict: Verdict | 'annule' | null;
  acteur: Acteur | null;
  libelle: string;
  specialite: string | null;
  typeDiplome: string | null;
  voie: 'scolaire' | 'apprentissage' | null;
  plateforme: string;
  codes: CodesDonnes;
  nbFormations: number;
  places: number | null;
  voeux: number | null;
  /** formations + places / 10 + vœux / 100. */
  impact: number;
  priorite: number;
  motifs: string[];
  confiance: number | null;
  version: number;
  candidats: Candidat[];
  resolutions: CodeResolution[];
  jugements: Jugement[];
  executionId: string | null;
  modele: string | null;
}

export interface FormationExemple {
  id: string;
  identifiant: string;
  libelle: string;
  specialite: string | null;
  etablissement: string | null;
  uai: string | null;
  academie: string | null;
}

export interface RevueDetail extends Revue {
  formations: FormationExemple[];
  /** Items to treat with the same explanation pattern, this one left out. */
  nbSimilaires: number;
  /** Why it is asked again, in a sentence. */
  resurgence: string | null;
  /** Its impact asks for a second reading. */
  secondeLecture: boolean;
  /** In adjudication: the readings that disagree, without names. */
  lectures?: Pick<Jugement, 'verdict' | 'codeCertification' | 'motif' | 'commentaire' | 'creeLe'>[];
  /** The next item to treat, or null when none is left. */
  suivanteId: string | null;
}

export interface DecisionCommand {
  commandeId: string;
  version: number;
  verdict: Verdict;
  codeCertification?: string;
  motif?: MotifAucune;
  acteur?: Acteur;
  commentaire?: string;
}

export interface DecisionResult {
  revue: Revue;
  suivanteId: string | null;
}

export interface Certification {
  id: string;
  code: string;
  cfd: string | null;
  sise: string | null;
  libelle: string;
  famille: string | null;
  niveau: string | null;
  niveauQualification: number | null;
  dateOuverture: string | null;
  dateFermeture: string | null;
  premiereSession: number | null;
  derniereSession: number | null;
  rncp: string[];
  ideo: string[];
  ci: string[];
  mefstat11: string[];
  anciens: string[];
  nouveaux: string[];
}
