import { cleanCell, type Brand } from './brand.ts';

/** MEF10: one year of a diploma in a dispositif. Ninth character: duration; tenth: year. */
export type Mef = Brand<'Mef'>;

export interface MefLu {
  readonly mef: Mef;
  /** `0` where the cell was MEF10 followed by Affelnet's eleventh character, else null. */
  readonly suffixeAffelnet: '0' | null;
}

/**
 * Reads a MEF10, or Affelnet's CODE_FORMATION_ACCUEIL_BAN, which is the MEF10 followed by "0". An
 * eleven-character text may also be a MEFSTAT11 that ends with 0: only N_MEF can tell, so the caller looks
 * both up. Nine digits are a MEF10 whose first zero a spreadsheet lost.
 *
 * @example readMef('24125221210') // { mef: '2412522121', suffixeAffelnet: '0' }
 */
export function readMef(text: string): MefLu | null {
  const cell = cleanCell(text);
  if (/^[0-9]{9}$/.test(cell)) return { mef: `0${cell}` as Mef, suffixeAffelnet: null };
  const match = /^([0-9][0-9A-Z]{9})(0)?$/.exec(cell);
  if (match === null) return null;
  return { mef: match[1] as Mef, suffixeAffelnet: match[2] === '0' ? '0' : null };
}

/** The MEF10 of a cell, Affelnet's final "0" cut; null when it is not one. */
export function parseMef(text: string): Mef | null {
  return readMef(text)?.mef ?? null;
}
