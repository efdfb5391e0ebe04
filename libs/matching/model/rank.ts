import { valuesOf } from '../features/criteres.ts';
import type { Paire } from '../features/paire.ts';

/** A candidate with its score and the share of belief that the softmax gives it. */
export interface Classe {
  readonly paire: Paire;
  readonly valeurs: Float64Array;
  readonly score: number;
  readonly probabilite: number;
}

/** Orders the candidates by score; ties go to the smaller code, the same way every time. */
export function rank(pairs: readonly Paire[], weights: Float64Array): Classe[] {
  const scored = pairs.map((paire) => {
    const valeurs = valuesOf(paire);
    let score = 0;
    for (let i = 0; i < weights.length; i++) score += (weights[i] ?? 0) * (valeurs[i] ?? 0);
    return { paire, valeurs, score, probabilite: 0 };
  });
  scored.sort(
    (a, b) => b.score - a.score || (a.paire.certification.code < b.paire.certification.code ? -1 : 1),
  );
  const top = scored[0]?.score ?? 0;
  let total = 0;
  for (const one of scored) {
    one.probabilite = Math.exp(one.score - top);
    total += one.probabilite;
  }
  for (const one of scored) one.probabilite /= total;
  return scored;
}
