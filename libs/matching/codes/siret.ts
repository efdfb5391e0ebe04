import { cleanCell, type Brand } from './brand.ts';

/** A legal unit: nine digits that pass Luhn. */
export type Siren = Brand<'Siren'>;
/** An establishment of a legal unit: its SIREN and five digits. */
export type Siret = Brand<'Siret'>;

/** La Poste opened more establishments than Luhn leaves room for. */
const LA_POSTE = '356000000';

function luhnSum(digits: string): number {
  let sum = 0;
  for (let index = 0; index < digits.length; index += 1) {
    const digit = Number(digits.charAt(digits.length - 1 - index)) * (index % 2 === 1 ? 2 : 1);
    sum += digit > 9 ? digit - 9 : digit;
  }
  return sum;
}

function plainSum(digits: string): number {
  return [...digits].reduce((sum, digit) => sum + Number(digit), 0);
}

/** Digits of a cell, the blanks, dots and dashes of typed numbers dropped, lost zeros given back. */
function digitsOf(text: string, length: number): string | null {
  const digits = cleanCell(text).replace(/[\s.-]/g, '');
  if (!/^[0-9]+$/.test(digits) || digits.length > length || digits.length < length - 3) return null;
  return digits.padStart(length, '0');
}

/**
 * The SIREN of a cell, or null when its form or its key is wrong. Up to three lost leading zeros are restored.
 *
 * @example parseSiren('552 100 554') // '552100554'
 */
export function parseSiren(text: string): Siren | null {
  const digits = digitsOf(text, 9);
  return digits !== null && digits !== '000000000' && luhnSum(digits) % 10 === 0 ? (digits as Siren) : null;
}

/**
 * The SIRET of a cell, or null when its form or its key is wrong. La Poste's establishments satisfy "the sum
 * of the digits is a multiple of 5" instead of Luhn.
 *
 * @example parseSiret('35600000000048') // '35600000000048'
 */
export function parseSiret(text: string): Siret | null {
  const digits = digitsOf(text, 14);
  if (digits === null || parseSiren(digits.slice(0, 9)) === null) return null;
  if (luhnSum(digits) % 10 === 0) return digits as Siret;
  return digits.startsWith(LA_POSTE) && plainSum(digits) % 5 === 0 ? (digits as Siret) : null;
}

/** The legal unit of an establishment. */
export function sirenOf(siret: Siret): Siren {
  return siret.slice(0, 9) as Siren;
}
