import { upperBound } from './clopper-pearson.ts';
import type { Model, SeuilCertifie } from './model.ts';

/** An answer whose truth is known: what a threshold is chosen from. One a label. */
export interface Juge {
  readonly confiance: number;
  readonly juste: boolean;
}

/** No threshold certifies the risk: nothing may be accepted. */
export const AUCUN_SEUIL = Number.POSITIVE_INFINITY;

/**
 * The lowest threshold above which the error, bounded from above by the exact binomial law (95 %), stays at
 * most `risque`. Labels count once each, whatever the number of rows behind them.
 */
export function certifyThreshold(judged: readonly Juge[], risque: number, strate: string): SeuilCertifie {
  const sorted = [...judged].sort((a, b) => b.confiance - a.confiance);
  let best: SeuilCertifie = { strate, risque, seuil: AUCUN_SEUIL, acceptes: 0, faux: 0, borne: 1 };
  let faux = 0;
  for (let i = 0; i < sorted.length; i++) {
    const one = sorted[i];
    if (!one) break;
    if (!one.juste) faux++;
    // A threshold lies between two distinct values only.
    if (sorted[i + 1]?.confiance === one.confiance) continue;
    const borne = upperBound(faux, i + 1);
    if (borne <= risque) best = { strate, risque, seuil: one.confiance, acceptes: i + 1, faux, borne };
  }
  return best;
}

/**
 * The certified threshold, raised until the error measured above it stays at most `marge` of the risk: the bound says
 * what may be expected, not what must be spent. What is left is for the rows that bear a wrong code, which no threshold
 * removes, and for labels a little harder than those that the rules were written on.
 *
 * @param judged the answers that were certified
 */
export function withMargin(certified: SeuilCertifie, judged: readonly Juge[], marge: number): SeuilCertifie {
  const { risque, strate } = certified;
  return { ...tightenForStratum(judged, { ...certified, risque: risque * marge }, strate), risque };
}

/**
 * A stricter threshold for a weaker stratum, which would hide behind the others: the lowest, not below that of
 * all, above which the error measured in the stratum stays at most the risk. The exact bound holds for all the
 * answers together; that of the stratum, wider since its labels are fewer, is given with it.
 * @param judged answers of the stratum, those whose truth contradicts the label included.
 */
export function tightenForStratum(
  judged: readonly Juge[],
  toutes: SeuilCertifie,
  strate: string,
): SeuilCertifie {
  const sorted = judged
    .filter(({ confiance }) => confiance >= toutes.seuil)
    .sort((a, b) => b.confiance - a.confiance);
  const none = { strate, risque: toutes.risque, seuil: AUCUN_SEUIL, acceptes: 0, faux: 0, borne: 1 };
  let best: SeuilCertifie = none;
  let faux = 0;
  sorted.forEach((one, i) => {
    if (!one.juste) faux++;
    if (sorted[i + 1]?.confiance === one.confiance || faux > toutes.risque * (i + 1)) return;
    best = { ...none, seuil: one.confiance, acceptes: i + 1, faux, borne: upperBound(faux, i + 1) };
  });
  return best;
}

/** The model's threshold for a risk: that of the largest certified risk not above the one asked. */
export function thresholdFor(model: Model, risque: number, strate: string): number {
  const fitting = model.seuils.filter((seuil) => seuil.risque <= risque + 1e-12);
  const own = fitting.filter((seuil) => seuil.strate === strate);
  const usable = own.length > 0 ? own : fitting.filter((seuil) => seuil.strate === 'toutes');
  const chosen = usable.reduce<SeuilCertifie | null>(
    (best, seuil) => (best === null || seuil.risque > best.risque ? seuil : best),
    null,
  );
  return chosen?.seuil ?? AUCUN_SEUIL;
}
