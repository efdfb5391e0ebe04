import type { Execution } from './campagne.ts';
import type { Statut } from './formation.ts';

/** What became of a formation between two runs; `identique` ones are counted and not listed. */
export const GENRES_ECART = ['gagnee', 'perdue', 'changee', 'deplacee'] as const;
export type GenreEcart = (typeof GENRES_ECART)[number];

interface ResultatCompare {
  statut: Statut | null;
  codeCertification: string | null;
  libelle: string | null;
  confiance: number | null;
}

export interface EcartExecution {
  id: string;
  identifiant: string;
  libelle: string;
  specialite: string | null;
  genre: GenreEcart;
  avant: ResultatCompare;
  apres: ResultatCompare;
}

export interface ComparaisonExecutions {
  avant: Execution;
  apres: Execution;
  compteurs: Record<GenreEcart | 'identique', number>;
  transitions: { avant: Statut | null; apres: Statut | null; n: number }[];
}
