/** One check of an establishment: what was compared, what the source says, and which others disagree. */
export interface Controle {
  critere: string;
  etat: 'conforme' | 'non_conforme' | 'hors_perimetre' | 'inconnu' | 'perime';
  motif: string;
  compare: string;
  /** To be shown as it is. */
  detail: string;
  source: string;
  date: string | null;
  obtenuLe: string | null;
  desaccords: { source: string; dit: string }[];
}

export interface ControlesFormation {
  formationId: string;
  uai: string | null;
  siret: string | null;
  calculeLe: string | null;
  controles: Controle[];
  etablissement: { uai: string; nom: string | null; commune: string | null; ouverture: string } | null;
}

/** Whether a certification is bought with the CPF: a sign that its RNCP code is alive. */
export interface ContexteCpf {
  dansOffre: boolean | null;
  annees: { annee: number; dossiers: number }[];
  vivant: boolean | null;
}

/** The figures of a formation, coverage first. */
export interface ChiffresFormation {
  couverture: string;
  chiffres: {
    nbAnneeTerm: number | null;
    tauxEnEmploi6Mois: number | null;
    tauxEnFormation: number | null;
  } | null;
}
