/**
 * 100 × part ÷ whole, rounded half to even as the published rates are; null where a count is missing or nobody is
 * counted. Whole numbers only, so that a half is exactly a half.
 *
 * @example tauxOf(1, 8) // 12, not 13: 12,5 goes to the even side
 */
export function tauxOf(part: number | null, whole: number | null): number | null {
  if (part === null || whole === null || whole <= 0 || part < 0) return null;
  if (!Number.isInteger(part) || !Number.isInteger(whole)) return null;
  const scaled = 100 * part;
  const below = Math.floor(scaled / whole);
  const twice = 2 * (scaled - below * whole);
  const rounded = twice > whole || (twice === whole && below % 2 === 1) ? below + 1 : below;
  return Math.min(100, rounded);
}

/** A published rate as a whole number, rounded half to even; null outside 0–100. */
export function publishedTaux(value: number | null): number | null {
  if (value === null || value < 0 || value > 100) return null;
  const below = Math.floor(value);
  const rest = value - below;
  return rest > 0.5 || (rest === 0.5 && below % 2 === 1) ? below + 1 : below;
}

/** The share in neither situation, never below zero. */
export function tauxAutresOf(emploi: number | null, formation: number | null): number | null {
  return emploi === null || formation === null ? null : Math.max(0, 100 - emploi - formation);
}
