import { cleanCell, type Brand } from './brand.ts';

/** A Certif Info certification: digits. */
export type Ci = Brand<'Ci'>;

/** The Certif Info code of a cell, without leading zeros; null when it is not one. */
export function parseCi(text: string): Ci | null {
  const match = /^0*([1-9][0-9]{0,6})$/.exec(cleanCell(text));
  return match === null ? null : (match[1] as Ci);
}
