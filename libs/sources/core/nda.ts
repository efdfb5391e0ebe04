/**
 * The numéro de déclaration d'activité of a cell (11 characters; the leading zero of an overseas region is
 * lost by spreadsheets), or null when it is not one.
 */
export function parseNda(cell: string): string | null {
  const text = cell.replace(/\s/g, '').toUpperCase();
  if (/^\d[0-9AB]\d{9}$/.test(text)) return text;
  return /^\d{10}$/.test(text) ? `0${text}` : null;
}
