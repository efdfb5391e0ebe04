/**
 * A light French stem: feminine and plural forms of the same word share it. It is only compared with other
 * stems, never shown, and never replaces the word: two words with one stem are alternatives of each other.
 */
const REGLES: readonly (readonly [RegExp, string])[] = [
  [/(?:teurs|trice|trices)$/, 'teur'],
  [/(?:euses|euse|eurs)$/, 'eur'],
  [/(?:iennes|ienne|iens)$/, 'ien'],
  [/(?:ieres|iere|iers)$/, 'ier'],
  [/(?:elles|elle|els)$/, 'el'],
  [/(?:ennes|enne)$/, 'en'],
  [/(?:onnes|onne)$/, 'on'],
  [/(?:ives|ive|ifs)$/, 'if'],
  [/(?:ales|ale|aux|als)$/, 'al'],
  [/(?:ees|ee|es|e|s|x)$/, ''],
];

/** Every rule that changes a word takes off one of these last letters. */
const FINALES = 'esx';

/** Stem of a folded, lower-case word of at least four letters; shorter words and numbers stay whole. */
export function stem(word: string): string {
  if (word.length < 4 || !FINALES.includes(word.charAt(word.length - 1)) || /\d/.test(word)) return word;
  for (const [pattern, replacement] of REGLES) {
    if (pattern.test(word)) {
      const stemmed = word.replace(pattern, replacement);
      return stemmed.length >= 3 ? stemmed : word;
    }
  }
  return word;
}

const SUFFIXES =
  /(?:ologies?|ologues?|isations?|ations?|itions?|ements?|ments?|eries?|iers?|ieres?|iciens?|iens?|eurs?|euses?|ures?|ages?|iques?|istes?|ismes?|ance|ence|trices?|teurs?|aires?|elles?|els?|ales?|aux|als?|es?|s)$/;

/**
 * Radical shared by a trade and the one who practises it: "coiffeur" and "coiffure", "boulanger" and
 * "boulangerie". Looser than the stem; null where too little would be left to mean anything.
 */
export function radical(word: string): string | null {
  if (word.length < 6 || /\d/.test(word)) return null;
  const cut = word.replace(SUFFIXES, '');
  return cut.length >= 4 ? cut : null;
}
