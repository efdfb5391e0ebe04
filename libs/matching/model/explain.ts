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
  let at = 0;
  const lines = CRITERES.map((critere) => {
    let contribution = 0;
    for (let i = 0; i < critere.valeurs.length; i++, at++) {
      contribution += (weights[at] ?? 0) * (classe.valeurs[at] ?? 0);
    }
    return { critere, contribution };
  }).sort((a, b) => Math.abs(b.contribution) - Math.abs(a.contribution));
  const telling = lines.filter(({ contribution }) => Math.abs(contribution) >= NEGLIGIBLE);
  const shown = telling.slice(0, telling.length > maxLines ? maxLines - 1 : maxLines);
  const out = shown.map(({ critere, contribution }) => ({
    critere: critere.nom,
    detail: `${contribution >= 0 ? '+' : '−'} ${critere.expliquer(classe.paire).detail}`,
    contribution: rounded(contribution),
  }));
  const rest = lines
    .filter((line) => !shown.includes(line))
    .reduce((sum, line) => sum + line.contribution, 0);
  if (shown.length < maxLines && Math.abs(rest) >= NEGLIGIBLE) {
    out.push({
      critere: 'autres',
      detail: `${rest >= 0 ? '+' : '−'} autres critères`,
      contribution: rounded(rest),
    });
  }
  return out;
}

/** The weights of a model in the order of the criteria; a value that the model ignores weighs nothing. */
export function weightsOf(poids: Readonly<Record<string, number>>): Float64Array {
  return Float64Array.from(NOMS_DES_VALEURS, (nom) => poids[nom] ?? 0);
}
