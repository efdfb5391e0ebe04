/** A purpose declared for statistics about people: none is computed without one. */
export interface Finalite {
  id: string;
  traitement: 'vitesse';
  finalite: string;
  baseLegale: string;
  /** How far back the statistics may look. */
  dureeJours: number;
  declareePar: string;
  declareeLe: string;
  retireeLe: string | null;
}

export type FinaliteADeclarer = Pick<Finalite, 'traitement' | 'finalite' | 'baseLegale' | 'dureeJours'>;

interface Mesure {
  decisions: number;
  /** Between two decisions of a person, breaks left out; null when there is nothing to measure. */
  medianeSecondes: number | null;
}

export interface Vitesse {
  finalite: Finalite;
  data: (Mesure & { jour: string })[];
  parPersonne: (Mesure & { compteId: string; nom: string })[];
}
