import type { Controle, EtatControle } from './controle.ts';

/** A check as it is shown at some moment; `constat` is what the source said where that is now out of date. */
export interface ControleDate extends Controle {
  readonly constat?: EtatControle;
}

/**
 * Marks as `perime` what QuiForme said too long ago. What says nothing (unknown, out of scope) cannot go out of date.
 * @param estPerime whether an answer obtained at this moment (ISO 8601) is too old to be relied on
 */
export function aLaDate(controle: Controle, estPerime: (obtenuLe: string) => boolean): ControleDate {
  const { source, obtenuLe, etat } = controle;
  const says = etat === 'conforme' || etat === 'non_conforme';
  if (source !== 'quiforme' || obtenuLe === null || !says || !estPerime(obtenuLe)) return controle;
  return { ...controle, etat: 'perime', constat: etat };
}
