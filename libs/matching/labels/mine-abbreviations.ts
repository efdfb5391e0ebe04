import { canonicalText } from './fold.ts';
import { MOTS_VIDES } from './chatter-lexicon.ts';

/** A short and a long label of one diploma, as the BCN writes both. */
export interface LabelPair {
  readonly court: string;
  readonly long: string;
}

/** A reading that the pairs suggest, for a person to approve into the lexicon. */
export interface ProposedAbbreviation {
  readonly forme: string;
  readonly lecture: string;
  /** Diplomas that show it. */
  readonly preuves: number;
  /** Share of the diplomas using the form that show this reading. */
  readonly part: number;
}

const wordsOf = (text: string): string[] =>
  [...canonicalText(text).matchAll(/[a-z]{2,}/g)]
    .map(([word]) => word)
    .filter((word) => !MOTS_VIDES.has(word));

/** Whether the letters of `short` come in `long` in order, from the first letter on. */
function abbreviates(short: string, long: string): boolean {
  if (long.length <= short.length || short.charAt(0) !== long.charAt(0)) return false;
  let at = 0;
  for (const letter of long) if (letter === short.charAt(at)) at++;
  return at === short.length;
}

/**
 * Proposes abbreviations from pairs of labels: a word of the short label that the long one lacks, read as the
 * only word of the long label that it can abbreviate. Nothing is learned without a person's approval.
 */
export function mineAbbreviations(pairs: readonly LabelPair[], minimum = 3): ProposedAbbreviation[] {
  const counts = new Map<string, Map<string, number>>();
  for (const { court, long } of pairs) {
    const full = wordsOf(long);
    for (const word of wordsOf(court)) {
      if (full.includes(word)) continue;
      const readings = full.filter((candidate) => abbreviates(word, candidate));
      const [reading] = readings;
      if (readings.length !== 1 || reading === undefined) continue;
      const known = counts.get(word) ?? new Map<string, number>();
      known.set(reading, (known.get(reading) ?? 0) + 1);
      counts.set(word, known);
    }
  }
  return [...counts]
    .flatMap(([forme, readings]) => {
      const total = [...readings.values()].reduce((sum, count) => sum + count, 0);
      return [...readings].map(([lecture, preuves]) => ({ forme, lecture, preuves, part: preuves / total }));
    })
    .filter(({ preuves }) => preuves >= minimum)
    .sort((a, b) => b.preuves - a.preuves || (a.forme < b.forme ? -1 : 1));
}
