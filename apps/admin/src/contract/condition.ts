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

/** The fields that a condition can test, each with how it compares. */
export type ChampsDeCondition = Readonly<Record<string, GenreDeChamp>>;

/** What a perimeter rule tests: the facts of the catalogue. */
export const CHAMPS = {
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
} as const satisfies ChampsDeCondition;

/** What the list of formations tests: the same facts, and the answer kept. */
export const CHAMPS_FORMATION = {
  ...CHAMPS,
  statut: 'choix',
  decision: 'choix',
  confiance: 'nombre',
  motifs: 'liste',
  certification: 'texte',
  perimetre: 'choix',
  couverture: 'choix',
} as const satisfies ChampsDeCondition;

/** Groups within groups that the API takes. */
export const MAX_PROFONDEUR = 4;

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
