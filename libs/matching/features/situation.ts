import type { Certification } from '../concordance/certification.ts';
import { premiereAnneeA } from '../concordance/first-year.ts';
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
  /** Those who enter would end one year after its last session, or later still. */
  readonly entreeManqueeDUnAn: boolean;
  readonly entreeManquee: boolean;
  /** Its first cohort enters at this rentrée. */
  readonly premiereEntree: boolean;
  readonly sansDate: boolean;
  readonly sansFermeture: boolean;
  /** Opens in the school year before the rentrée or on its day. */
  readonly ouvreALaRentree: boolean;
  /** Still open, but nobody enters its first year any more (N_MEF). */
  readonly premiereAnneeFermee: boolean;
}

const plus = (date: IsoDate, years: number): IsoDate =>
  `${String(Number(date.slice(0, 4)) + years)}${date.slice(4)}`;

/** Usual length, in years, by family: the first pattern that the code family starts with. */
const DUREES: readonly (readonly [RegExp, number])[] = [
  [/^(?:01|461|561|463|563|363|263|250)/, 1],
  [/^(?:40[03]|205|170)/, 3],
  [/^(?:[345]6|16|26|4[45])/, 1],
];

function usualDuree({ niveau }: Certification): number {
  return DUREES.find(([pattern]) => pattern.test(niveau ?? ''))?.[1] ?? 2;
}

/** Years from entry to the session: the family's usual length, or more where the nomenclature's dates say so. */
function dureeOf(certification: Certification): number {
  const { dateOuverture, premiereSession } = certification;
  const usual = usualDuree(certification);
  if (dateOuverture === null || premiereSession === null) return usual;
  const years = premiereSession - Number(dateOuverture.slice(0, 4));
  return years > usual && years <= 3 ? years : usual;
}

/**
 * Whether nobody can enter yet. The first session rules where it is known: the BTSA of 2023 were entered in
 * September 2021, though the BCN opens their code in 2022.
 */
function opensLater(certification: Certification, rentree: IsoDate): boolean {
  const { dateOuverture, premiereSession } = certification;
  if (dateOuverture === null || dateOuverture <= rentree) return false;
  return (
    premiereSession === null || premiereSession - usualDuree(certification) > Number(rentree.slice(0, 4))
  );
}

/** Year of the last session: its own cell, else that of the closing date. */
function lastSession({ derniereSession, dateFermeture }: Certification): number | null {
  return derniereSession ?? (dateFermeture === null ? null : Number(dateFermeture.slice(0, 4)));
}

/** Situation of a certification at a rentrée. */
export function situationAt(certification: Certification, rentree: IsoDate): Situation {
  const { dateFermeture, dateOuverture, premiereSession } = certification;
  const year = Number(rentree.slice(0, 4));
  const last = lastSession(certification);
  const late = last === null ? 0 : year + dureeOf(certification) - last;
  const fermee = dateFermeture !== null && dateFermeture <= rentree;
  return {
    fermee,
    fermeSousUnAn: !fermee && dateFermeture !== null && dateFermeture <= plus(rentree, 1),
    fermeSousDeuxAns:
      dateFermeture !== null && dateFermeture > plus(rentree, 1) && dateFermeture <= plus(rentree, 2),
    ouvrePlusTard: opensLater(certification, rentree),
    recente: dateOuverture !== null && dateOuverture <= rentree && dateOuverture > plus(rentree, -2),
    entreeManqueeDUnAn: late === 1,
    entreeManquee: late > 1,
    premiereEntree: premiereSession !== null && premiereSession === year + dureeOf(certification),
    sansDate: dateOuverture === null && dateFermeture === null,
    sansFermeture: dateFermeture === null,
    ouvreALaRentree: dateOuverture !== null && dateOuverture <= rentree && dateOuverture > plus(rentree, -1),
    premiereAnneeFermee: !fermee && premiereAnneeA(certification.premieresAnnees, rentree) === 'fermee',
  };
}
