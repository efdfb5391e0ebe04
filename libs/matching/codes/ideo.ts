import { cleanCell, type Brand } from './brand.ts';

/** An Onisep formation, `FOR.` and digits. */
export type Ideo = Brand<'Ideo'>;

/**
 * Reads `FOR.5796`, alone or at the end of an Onisep address. `TYPDISP.n` names a type of dispositif, not a
 * formation: null.
 *
 * @example parseIdeo('https://www.onisep.fr/http/redirection/formation/slug/FOR.5796') // 'FOR.5796'
 */
export function parseIdeo(text: string): Ideo | null {
  const match = /(?:^|\/)FOR\.([0-9]{1,7})$/.exec(cleanCell(text));
  return match === null ? null : (`FOR.${match[1]}` as Ideo);
}
