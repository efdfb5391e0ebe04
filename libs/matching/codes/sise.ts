import { cleanCell, type Brand } from './brand.ts';

/** A higher-education diploma of SISE: seven characters, the first possibly a letter (`M000184`). */
export type Sise = Brand<'Sise'>;

/**
 * The SISE code of a cell, or null. Six digits lost their first zero in a spreadsheet.
 *
 * @example parseSise('m000184') // 'M000184'
 */
export function parseSise(text: string): Sise | null {
  const cell = cleanCell(text);
  if (/^[0-9]{6}$/.test(cell)) return `0${cell}` as Sise;
  return /^[0-9A-Z][0-9]{6}$/.test(cell) ? (cell as Sise) : null;
}
