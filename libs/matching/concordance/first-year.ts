import type { IsoDate, MefRecord } from '../reference-data.ts';
import { situationAt } from './opening.ts';

/** When the first year of a diploma can be entered in one dispositif, as N_MEF dates it. */
export interface PremiereAnnee {
  /** DISPOSITIF_FORMATION: `241` for the CAP in two years. */
  readonly dispositif: string;
  readonly ouverture: IsoDate | null;
  /** Closing of the first year; null while it is open without an end. */
  readonly fermeture: IsoDate | null;
  /** Closing of the last of its years: those who entered before may follow it until then. */
  readonly fin: IsoDate | null;
}

/**
 * The first years of a diploma, one a dispositif that has one, sorted by dispositif. A renovated diploma closes
 * year after year: its first year stops while its code stays open for those who are in it.
 */
export function premieresAnnees(mefs: readonly MefRecord[]): readonly PremiereAnnee[] {
  const byDispositif = new Map<string, MefRecord[]>();
  for (const mef of mefs)
    byDispositif.set(mef.dispositif, [...(byDispositif.get(mef.dispositif) ?? []), mef]);
  return [...byDispositif.keys()].sort().flatMap((dispositif) => {
    const years = byDispositif.get(dispositif) ?? [];
    const first = years.filter(({ annee }) => annee === 1);
    if (first.length === 0) return [];
    return [
      {
        dispositif,
        ouverture: first.map(({ dateOuverture }) => dateOuverture).reduce(earliest),
        fermeture: first.map(({ dateFermeture }) => dateFermeture).reduce(latest),
        fin: years.map(({ dateFermeture }) => dateFermeture).reduce(latest),
      },
    ];
  });
}

/**
 * Whether the first year can be entered at a rentrée: `ouverte` in at least one dispositif; `fermee` when those
 * that still run have all closed theirs; `a_venir` when the only ones left begin later. Null where N_MEF says
 * nothing of it: no MEF, no first year, or every dispositif over (a diploma that only apprentices still prepare).
 */
export function premiereAnneeA(
  annees: readonly PremiereAnnee[],
  rentree: IsoDate,
): 'ouverte' | 'a_venir' | 'fermee' | null {
  const situations = annees
    .filter(({ ouverture, fin }) => situationAt({ ouverture, fermeture: fin }, rentree) !== 'fermee')
    .map((annee) => situationAt(annee, rentree));
  if (situations.length === 0) return null;
  if (situations.includes('ouverte')) return 'ouverte';
  return situations.includes('a_venir') ? 'a_venir' : 'fermee';
}

/** Null is the beginning of time. */
function earliest(left: IsoDate | null, right: IsoDate | null): IsoDate | null {
  if (left === null || right === null) return null;
  return left < right ? left : right;
}

/** Null is the end of time. */
function latest(left: IsoDate | null, right: IsoDate | null): IsoDate | null {
  if (left === null || right === null) return null;
  return left > right ? left : right;
}
