/** What tells vintages apart: `AAAA-MM-JJ` or '', and when each was imported. */
export interface DatedVintage {
  readonly millesime: string;
  readonly createdAt: Date;
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/**
 * The vintage closest in time to another, so that a file of 2020 brought beside one of 2026 is held against one of
 * its time; the last imported among equals, and where the table has no dates.
 */
export function nearestVintage<Vintage extends DatedVintage>(
  millesime: string,
  vintages: readonly Vintage[],
): Vintage | null {
  const distance = (other: string): number =>
    DAY.test(millesime) && DAY.test(other) ? Math.abs(Date.parse(millesime) - Date.parse(other)) : Infinity;
  let nearest: Vintage | null = null;
  for (const vintage of vintages) {
    if (nearest === null) {
      nearest = vintage;
      continue;
    }
    const gain = distance(nearest.millesime) - distance(vintage.millesime);
    if (gain > 0 || (!(gain < 0) && vintage.createdAt > nearest.createdAt)) nearest = vintage;
  }
  return nearest;
}
