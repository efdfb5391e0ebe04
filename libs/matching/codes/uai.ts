import { cleanCell, type Brand } from './brand.ts';

/** An establishment of the national directory: seven digits and a check letter. */
export type Uai = Brand<'Uai'>;

/** The check letter is the seven digits modulo 23 in this alphabet; I, O and Q never appear. */
const LETTERS = 'ABCDEFGHJKLMNPRSTUVWXYZ';

/** The check letter of seven digits. */
export function uaiCheckLetter(digits: string): string {
  return LETTERS.charAt(Number(digits) % LETTERS.length);
}

/**
 * The UAI of a cell, or null when its form or its check letter is wrong. Six digits and a letter lost their
 * first zero.
 *
 * @example parseUai(' 0040007l ') // '0040007L'
 */
export function parseUai(text: string): Uai | null {
  const match = /^([0-9]{6,7})([A-Z])$/.exec(cleanCell(text));
  if (match === null) return null;
  const digits = (match[1] ?? '').padStart(7, '0');
  return match[2] === uaiCheckLetter(digits) ? (`${digits}${match[2]}` as Uai) : null;
}
