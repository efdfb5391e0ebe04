/**
 * Canonical text: what the engine keeps of a label as typed. Everything else works on it, so two labels with
 * the same canonical text get the same answer.
 *
 * Accents, œ and æ are folded before anything is cut into words (domain.md §4). The preposition "à" goes
 * while its accent still tells it from the letter of "option A". Punctuation stays: it says where an
 * abbreviation ends and where a segment starts.
 */
export function canonicalText(text: string): string {
  const folded = BEYOND_ASCII.test(text) ? withoutAccents(text) : text.toLowerCase();
  return folded
    .replace(/[’‘`´ʼ]/g, "'")
    .replace(/[«»“”"]/g, ' ')
    .replace(MORE_THAN_A_BLANK, ' ')
    .trim();
}

/** Most labels of the nomenclatures, and many of the listings, have no such letter. */
const BEYOND_ASCII = /[\u0080-\uffff]/;
/** Blanks to write as one: a lone blank already is, and most are. */
const MORE_THAN_A_BLANK = /\s{2,}|[^\S ]/g;

function withoutAccents(text: string): string {
  return (
    text
      .replace(/(^|[^\p{L}])[àÀ](?=$|[^\p{L}])/gu, '$1 ')
      .normalize('NFD')
      .replace(/\p{M}+/gu, '')
      .toLowerCase()
      .replace(/œ/g, 'oe')
      .replace(/æ/g, 'ae')
      .replace(/[–—‐‑]/g, '-')
      // "commercialisat°": the sign marks a cut word, as the full stop does.
      .replace(/(?<=[a-z]{3})°/g, '.')
  );
}
