import { NOMS_DES_VALEURS, writeValues } from '../features/criteres.ts';
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
  const count = NOMS_DES_VALEURS.length;
  // One block for all of them: a typed array a candidate costs more than what it holds.
  const values = new Float64Array(pairs.length * count);
  const scored = pairs.map((paire, i) => {
    const from = i * count;
    writeValues(paire, values, from);
    let score = 0;
    for (let at = 0; at < count; at++) score += (weights[at] ?? 0) * (values[from + at] ?? 0);
    return { paire, valeurs: values.subarray(from, from + count), score, probabilite: 0 };
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
