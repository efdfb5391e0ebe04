/** A cell of a COPY: null and undefined are no value, an object is written as JSON. */
export type CsvCell = string | number | boolean | object | null | undefined;

/** One line of a COPY in CSV. Text is always quoted, so that an empty one stays a text. */
export function csvLine(cells: readonly CsvCell[]): string {
  return `${csvCells(cells)}\n`;
}

/** Some cells of a line, without its end. */
export function csvCells(cells: readonly CsvCell[]): string {
  return cells.map(csvCell).join(',');
}

function csvCell(cell: CsvCell): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'number' || typeof cell === 'boolean') return String(cell);
  const text = typeof cell === 'string' ? cell : JSON.stringify(cell);
  return `"${text.replaceAll('"', '""')}"`;
}
