import { parseDate } from './date-cell.ts';
import { SEPARATORS, splitRecord } from './header-line.ts';
import { Columns } from './recognise.ts';

/** The header of a text and where its records start. */
export interface CsvHeader {
  readonly separateur: string;
  readonly columns: Columns;
  /** Line of the header. */
  readonly ligne: number;
  readonly bodyStart: number;
  readonly bodyLine: number;
  /** Greatest date of the comment lines (`# Généré le 03.03.2020`), or ''. */
  readonly commentDate: string;
}

/** A header further down than this is not looked for. */
const MAX_LEADING_LINES = 200;
/** The widest table has some sixty columns; beyond this a line is not a header, and folding its names is work. */
const MAX_COLUMNS = 2000;

function isComment(text: string, at: number): boolean {
  return text.charAt(at) === '#';
}

function lineEnd(text: string, at: number): number {
  const found = text.slice(at).search(/\r\n|\n|\r/);
  if (found < 0) return text.length;
  const end = at + found;
  return text.startsWith('\r\n', end) ? end + 2 : end + 1;
}

/**
 * Finds the header at the start of a text: its separator is the one that makes a known header of it, else the
 * one that cuts it most. Blank and comment lines before and after it are passed over; a header may itself
 * start with `#`.
 */
export function findHeader(text: string, isKnown: (columns: Columns) => boolean): CsvHeader | null {
  let at = 0;
  let ligne = 1;
  let commentDate = '';
  const note = (from: number, to: number): void => {
    for (const [found] of text
      .slice(from, to)
      .matchAll(/\b\d{2}[./]\d{2}[./]\d{4}\b|\b\d{4}-\d{2}-\d{2}\b/g)) {
      const date = parseDate(found);
      if (date && date > commentDate) commentDate = date;
    }
  };
  while (at < text.length && ligne <= MAX_LEADING_LINES) {
    const end = lineEnd(text, at);
    const comment = isComment(text, at);
    const best = bestSplit(text, comment ? at + 1 : at, isKnown);
    if (text.slice(at, end).trim() !== '' && (!comment || best.known)) {
      let bodyStart = best.split.end;
      let bodyLine = ligne + best.split.lines;
      while (isComment(text, bodyStart)) {
        const next = lineEnd(text, bodyStart);
        note(bodyStart, next);
        bodyStart = next;
        bodyLine += 1;
      }
      const { separateur, columns } = best;
      return { separateur, columns, ligne, bodyStart, bodyLine, commentDate };
    }
    if (comment) note(at, end);
    at = end;
    ligne += 1;
  }
  return null;
}

function bestSplit(text: string, start: number, isKnown: (columns: Columns) => boolean) {
  const splits = SEPARATORS.map((separateur) => {
    const split = splitRecord(text, start, separateur);
    const columns = new Columns(split.cells.slice(0, MAX_COLUMNS));
    return { separateur, split, columns, known: isKnown(columns) };
  });
  return splits.reduce((best, next) => {
    if (best.known) return best;
    return next.known || next.columns.names.length > best.columns.names.length ? next : best;
  });
}
