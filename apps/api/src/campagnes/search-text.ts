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
 * What the search box asks for, as LIKE patterns that must all hold; undefined when it asks for nothing. What is typed
 * is never a wildcard.
 */
export function searchPatterns(q: string | undefined): string[] | undefined {
  const words = q === undefined ? [] : searchText([q]).split(/\s+/).filter(Boolean);
  if (words.length === 0) return undefined;
  return words.map((word) => `%${word.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`);
}
