import type { Concordance } from '../concordance/concordance.ts';
import { upperBound } from '../model/clopper-pearson.ts';
import type { OrigineIndirecte, VeriteIndirecte } from './indirect-truth.ts';
import type { JudgedLabel } from './judge.ts';

/**
 * An answer against the indirect truths of its label. `équivalente`: the common year of the right one or one of its
 * specialities, the diploma that it replaced or that replaces it while both are open, or one of several codes of the
 * fiche that the row names.
 */
export type VerdictIndirect = 'juste' | 'équivalente' | 'fausse' | 'injugeable';

/** A label without a truth, as judged by what its rows say otherwise. */
export interface SansVeriteJugee {
  readonly judged: JudgedLabel;
  readonly verites: readonly VeriteIndirecte[];
  readonly verdict: VerdictIndirect;
}

/**
 * Judges an answer: right where any row of the label says so, as `judge` does with true codes.
 *
 * @param filiations nomenclatures that say which diploma replaced which, and the common years; one is enough
 */
export function indirectVerdict(
  cfd: string | null,
  verites: readonly VeriteIndirecte[],
  filiations: readonly Concordance[],
): VerdictIndirect {
  if (verites.length === 0) return 'injugeable';
  const single = verites.filter(({ plusieurs }) => !plusieurs);
  const holds = single.filter(({ codes }) => cfd !== null && codes.includes(cfd));
  if (holds.some(({ codes }) => codes.length === 1)) return 'juste';
  const near = verites.some(({ codes, plusieurs }) =>
    codes.some(
      (code) => cfd !== null && filiations.some((known) => (plusieurs ? isEntry : isNear)(cfd, code, known)),
    ),
  );
  return holds.length > 0 || near ? 'équivalente' : 'fausse';
}

/** One is the common year of the other, or of what replaced it: the tables name the specialities of later years. */
function isEntry(cfd: string, other: string, concordance: Concordance): boolean {
  const renewed = (code: string): readonly string[] => [
    code,
    ...(concordance.get(`CFD:${code}`)?.nouveaux ?? []),
  ];
  const leads = (entry: string, speciality: string): boolean =>
    concordance
      .anneesCommunes(entry)
      .some(({ entree, specialite }) => entree === entry && renewed(speciality).includes(specialite));
  return leads(cfd, other) || leads(other, cfd);
}

function isNear(cfd: string, other: string, concordance: Concordance): boolean {
  const certification = concordance.get(`CFD:${cfd}`);
  return (
    isEntry(cfd, other, concordance) ||
    certification?.anciens.includes(other) === true ||
    certification?.nouveaux.includes(other) === true
  );
}

/** Accepted answers to labels without a truth, by verdict. */
export interface BilanSansVerite {
  readonly etiquettes: number;
  readonly acceptees: number;
  readonly verdicts: Readonly<Record<VerdictIndirect, number>>;
  /** Where the truths that judged the accepted ones were found. */
  readonly origines: Readonly<Partial<Record<OrigineIndirecte, number>>>;
  /** Exact bounds (95 %, each side) of the share of wrong ones among the accepted that can be judged. */
  readonly bornes: readonly [number, number];
}

/** Counts the accepted answers by verdict. */
export function tallyIndirect(labels: readonly SansVeriteJugee[]): BilanSansVerite {
  const accepted = labels.filter(({ judged }) => judged.accepte);
  const verdicts = { juste: 0, équivalente: 0, fausse: 0, injugeable: 0 };
  const origines: Partial<Record<OrigineIndirecte, number>> = {};
  for (const { verdict, verites } of accepted) {
    verdicts[verdict]++;
    const origine = verites[0]?.origine;
    if (origine !== undefined) origines[origine] = (origines[origine] ?? 0) + 1;
  }
  const judged = accepted.length - verdicts.injugeable;
  return {
    etiquettes: labels.length,
    acceptees: accepted.length,
    verdicts,
    origines,
    bornes: [1 - upperBound(judged - verdicts.fausse, judged), upperBound(verdicts.fausse, judged)],
  };
}
