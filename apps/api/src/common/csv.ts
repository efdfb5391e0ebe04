/** A cell of a CSV document; null is an empty one. */
export type CsvCell = string | number | null;

/** Spreadsheets take a text that begins so for a formula, and run it. */
const FORMULA = /^[=+\-@\t\r]/;

/**
 * A CSV document for people's spreadsheets: UTF-8 with its mark, quotes and line ends of RFC 4180, semicolons as French
 * spreadsheets want them, numbers with a decimal comma. A text that a spreadsheet would run as a formula begins with
 * an apostrophe.
 */
export function csvDocument(header: readonly string[], rows: readonly (readonly CsvCell[])[]): string {
  return MARK + csvLines([header, ...rows]);
}

/** The same document a part at a time, for as many rows as one likes: the header alone where there are none. */
export async function* csvParts<Row>(
  header: readonly string[],
  parts: AsyncIterable<readonly Row[]> | Iterable<readonly Row[]>,
  cellsOf: (row: Row) => readonly CsvCell[],
): AsyncGenerator<string> {
  yield csvDocument(header, []);
  for await (const rows of parts) yield csvLines(rows.map(cellsOf));
}

const MARK = '\uFEFF';

function csvLines(rows: readonly (readonly CsvCell[])[]): string {
  return rows.map((row) => `${row.map(csvCell).join(';')}\r\n`).join('');
}

function csvCell(cell: CsvCell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell).replace('.', ',');
  const safe = FORMULA.test(cell) ? `'${cell}` : cell;
  return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
