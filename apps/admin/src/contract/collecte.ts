import type { StatutExecution, Instantane } from './campagne.ts';

/** An import by API, as it goes on by itself. */
export interface Collecte {
  id: string;
  source: string;
  statut: StatutExecution;
  /** What it is doing, in words. */
  etape: string | null;
  faites: number;
  /** Null before it has begun. */
  total: number | null;
  lignes: number;
  refusees: number;
  /** Milliseconds left at its pace; null while it is not known. */
  resteMs: number | null;
  /** What came of it, or why it waits or failed. */
  message: string | null;
  /** The service asked for patience until then. */
  attenteJusqua: string | null;
  parametres: Record<string, unknown>;
  instantanes: { id: string; nom: string; table: string; statut: Instantane['statut']; lignes: number }[];
  planificationId: string | null;
  auteur: string;
  creeLe: string;
  demarreLe: string | null;
  termineLe: string | null;
}

/** A source, and what the installation knows of its service: names of variables, never their values. */
export interface Source {
  id: string;
  libelle: string;
  cadence: string;
  connecteur: {
    parametres: string[];
    identifiants: { nom: string; libelle: string; renseigne: boolean }[];
    reglages: { nom: string; libelle: string; renseigne: boolean; defaut: string | null }[];
    /** Credentials to be given before the source can be called. */
    manquants: string[];
    /** What was never seen of the service. */
    suppose: string[];
  } | null;
}
