import { ABREVIATIONS } from './abbreviation-lexicon.ts';
import { mineAbbreviations, type LabelPair, type ProposedAbbreviation } from './mine-abbreviations.ts';

/** A reading proposed to a person, with a pair of labels that shows it. */
export interface LigneDeRelecture extends ProposedAbbreviation {
  readonly exemple: LabelPair;
  /** What the person said: `oui`, `non`, or nothing yet. */
  readonly avis: 'oui' | 'non' | '';
}

/**
 * The readings that pairs of labels suggest and that retrieval does not know yet: those of the lexicon and the plain
 * beginnings of words, which are read as prefixes, are left out. What was reviewed keeps its answer, even when the
 * pairs of today no longer show it, so that nothing is asked twice.
 *
 * @param relues lines of an earlier review
 */
export function toReview(
  pairs: readonly LabelPair[],
  relues: readonly LigneDeRelecture[] = [],
): readonly LigneDeRelecture[] {
  const lexicon = new Set(
    ABREVIATIONS.flatMap(({ forme, lectures }) => lectures.map(([lecture]) => `${forme} ${lecture}`)),
  );
  const lines = new Map(relues.map((line) => [keyOf(line), line]));
  for (const proposed of mineAbbreviations(pairs)) {
    const { forme, lecture } = proposed;
    if (lexicon.has(keyOf(proposed)) || lecture.startsWith(forme)) continue;
    const avis = lines.get(keyOf(proposed))?.avis ?? '';
    const shown = pairs.find((pair) =>
      mineAbbreviations([pair], 1).some((one) => keyOf(one) === keyOf(proposed)),
    );
    if (shown !== undefined) lines.set(keyOf(proposed), { ...proposed, exemple: shown, avis });
  }
  return [...lines.values()].sort((a, b) => b.preuves - a.preuves || (keyOf(a) < keyOf(b) ? -1 : 1));
}

/** The approved readings as lines of the lexicon, one a form, the reading seen most first. */
export function lexiconLines(lignes: readonly LigneDeRelecture[]): readonly string[] {
  const approved = new Map<string, string[]>();
  for (const { forme, lecture, avis } of lignes) {
    if (avis === 'oui') approved.set(forme, [...(approved.get(forme) ?? []), lecture]);
  }
  return [...approved].map(([forme, lectures]) => `    ${forme}: '${lectures.join('|')}',`);
}

const keyOf = ({ forme, lecture }: Pick<ProposedAbbreviation, 'forme' | 'lecture'>): string =>
  `${forme} ${lecture}`;
