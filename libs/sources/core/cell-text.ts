import { decodeSingleByte } from './single-byte.ts';

const C1 = /[\u0080-\u009f]/g;

/**
 * The text of a cell without the blanks around it (no-break spaces included); null when nothing is left.
 *
 * A C1 control is a windows-1252 byte that was taken for ISO-8859-1 before the file was written in UTF-8
 * (`D\u0092INSERTION` in the SISE tables): it is read as that byte, as browsers do, and loses nothing.
 */
export function parseText(cell: string): string | null {
  const text = cell.trim();
  if (text === '') return null;
  return text.replace(C1, (char) => decodeSingleByte(Uint8Array.of(char.charCodeAt(0)), 'windows-1252'));
}

/** A cell cut to what a refused line may quote. */
export function excerpt(cell: string): string {
  return cell.length > 200 ? `${cell.slice(0, 199)}…` : cell;
}
