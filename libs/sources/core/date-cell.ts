const FRENCH = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})$/;
const ISO = /^(\d{4})-(\d{2})-(\d{2})(?:[T ][\d:.]+Z?)?$/;

function toIso(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCFullYear() !== year || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day)
    return null;
  return date.toISOString().slice(0, 10);
}

/**
 * A date of the ministries' files (`31/08/2024`, `31.08.2024`, `2024-08-31`, `2024-08-31 00:00:00`) as
 * `AAAA-MM-JJ`; null for an empty cell, undefined for a cell that is not a day of the calendar.
 */
export function parseDate(cell: string): string | null | undefined {
  const text = cell.trim();
  if (text === '') return null;
  const french = FRENCH.exec(text);
  if (french) return toIso(Number(french[3]), Number(french[2]), Number(french[1])) ?? undefined;
  const iso = ISO.exec(text);
  if (iso) return toIso(Number(iso[1]), Number(iso[2]), Number(iso[3])) ?? undefined;
  return undefined;
}
