/** A whole number of a cell (`24`, `24.0`, `24,0`); null when the cell holds anything else. */
export function parseInteger(cell: string): number | null {
  const text = cell.trim();
  return /^\d{1,9}(?:[.,]0*)?$/.test(text) ? Number.parseInt(text, 10) : null;
}

/** A year of four digits between 1900 and 2199; null otherwise. */
export function parseYear(cell: string): number | null {
  const found = /^(?:19|20|21)\d{2}$/.exec(cell.trim());
  return found ? Number(found[0]) : null;
}
