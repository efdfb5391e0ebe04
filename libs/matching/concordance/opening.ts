import type { IsoDate } from '../reference-data.ts';

export type Situation = 'ouverte' | 'a_venir' | 'fermee';

/** The span in which a certification can be entered. */
export interface Validite {
  readonly ouverture: IsoDate | null;
  readonly fermeture: IsoDate | null;
}

/**
 * Year in which the school year of a date begins: August already belongs to the next one.
 *
 * @example anneeScolaire('2021-01-15') // 2020
 */
export function anneeScolaire(date: IsoDate): number {
  const year = Number(date.slice(0, 4));
  return Number(date.slice(5, 7)) >= 8 ? year : year - 1;
}

/**
 * Whether a certification can be entered at a rentrée.
 *
 * Closed: DATE_FERMETURE on or before 31 August of the rentrée's year. The nomenclature's own control says
 * "expired before the threshold", the threshold being 31 August of year N until the end of September and
 * 31 August N+1 from October: someone who begins in September N follows the diploma until at least 31 August
 * N+1, so that one closed on 31 August N took its last pupils a year ago. On the labelled listings this sets
 * aside no truth of Parcoursup, 0.2 % of the rows of Affelnet 2020 and 2.9 % of those of Carif-Oref 2020,
 * which carries expired titles.
 *
 * To come: DATE_OUVERTURE after the rentrée.
 */
export function situationAt(validite: Validite, rentree: IsoDate): Situation {
  const { ouverture, fermeture } = validite;
  if (fermeture !== null && (fermeture <= `${anneeScolaire(rentree)}-08-31` || fermeture < rentree))
    return 'fermee';
  if (ouverture !== null && ouverture > rentree) return 'a_venir';
  return 'ouverte';
}

/**
 * The rentrée that a vintage of the nomenclature prepares: its own year until the end of September, the next
 * one from 1 October (the rule of the expiry threshold). Null where the millésime is not a date.
 */
export function rentreePreparee(millesime: string): number | null {
  const match = /^(\d{4})-(\d{2})/.exec(millesime);
  if (match === null) return null;
  return Number(match[1]) + (Number(match[2]) >= 10 ? 1 : 0);
}
