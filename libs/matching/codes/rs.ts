import { cleanCell, type Brand } from './brand.ts';

/** An entry of the Répertoire spécifique, `RS` and two to six digits. */
export type Rs = Brand<'Rs'>;

/**
 * Reads `RS5616`. The prefix is required: a bare number is a RNCP fiche everywhere it was met.
 *
 * @example parseRs('rs 5616') // 'RS5616'
 */
export function parseRs(text: string): Rs | null {
  const match = /^RS[\s:-]*0*([1-9][0-9]{1,5})$/.exec(cleanCell(text));
  return match === null ? null : (`RS${match[1]}` as Rs);
}
