import { cleanCell, type Brand } from './brand.ts';

/** MEFSTAT11: the statistical twin of a MEF. Fourth character: year in the cycle. */
export type Mefstat11 = Brand<'Mefstat11'>;

/**
 * The MEFSTAT11 of a cell, or null. It leads to a CFD through N_MEF only: the shortcut "320 + the last five"
 * is wrong for a BTSA, whose CFD begins with 323.
 *
 * @example parseMefstat11('32211031212') // '32211031212'
 */
export function parseMefstat11(text: string): Mefstat11 | null {
  const cell = cleanCell(text);
  return /^[0-9][0-9A-Z]{10}$/.test(cell) ? (cell as Mefstat11) : null;
}
