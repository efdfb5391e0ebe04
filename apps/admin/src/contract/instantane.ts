import type { Instantane } from './campagne.ts';

export type GenreChangement = 'ajoute' | 'retire' | 'modifie';

/** One row that two snapshots of a table do not share. */
export interface Changement {
  cle: string;
  genre: GenreChangement;
  champs: { champ: string; avant: unknown; apres: unknown }[];
}

/** What the rows changed or removed touch in the last ended run of a campaign. */
export interface CampagneTouchee {
  campagneId: string;
  campagneNom: string;
  executionId: string;
  nbFormations: number;
  retenues: number;
  candidates: number;
}

export interface Comparaison {
  avant: Instantane;
  apres: Instantane;
  compteurs: { ajoutees: number; retirees: number; modifiees: number; identiques: number };
  /** Null where the rows of the table name no certification. */
  touches: CampagneTouchee[] | null;
}

/** One choice of snapshots of a campaign's next run; `epinglees` is false when it follows those in use. */
export interface References {
  epinglees: boolean;
  /** Tables whose snapshots may be chosen. */
  tables: string[];
  data: Instantane[];
}
