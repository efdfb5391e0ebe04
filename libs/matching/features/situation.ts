import type { Certification } from '../concordance/certification.ts';
import type { IsoDate } from '../reference-data.ts';

/** Where a certification stands at a rentrée. */
export interface Situation {
  /** Closed on or before the rentrée. */
  readonly fermee: boolean;
  /** Closes within one or two years of the rentrée: too late to enter a longer course. */
  readonly fermeSousUnAn: boolean;
  readonly fermeSousDeuxAns: boolean;
  readonly ouvrePlusTard: boolean;
  /** Opened at this rentrée or the one before. */
  readonly recente: boolean;
  /** Its last session is over, or comes before those who enter can sit it. */
  readonly sessionPassee: boolean;
  readonly sansDate: boolean;
}

const plus = (date: IsoDate, years: number): IsoDate =>
  `${String(Number(date.slice(0, 4)) + years)}${date.slice(4)}`;

/** Situation of a certification at a rentrée. */
export function situationAt(certification: Certification, rentree: IsoDate): Situation {
  const { dateFermeture, dateOuverture, derniereSession } = certification;
  const year = Number(rentree.slice(0, 4));
  const fermee = dateFermeture !== null && dateFermeture <= rentree;
  return {
    fermee,
    fermeSousUnAn: !fermee && dateFermeture !== null && dateFermeture <= plus(rentree, 1),
    fermeSousDeuxAns:
      dateFermeture !== null && dateFermeture > plus(rentree, 1) && dateFermeture <= plus(rentree, 2),
    ouvrePlusTard: dateOuverture !== null && dateOuverture > rentree,
    recente: dateOuverture !== null && dateOuverture <= rentree && dateOuverture > plus(rentree, -2),
    sessionPassee: derniereSession !== null && derniereSession <= year,
    sansDate: dateOuverture === null && dateFermeture === null,
  };
}
