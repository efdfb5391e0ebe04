/** Runs of two letters are initials of too many things, unless they stand at either end of the label. */
const FEWEST_WORDS = 3;
const FEWEST_AT_AN_END = 2;
const LONGEST = 8;

/**
 * The acronyms of a label that the label itself spells out: "Responsable de développement commercial (RDC)",
 * "assistance à la gestion des organisations et de leurs activités (AGOrA)". They say nothing that its words do not,
 * and few other labels write them: counted as words, they would weigh as the rarest of all.
 *
 * A word is one where its letters are, in order, the first letter or letters of three or more words in a row, or the
 * initials of two where it opens or ends the label ("technicien d'usinage - TU").
 *
 * @param mots the words of the label in reading order, empty ones left out, those that name its family kept
 */
export function spelledOut(mots: readonly string[]): ReadonlySet<string> {
  const found = new Set<string>();
  mots.forEach((sigle, place) => {
    const atAnEnd = place === 0 || place === mots.length - 1;
    const fewest = atAnEnd && sigle.length === FEWEST_AT_AN_END ? FEWEST_AT_AN_END : FEWEST_WORDS;
    if (sigle.length < fewest || sigle.length > LONGEST || found.has(sigle)) return;
    for (let from = 0; from + fewest <= mots.length; from++) {
      if (!spells(sigle, mots, from, fewest)) continue;
      found.add(sigle);
      return;
    }
  });
  return found;
}

/** Whether a text is made of the beginnings of `fewest` words or more, from the word at `at` on, none of them itself. */
function spells(text: string, mots: readonly string[], at: number, fewest: number): boolean {
  if (text === '') return fewest <= 0;
  const word = mots[at] ?? '';
  if (word === text) return false;
  for (
    let length = 1;
    text.charAt(length - 1) !== '' && text.charAt(length - 1) === word.charAt(length - 1);
    length++
  ) {
    if (spells(text.slice(length), mots, at + 1, fewest - 1)) return true;
  }
  return false;
}
