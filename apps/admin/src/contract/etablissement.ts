/** What the API sends of establishments, of their checks, of alerts and of the CPF. */
export type EtatControle = 'conforme' | 'non_conforme' | 'hors_perimetre' | 'inconnu' | 'perime';

/** A check of the establishment of a formation; `constat` is what a source said that is now out of date. */
export interface Controle {
  critere: string;
  etat: EtatControle;
  motif: string;
  compare: string;
  detail: string;
  source: string;
  date: string | null;
  obtenuLe: string | null;
  constat?: EtatControle;
  desaccords: { source: string; dit: string }[];
}

export interface ControlesFormation {
  formationId: string;
  uai: string | null;
  siret: string | null;
  /** Null while the checks have not been made. */
  calculeLe: string | null;
  rentree: string;
  controles: Controle[];
  etablissement: { uai: string; nom: string; commune: string | null; ouverture: Ouverture } | null;
}

export type Ouverture = 'ouverte' | 'fermee' | 'a_venir';

export interface Etablissement {
  id: string;
  uai: string;
  nom: string;
  natureLibelle: string | null;
  etat: string | null;
  ouverture: Ouverture;
  secteur: string | null;
  contrat: string | null;
  tutelle: string | null;
  siret: string | null;
  commune: string | null;
  academie: string | null;
  dateOuverture: string | null;
  dateFermeture: string | null;
  nbFormations: number;
  nbNonConformes: number;
}

export interface LienEtablissement {
  uai: string;
  nom: string | null;
  type: string | null;
  dateOuverture: string | null;
  dateFermeture: string | null;
}

type OuiNon = boolean | null;

export interface Organisme {
  siret: string;
  connu: boolean;
  uai: string | null;
  obtenuLe: string;
  perime: boolean;
  declarations: {
    nda: string;
    active: OuiNon;
    dateDerniereDeclaration: string | null;
    qualiopi: {
      formation: OuiNon;
      bilan: OuiNon;
      vae: OuiNon;
      apprentissage: OuiNon;
      parUniteLegale: OuiNon;
    };
  }[];
  habilitations: {
    code: string;
    active: OuiNon;
    dateActive: string | null;
    dateFinEnregistrement: string | null;
    former: OuiNon;
    organiserEvaluation: OuiNon;
  }[];
}

export interface EtablissementDetail extends Etablissement {
  meres: LienEtablissement[];
  filles: LienEtablissement[];
  sirets: { siret: string; sources: { source: string; role: string }[] }[];
  organismes: Organisme[];
  listePublique: { nda: string; denomination: string | null; siret: string | null; siren: string | null }[];
  desaccords: { sujet: string; siret: string | null; versions: { source: string; dit: string }[] }[];
  formations: {
    id: string;
    campagneId: string;
    campagneNom: string;
    identifiant: string;
    libelle: string;
    specialite: string | null;
    voie: 'scolaire' | 'apprentissage' | null;
    statut: 'apparie' | 'a_verifier' | 'sans_correspondance' | null;
    codeCertification: string | null;
    nonConformes: string[];
  }[];
}

/** What the alerts are about, in the API's order. */
export const TYPES_ALERTE = [
  'CODE_FERME_AVANT_RENTREE',
  'CODE_DISPARU',
  'FICHE_RNCP_FINIE',
  'MEF_DUREE_INCOHERENTE',
  'UAI_FERMEE',
  'HABILITATION_FINISSANTE',
] as const;

/** Who must act on an alert. */
export const ACTEURS_ALERTE = ['etablissement', 'carif_oref', 'rectorat', 'dne', 'certificateur'] as const;

export interface Alerte {
  id: string;
  campagneId: string;
  campagneNom: string;
  type: string;
  cle: string;
  libelle: string;
  acteur: string;
  date: string | null;
  nbFormations: number;
  places: number;
  voeux: number;
}

export interface FormationAlertee {
  id: string;
  identifiant: string;
  libelle: string;
  specialite: string | null;
  etablissement: string | null;
  uai: string | null;
  academie: string | null;
  capacite: number | null;
  voeux: number | null;
  detail: string;
}

export interface PartProfil {
  libelle: string;
  n: number;
}

export interface Cpf {
  code: string;
  rncp: string[];
  dansOffre: boolean | null;
  offre: {
    organismes: number;
    formations: number;
    sessions: number;
    heuresMoyenne: number | null;
    fraisMoyen: number | null;
  } | null;
  mois: { periode: string; entrees: number; sortiesTotales: number; sortiesPartielles: number }[];
  annees: { annee: string; dossiers: number }[];
  usagers: {
    trimestre: string;
    total: number;
    age: PartProfil[];
    sexe: PartProfil[];
    demandeurEmploi: PartProfil[];
    csp: PartProfil[];
  } | null;
  vivant: boolean | null;
  sources: { table: string; millesime: string; nom: string }[];
}
