export const CONDITIONS_INTEGRATION = ['doit_integrer', 'peut_integrer', 'ne_doit_pas_integrer'] as const;
export type ConditionIntegration = (typeof CONDITIONS_INTEGRATION)[number];

export const OPERATEURS_DU_GENRE = {
  texte: ['egal', 'different', 'contient', 'ne_contient_pas', 'commence_par', 'parmi', 'vide', 'non_vide'],
  choix: ['egal', 'different', 'parmi', 'vide', 'non_vide'],
  nombre: [
    'egal',
    'different',
    'inferieur',
    'inferieur_ou_egal',
    'superieur',
    'superieur_ou_egal',
    'vide',
    'non_vide',
  ],
  liste: ['contient', 'ne_contient_pas', 'vide', 'non_vide'],
} as const;
export type GenreDeChamp = keyof typeof OPERATEURS_DU_GENRE;
export type Operateur = (typeof OPERATEURS_DU_GENRE)[GenreDeChamp][number];

/** What a condition can test, and how each compares. */
export const CHAMPS: Record<string, GenreDeChamp> = {
  libelle: 'texte',
  specialite: 'texte',
  typeDiplome: 'texte',
  famille: 'texte',
  plateforme: 'choix',
  voie: 'choix',
  niveau: 'nombre',
  academie: 'choix',
  etablissement: 'texte',
  commune: 'texte',
  uai: 'texte',
  cfd: 'texte',
  mef: 'texte',
  rncp: 'liste',
  capacite: 'nombre',
  voeux: 'nombre',
};

export interface TestDeCondition {
  type: 'test';
  champ: string;
  operateur: Operateur;
  valeur: string | number | string[] | null;
}

export interface GroupeDeConditions {
  type: 'et' | 'ou';
  conditions: Condition[];
}

export type Condition = TestDeCondition | GroupeDeConditions;

/** What an editor says of a rule; null leaves it open on a criterion. */
export interface RegleEdit {
  nom: string;
  plateforme: string | null;
  typeDiplome: string | null;
  filiere: 'scolaire' | 'apprentissage' | null;
  niveau: number | null;
  conditionIntegration: ConditionIntegration;
  condition: Condition | null;
  nomCondition: string | null;
  priorite: number;
}

export interface ReglePerimetre extends RegleEdit {
  id: string;
  version: number;
  derogations: Record<string, ConditionIntegration>;
  supprimeeLe: string | null;
  creeLe: string;
  modifieeLe: string;
  modifieePar: string;
}

export interface LigneHistorique {
  id: string;
  version: number;
  acte: 'creation' | 'modification' | 'suppression' | 'restauration' | 'derogation' | 'retrait_derogation';
  academie: string | null;
  avant: Partial<ReglePerimetre> | null;
  apres: Partial<ReglePerimetre> | null;
  auteur: string;
  creeLe: string;
}

/** What a rule being written would touch in a campaign. */
export interface CompteDeRegle {
  campagneId: string;
  campagneNom: string;
  total: number;
  formations: number;
  places: number;
  voeux: number;
  decidees: number;
  entrent: number;
  sortent: number;
}

export interface ValeursPerimetre {
  types: { valeur: string; n: number }[];
  familles: { valeur: string; n: number }[];
  academies: { code: string; nom: string }[];
}
