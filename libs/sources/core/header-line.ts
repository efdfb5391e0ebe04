/** One CSV record at the start of a text. */
export interface SplitRecord {
  readonly cells: string[];
  /** Index of the first character after the record and its end of line. */
  readonly end: number;
  /** Lines that the record takes. */
  readonly lines: number;
}

/**
 * Splits the record that starts at `start`, quotes obeyed. Only headers are read this way, to try separators;
 * records go through csv-parse.
 */
export function splitRecord(text: string, start: number, separator: string): SplitRecord {
  const cells: string[] = [];
  let cell = '';
  let quoted = false;
  let lines = 1;
  let index = start;
  for (; index < text.length; index += 1) {
    const char = text.charAt(index);
    if (quoted) {
      if (char === '\n') lines += 1;
      if (char !== '"') cell += char;
      else if (text.charAt(index + 1) === '"') {
        cell += '"';
        index += 1;
      } else quoted = false;
    } else if (char === '"' && cell.trim() === '') {
      quoted = true;
      cell = '';
    } else if (char === separator) {
      cells.push(cell.trim());
      cell = '';
    } else if (char === '\n' || char === '\r') break;
    else cell += char;
  }
  cells.push(cell.trim());
  if (text.charAt(index) === '\r' && text.charAt(index + 1) === '\n') index += 1;
  return { cells, end: Math.min(index + 1, text.length), lines };
}

/** Separators met in the files of the ministries. */
export const SEPARATORS = [';', ',', '|', '\t'] as const;
