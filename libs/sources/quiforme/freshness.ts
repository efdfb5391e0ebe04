const HOUR = 3_600_000;

/** Below this age an answer is not asked for again: the service refreshes within a day. */
export const QUIFORME_CACHE = 24 * HOUR;
/** Beyond this age an answer may be shown, but as an old one: the service refreshes within three days. */
export const QUIFORME_STALE = 72 * HOUR;

export type Fraicheur = 'fraiche' | 'a_rafraichir' | 'perimee';

/** What the age of an answer of QuiForme, obtained and looked at at these milliseconds, allows to do with it. */
export function quiformeFreshness(obtained: number, now: number): Fraicheur {
  const age = now - obtained;
  if (age < QUIFORME_CACHE) return 'fraiche';
  return age < QUIFORME_STALE ? 'a_rafraichir' : 'perimee';
}
