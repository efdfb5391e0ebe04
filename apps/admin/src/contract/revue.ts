import type {
  Acteur,
  Candidat,
  Jugement,
  MotifAucune,
  OrigineJugement,
  Revue,
  RevueDetail,
  Verdict,
} from './formation.ts';

/** Items given to me, the current one first; `restants` is what is still to treat under this filter. */
export interface Prochaines {
  data: RevueDetail[];
  restants: number;
  bailSecondes: number;
}

export interface MotifRefus {
  motif: MotifAucune;
  libelle: string;
  /** Who acts unless someone else is named. */
  acteur: Acteur;
  acteurs: Acteur[];
}

/** What taking a decision back would change. */
export interface ApercuAnnulation {
  jugement: Jugement;
  possible: boolean;
  raison: string | null;
  nbFormations: number;
  campagnes: { campagneId: string; nom: string; nbFormations: number; publiee: boolean }[];
  exports: { id: string; campagneId: string; campagneNom: string; creeLe: string }[];
}

export interface MaDecision {
  id: string;
  revueId: string;
  version: number;
  libelle: string;
  specialite: string | null;
  verdict: Verdict | 'annule';
  codeCertification: string | null;
  libelleCertification: string | null;
  motif: MotifAucune | null;
  acteur: Acteur | null;
  origine: OrigineJugement;
  groupeId: string | null;
  creeLe: string;
  annulable: boolean;
  raison: string | null;
}

export interface Similaires {
  patron: string;
  /** The pattern in words. */
  description: string[];
  nombre: number;
  exemples: (Revue & { premierCandidat: { codeCertification: string; libelle: string } | null })[];
  elements: { id: string; version: number }[];
}

export interface CommandeGroupe {
  commandeId: string;
  revueId: string;
  verdict: 'accepte' | 'aucune';
  motif?: MotifAucune;
  acteur?: Acteur;
  commentaire?: string;
  elements: { id: string; version: number }[];
}

export interface Ecarte {
  id: string;
  libelle: string;
  raison: string;
}

export interface Facette {
  valeur: string;
  libelle: string;
  nombre: number;
}

export interface FacettesRevue {
  campagnes: Facette[];
  academies: Facette[];
  typesDiplome: Facette[];
  motifs: Facette[];
  statuts: Facette[];
  origines: Facette[];
  acteurs: Facette[];
  tranches: { min: number; max: number; nombre: number }[];
}

export interface Requete {
  id: string;
  ecran: string;
  nom: string;
  filtre: Record<string, unknown>;
  partagee: boolean;
  mienne: boolean;
  auteur: string;
  creeLe: string;
}

/** A sample drawn by a recorded seed, read without the machine's answer. */
export interface Tirage {
  id: string;
  genre: 'audit' | 'bande';
  campagneId: string;
  campagneNom: string;
  executionId: string;
  graine: string | number;
  population: number;
  taille: number;
  nbControles: number;
  confianceMin: number | null;
  confianceMax: number | null;
  risque: number | null;
  lus: number;
  aLire: number;
  justes: number;
  faux: number;
  incertains: number;
  /** Exact 95 % interval, by signature. */
  precision: { valeur: number; basse: number; haute: number } | null;
  precisionParFormation: number | null;
  /** One-sided 95 % upper bound of the share of errors. */
  borneErreur: number | null;
  controles: { lus: number; justes: number };
  etat: 'en_cours' | 'lu' | 'clos';
  cloturePossible: boolean;
  raison: string | null;
  groupeId: string | null;
  auteur: string;
  creeLe: string;
}

export interface Confiance {
  audit: Tirage | null;
  secondeLecture: {
    seuil: number | null;
    enAttente: number;
    lues: number;
    accords: number;
    desaccords: number;
    kappa: number | null;
  };
  adjudication: { enAttente: number };
  controles: { lus: number; justes: number };
  /** Items already judged, served again blind in the queue; people are counted together. */
  controlesFile: {
    /** Share of the queue, 0 to 0.2. */
    taux: number | null;
    lus: number;
    incertains: number;
    /** Share of answers that are the reference's, with its exact interval; null before the first. */
    accord: { valeur: number; basse: number; haute: number } | null;
  };
  origines: { origine: OrigineJugement; nombre: number }[];
}

export type GenreLecture = 'audit' | 'seconde_lecture';

/** An item read blind: neither rank, score nor reason is sent. */
export interface ElementAveugle extends Pick<
  RevueDetail,
  | 'id'
  | 'campagneId'
  | 'campagneNom'
  | 'libelle'
  | 'specialite'
  | 'typeDiplome'
  | 'voie'
  | 'plateforme'
  | 'codes'
  | 'nbFormations'
  | 'formations'
> {
  genre: GenreLecture;
  jusquA: string;
  candidats: Omit<Candidat, 'rang' | 'confiance' | 'explication'>[];
}

export interface ReponseLecture {
  commandeId: string;
  verdict: Verdict;
  codeCertification?: string;
  motif?: MotifAucune;
  commentaire?: string;
}
