/** A generated row, by column name. */
export type Cells = Readonly<Record<string, string | null>>;

/** Rows as a CSV in latin1, as the old services of the ministries write it. */
export function latin1Csv(rows: readonly Cells[], separator = ';'): Buffer {
  return Buffer.from(csvText(rows, separator), 'latin1');
}

/** Rows as CSV text; the first row names the columns. */
export function csvText(rows: readonly Cells[], separator = ';'): string {
  const columns = Object.keys(rows[0] ?? {});
  const lines = rows.map((row) =>
    columns.map((column) => quoted(row[column] ?? '', separator)).join(separator),
  );
  return [columns.join(separator), ...lines, ''].join('\r\n');
}

function quoted(cell: string, separator: string): string {
  return cell.includes(separator) || /["\r\n]/.test(cell) ? `"${cell.replace(/"/g, '""')}"` : cell;
}

/** As many rows as asked, each made from its rank. */
export function generated<Row>(count: number, row: (rank: number) => Row): Row[] {
  return Array.from({ length: count }, (_, rank) => row(rank));
}

/** A code of digits with its leading zeros. */
export function digits(value: number, width: number): string {
  return String(value).padStart(width, '0');
}

/** The rows without one column: what a source does when its format drifts. */
export function without(rows: readonly Cells[], column: string): Cells[] {
  return rows.map((row) => Object.fromEntries(Object.entries(row).filter(([name]) => name !== column)));
}
