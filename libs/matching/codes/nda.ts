import { cleanCell, type Brand } from './brand.ts';

/** Numéro de déclaration d'activité of a training organisation: eleven characters. */
export type Nda = Brand<'Nda'>;

/**
 * The NDA of a cell, or null. Ten digits lost their first zero; Corsican numbers hold a letter (`2A`, `2B`)
 * as their département does. There is no check digit.
 *
 * @example parseNda('11 75 54321 75') // '11755432175'
 */
export function parseNda(text: string): Nda | null {
  const cell = cleanCell(text).replace(/[\s.-]/g, '');
  if (/^[0-9]{10}$/.test(cell)) return `0${cell}` as Nda;
  return /^[0-9]{2}[0-9A-Z]{2}[0-9]{5}[0-9A-Z]{2}$/.test(cell) ? (cell as Nda) : null;
}
