import type { WrittenCondition } from '../database/list-page.ts';

/** Text without accents or case, for the search box: `Électricité` and `electricite` are one word. */
export function searchText(parts: readonly (string | null)[]): string {
  return parts
    .filter((part) => part !== null && part !== '')
    .join(' ')
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll('œ', 'oe')
    .replaceAll('Œ', 'oe')
    .toLowerCase();
}

/**
 * What the search box asks of a column, one LIKE a word: an index on trigrams answers them together, which it does not
 * for a list of patterns. Asks for nothing without a word.
 * @param column where `searchText` was written
 */
export function searchConditions(column: string, q: string | undefined): WrittenCondition[] {
  const patterns = searchPatterns(q);
  if (patterns === undefined) return [];
  return [(add) => patterns.map((pattern) => `${column} LIKE ${add(pattern)}`).join(' AND ')];
}

/**
 * What the search box asks for, as LIKE patterns that must all hold; undefined when it asks for nothing. What is typed
 * is never a wildcard.
 */
function searchPatterns(q: string | undefined): string[] | undefined {
  const words = q === undefined ? [] : searchText([q]).split(/\s+/).filter(Boolean);
  if (words.length === 0) return undefined;
  return words.map((word) => `%${word.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`);
}
