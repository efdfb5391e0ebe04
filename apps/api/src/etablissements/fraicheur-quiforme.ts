import { aLaDate, type Controle, type ControleDate } from '#matching';
import { quiformeFreshness } from '#sources';

/** Checks as they are to be shown now: what QuiForme said more than 72 hours ago is out of date. */
export function controlesDates(controles: readonly Controle[], now: Date): ControleDate[] {
  return controles.map((controle) => aLaDate(controle, (obtenuLe) => isPerime(obtenuLe, now)));
}

/** Whether an answer of QuiForme obtained then (ISO 8601) is out of date now. */
export function isPerime(obtenuLe: string, now: Date): boolean {
  return quiformeFreshness(Date.parse(obtenuLe), now.getTime()) === 'perimee';
}
