/** When a source is brought in, and what came of it. */
export interface Planification {
  id: string;
  nom: string;
  source: string;
  /** What lies in a folder, or a call to the service of the source. */
  genre: 'dossier' | 'connecteur';
  /** File or folder below the drop folder; null for a call. */
  chemin: string | null;
  parametres: Record<string, unknown>;
  /** The last import by API of the source. */
  collecteId: string | null;
  /** Five fields, in Paris time. */
  cron: string;
  actif: boolean;
  prochaine: string | null;
  /** Nothing has succeeded for twice the longest wait of the schedule. */
  enRetard: boolean;
  dernierResultat: 'en_cours' | 'succes' | 'echec' | null;
  dernierMessage: string | null;
  derniereExecutionLe: string | null;
  dernierSuccesLe: string | null;
  creeLe: string;
}
