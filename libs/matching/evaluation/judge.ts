import type { Concordance } from '../concordance/concordance.ts';
import type { MatchResult } from '../match-result.ts';
import type { IsoDate } from '../reference-data.ts';
import type { Matcher } from '../matcher.ts';
import { contradictsLabel } from './contradicts-label.ts';
import type { DistinctLabel } from './labelled-row.ts';

/**
 * Whether a label's truth can be judged from its text: `jugeable`, or why it is set apart. FCIL share generic
 * codes; a truth closed at the rentrée is a stale code of the listing, not what the label names.
 */
export type Jugement = 'jugeable' | 'sans vérité' | 'générique' | 'vérité fermée' | 'vérité inconnue';

/** The engine's answer to one distinct label, against its truth. */
export interface JudgedLabel {
  readonly label: DistinctLabel;
  readonly jugement: Jugement;
  readonly resultat: MatchResult;
  readonly juste: boolean;
  /** Rank of the first right candidate, from 1; 0 where none is. */
  readonly rang: number;
  readonly accepte: boolean;
  /** Its truth contradicts the label, or its own rows contradict its truth: counted as any other, and measured without too. */
  readonly contredite: boolean;
}

const GENERIQUE = /^[345]81999/;

/** Why a label is judged or set apart. */
export function jugementOf(label: DistinctLabel, concordance: Concordance, rentree: IsoDate): Jugement {
  const [truth] = label.verites;
  if (truth === undefined) return 'sans vérité';
  if (GENERIQUE.test(truth.cfd)) return 'générique';
  const certification = concordance.get(`CFD:${truth.cfd}`);
  if (certification === undefined) return 'vérité inconnue';
  const { dateFermeture } = certification;
  return dateFermeture !== null && dateFermeture <= rentree ? 'vérité fermée' : 'jugeable';
}

/**
 * Matches each label and compares the answer with its truths: any code that its rows carry is right.
 *
 * @param contreditesParLigne whether the rows of a label contradict its truth; where none can say so, none does
 */
export function judge(
  labels: readonly DistinctLabel[],
  matcher: Matcher,
  concordance: Concordance,
  rentree: IsoDate,
  contreditesParLigne: (label: DistinctLabel) => boolean = () => false,
): JudgedLabel[] {
  return labels.map((label) => {
    const resultat = matcher.match(label.formation);
    const right = new Set(label.verites.map(({ cfd }) => cfd));
    const isRight = (cfd: string | null): boolean => cfd !== null && right.has(cfd);
    return {
      label,
      jugement: jugementOf(label, concordance, rentree),
      resultat,
      juste: isRight(resultat.cfd),
      rang: resultat.candidats.findIndex(({ cfd }) => isRight(cfd)) + 1,
      accepte: resultat.statut === 'apparie',
      contredite:
        contreditesParLigne(label) ||
        contradictsLabel(matcher.pairs(label.formation), ({ cfd }) => isRight(cfd)),
    };
  });
}
