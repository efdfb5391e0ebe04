import { CRITERES, NOMS_DES_VALEURS } from '../features/criteres.ts';
import type { Contribution } from '../match-result.ts';
import type { Classe } from './rank.ts';

/** Lines that a reader takes in at a glance. */
export const MAX_LINES = 6;
/** Contributions smaller than this say nothing to a reader. */
const NEGLIGIBLE = 0.05;

const rounded = (value: number): number => Math.round(value * 1000) / 1000;

/**
 * The score in at most six signed lines of French. The criteria that weigh least are summed in the last line,
 * so that the lines always rebuild the score.
 */
export function explain(classe: Classe, weights: Float64Array, maxLines = MAX_LINES): Contribution[] {
  const contributions = contributionsOf(classe, weights);
  const weightOf = (critere: number): number => Math.abs(contributions[critere] ?? 0);
  const order = CRITERES.map((_, critere) => critere).sort((a, b) => weightOf(b) - weightOf(a));
  const silent = order.findIndex((critere) => weightOf(critere) < NEGLIGIBLE);
  const telling = silent < 0 ? order.length : silent;
  const shown = telling > maxLines ? maxLines - 1 : telling;
  const out: Contribution[] = [];
  let rest = 0;
  order.forEach((i, place) => {
    const critere = CRITERES[i];
    const contribution = contributions[i] ?? 0;
    if (place >= shown || critere === undefined) {
      rest += contribution;
      return;
    }
    out.push({
      critere: critere.nom,
      detail: `${contribution >= 0 ? '+' : '−'} ${critere.expliquer(classe.paire).detail}`,
      contribution: rounded(contribution),
    });
  });
  if (shown < maxLines && Math.abs(rest) >= NEGLIGIBLE) {
    out.push({
      critere: 'autres',
      detail: `${rest >= 0 ? '+' : '−'} autres critères`,
      contribution: rounded(rest),
    });
  }
  return out;
}

/** What each criterion adds to the score. */
function contributionsOf({ valeurs }: Classe, weights: Float64Array): number[] {
  let at = 0;
  return CRITERES.map((critere) => {
    let contribution = 0;
    for (let i = 0; i < critere.valeurs.length; i++, at++) {
      contribution += (weights[at] ?? 0) * (valeurs[at] ?? 0);
    }
    return contribution;
  });
}

/** The weights of a model in the order of the criteria; a value that the model ignores weighs nothing. */
export function weightsOf(poids: Readonly<Record<string, number>>): Float64Array {
  return Float64Array.from(NOMS_DES_VALEURS, (nom) => poids[nom] ?? 0);
}
