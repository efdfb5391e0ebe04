export interface Compteurs {
  apparie: number;
  aVerifier: number;
  sansCorrespondance: number;
}

export interface Campagne {
  id: string;
  nom: string;
  plateforme: string;
  rentree: string;
  creeeLe: string;
  nbFormations: number;
  nbSignatures: number;
  catalogueId: string;
  derniereExecutionId: string | null;
  /** The last run that ended well: the one that can be published. */
  derniereTermineeId: string | null;
  executionPublieeId: string | null;
  nbARevoir: number;
  compteurs: (Compteurs & { decides: number }) | null;
}

export type StatutExecution = 'en_attente' | 'en_cours' | 'terminee' | 'echouee' | 'annulee';

export interface Execution {
  id: string;
  campagneId: string;
  campagneNom: string;
  statut: StatutExecution;
  creeeLe: string;
  demarreeLe: string | null;
  termineeLe: string | null;
  modele: string;
  risque: number;
  seuil: number;
  rentree: string;
  instantanes: { id: string; table: string; nom: string; millesime: string | null }[];
  nbLots: number;
  nbLotsTermines: number;
  nbSignatures: number;
  nbSignaturesTraitees: number;
  nbFormations: number;
  nbFormationsTraitees: number;
  /** Formations a second, or null before the first chunk. */
  debit: number | null;
  resteSecondes: number | null;
  compteurs: Compteurs | null;
  erreur: string | null;
  /** Opening of the review queue, after the end; null for a run that has not ended, or that ended long ago. */
  file: OuvertureFile | null;
}

export interface OuvertureFile {
  total: number;
  ouverts: number;
  terminee: boolean;
  /** Why it does not go forward; the service tries again by itself. */
  erreur: string | null;
}

export interface ExportJson {
  id: string;
  campagneId: string;
  campagneNom: string;
  plateforme: string;
  executionId: string;
  statut: StatutExecution;
  creeLe: string;
  nbFormations: number | null;
  octets: number | null;
  sha256: string | null;
  fichiers: { nom: string; octets: number; sha256: string }[];
  erreur: string | null;
}

/** The queue at the end of a day. */
export interface JourDeRevue {
  jour: string;
  aTraiter: number;
  decidees: number;
}

export interface TableauDeBord {
  avancement: JourDeRevue[];
  compteurs: Compteurs | null;
  motifs: { motif: string; n: number }[];
  aRevoir: number;
  decidees: number;
  dernieresExecutions: Execution[];
  derniersImports: Instantane[];
}

/** One file being imported. */
export interface ImportFichier {
  id: string;
  statut: Exclude<StatutExecution, 'annulee'>;
  nom: string;
  table: string | null;
  lignes: number | null;
  refusees: number | null;
  instantaneId: string | null;
  instantaneStatut: Instantane['statut'] | null;
  /** One a table of the file. */
  instantanes: {
    id: string;
    table: string;
    statut: Instantane['statut'];
    lignes: number;
    refusees: number;
  }[];
  erreur: string | null;
  creeLe: string;
  termineLe: string | null;
  auteur: string | null;
}

/** How far a snapshot is from the nearest one of its table, and why a person should look. */
export interface Ecart {
  reference: { id: string; nom: string; millesime: string };
  lignes: { avant: number; apres: number };
  refus: { avant: number; apres: number };
  disparus: { n: number; sur: number; exemples: string[] };
  colonnes: { ajoutees: string[]; retirees: string[] };
  raisons: string[];
}

export interface Instantane {
  id: string;
  table: string;
  /** The table in words, where the server says it. */
  tableLibelle?: string;
  nom: string;
  origine: string;
  sha256: string;
  octets: number;
  encodage: string;
  millesime: string | null;
  lignes: number;
  acceptees: number;
  refusees: number;
  statut: 'utilisable' | 'a_confirmer' | 'retire';
  /** Distance from the nearest snapshot of the table; null for a first one. */
  ecart: Ecart | null;
  importeLe: string;
  importePar: string | null;
  colonnesInconnues: string[];
}
