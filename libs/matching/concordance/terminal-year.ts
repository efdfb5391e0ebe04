import type { IsoDate, MefRecord } from '../reference-data.ts';
import type { MefIndex } from './mef-index.ts';
import { anneeScolaire } from './opening.ts';
import { sortedDistinct } from './vintages.ts';

/**
 * The MEFSTAT11 of the last year of the cycle that a MEF belongs to, where figures are published; null where
 * the cycle has none of its own, as for a common first year.
 *
 * Rule: the fourth character replaced by DUREE_DISPOSITIF, when N_MEF has that code for the same CFD; else the
 * MEF of the same CFD whose year is that duration, when it is the only one. Cycles whose years are dispositifs
 * of one year each (première then terminale) have several: the one furthest in the cycle, by the fourth
 * character, is the last year.
 *
 * @example the MEF 3113121221 (1BTS2) gives 32221031212 (2BTS2)
 */
export function terminalMefstat11(mef: MefRecord, index: MefIndex): string | null {
  if (mef.mefstat11 === null || mef.duree === null) return null;
  const replaced = `${mef.mefstat11.slice(0, 3)}${mef.duree}${mef.mefstat11.slice(4)}`;
  if (index.byMefstat11(replaced).some(({ cfd }) => cfd === mef.cfd)) return replaced;
  const lastYears = index
    .byCfd(mef.cfd)
    .filter(
      ({ annee, duree, mefstat11 }) => mefstat11 !== null && annee === mef.duree && duree === mef.duree,
    );
  const codes = sortedDistinct(lastYears.flatMap(({ mefstat11 }) => mefstat11 ?? []));
  if (codes.length <= 1) return codes[0] ?? null;
  const furthest = codes.map((code) => code.charAt(3)).reduce((left, right) => (left > right ? left : right));
  const last = codes.filter((code) => code.charAt(3) === furthest);
  return last.length === 1 ? (last[0] ?? null) : null;
}

/** Terminal MEFSTAT11 of a diploma whatever their dates, sorted. */
export function terminalMefstat11OfCfd(cfd: string, index: MefIndex): readonly string[] {
  return sortedDistinct(index.byCfd(cfd).flatMap((mef) => terminalMefstat11(mef, index) ?? []));
}

/** Those of the codes whose MEF is not closed at a date; sorted as given. */
export function openMefstat11(codes: readonly string[], date: IsoDate, index: MefIndex): readonly string[] {
  return codes.filter((code) =>
    index.byMefstat11(code).some(({ dateFermeture }) => dateFermeture === null || dateFermeture > date),
  );
}

/**
 * Terminal MEFSTAT11 for pupils who begin at a rentrée: open past 31 August of that year; where all are
 * closed by then, every one of the diploma.
 */
export function terminalMefstat11At(cfd: string, rentree: IsoDate, index: MefIndex): readonly string[] {
  const all = terminalMefstat11OfCfd(cfd, index);
  const open = openMefstat11(all, `${anneeScolaire(rentree)}-08-31`, index);
  return open.length > 0 ? open : all;
}

/** Whether the diploma has MEF but no last year of its own: a first year shared by several diplomas. */
export function hasNoTerminalYear(cfd: string, index: MefIndex): boolean {
  const mefs = index.byCfd(cfd);
  return mefs.length > 0 && terminalMefstat11OfCfd(cfd, index).length === 0;
}
