/** When a source is brought in, and what came of it. */
export interface Planification {
  id: string;
  nom: string;
  source: string;
  /** File or folder below the drop folder. */
  chemin: string;
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
