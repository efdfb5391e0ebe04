/**
 * Double endings that listings write after a masculine word: "assistant(e)", "technicien (ne)",
 * "chargé.e", "manager(euse)", "conseiller/ère". The text given is canonical (folded, lower case).
 */
const SUFFIXE =
  '(?:e|es|s|ne|nes|nne|le|les|lle|se|ses|euse|euses|trice|trices|ice|rice|ere|eres|iere|ieres|re|ve|ives|ive|te|tte|he|fe|ienne|enne|eresse|oise|aise|ante)';
const ENTRE_PARENTHESES = new RegExp(`([a-z]{2})\\s?\\(\\s?-?${SUFFIXE}\\s?\\)`, 'g');
const APRES_POINT = new RegExp(`([a-z]{3})[.·•]${SUFFIXE}(?:[.·•]s)?(?![a-z.])`, 'g');
const APRES_BARRE = new RegExp(`([a-z]{3})/\\s?-?${SUFFIXE}(?![a-z])`, 'g');

/** Drops the feminine endings, keeping the masculine word. */
export function withoutFeminineEndings(canonical: string): string {
  return canonical.replace(ENTRE_PARENTHESES, '$1').replace(APRES_POINT, '$1').replace(APRES_BARRE, '$1');
}
