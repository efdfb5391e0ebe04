import { upperBound } from '../model/clopper-pearson.ts';
import type { JudgedLabel } from './judge.ts';

/** Quality over a group of labels; shares between 0 and 1, null where the group is empty. */
export interface Mesure {
  readonly etiquettes: number;
  readonly lignes: number;
  /** Right at rank 1, in the first five, by distinct label. */
  readonly justes: number | null;
  readonly dansLesCinq: number | null;
  readonly justesParLigne: number | null;
  /** Labels whose truth contradicts them, and the share right without them. */
  readonly contredites: number;
  readonly justesSansContredites: number | null;
  /** Share accepted without a human, and wrong among the accepted. */
  readonly acceptees: number | null;
  readonly accepteesParLigne: number | null;
  readonly fausses: number | null;
  readonly faussesParLigne: number | null;
  /** Number of accepted labels that are wrong, and the exact upper bound (95 %) of their share. */
  readonly nombreFausses: number;
  readonly borneFausses: number;
  /** Expected calibration error over ten equal slices of confidence. */
  readonly erreurDeCalibration: number | null;
  /** Set apart: no truth, generic code, truth closed at the rentrée; accepted among those without a truth. */
  readonly aPart: Readonly<Record<string, number>>;
  readonly aPartAcceptees: Readonly<Record<string, number>>;
}

/** One slice of a reliability diagram. */
export interface TrancheDeFiabilite {
  readonly de: number;
  readonly a: number;
  readonly etiquettes: number;
  readonly confianceMoyenne: number;
  readonly partJuste: number;
}

/** One point of the curve of accepted share against error. */
export interface PointAcceptation {
  readonly seuil: number;
  readonly acceptees: number;
  readonly fausses: number;
}

const share = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);
const count = (labels: readonly JudgedLabel[], keep: (label: JudgedLabel) => boolean): number =>
  labels.reduce((sum, label) => sum + (keep(label) ? 1 : 0), 0);
const rows = (labels: readonly JudgedLabel[], keep: (label: JudgedLabel) => boolean = () => true): number =>
  labels.reduce((sum, label) => sum + (keep(label) ? label.label.lignes : 0), 0);

/** The labels whose truth can be judged. */
export function jugeables(labels: readonly JudgedLabel[]): JudgedLabel[] {
  return labels.filter(({ jugement }) => jugement === 'jugeable');
}

/** Measures a group of judged labels; those set apart are counted, not judged. */
export function measure(labels: readonly JudgedLabel[]): Mesure {
  const judged = jugeables(labels);
  const coherent = judged.filter(({ contredite }) => !contredite);
  const accepted = judged.filter(({ accepte }) => accepte);
  const wrong = count(accepted, ({ juste }) => !juste);
  const apart: Record<string, number> = {};
  const acceptedApart: Record<string, number> = {};
  for (const { jugement, accepte } of labels) {
    if (jugement === 'jugeable') continue;
    apart[jugement] = (apart[jugement] ?? 0) + 1;
    acceptedApart[jugement] = (acceptedApart[jugement] ?? 0) + (accepte ? 1 : 0);
  }
  return {
    etiquettes: judged.length,
    lignes: rows(judged),
    justes: share(
      count(judged, ({ juste }) => juste),
      judged.length,
    ),
    dansLesCinq: share(
      count(judged, ({ rang }) => rang >= 1 && rang <= 5),
      judged.length,
    ),
    contredites: judged.length - coherent.length,
    justesSansContredites: share(
      count(coherent, ({ juste }) => juste),
      coherent.length,
    ),
    justesParLigne: share(
      rows(judged, ({ juste }) => juste),
      rows(judged),
    ),
    acceptees: share(accepted.length, judged.length),
    accepteesParLigne: share(rows(accepted), rows(judged)),
    fausses: share(wrong, accepted.length),
    faussesParLigne: share(
      rows(accepted, ({ juste }) => !juste),
      rows(accepted),
    ),
    nombreFausses: wrong,
    borneFausses: upperBound(wrong, accepted.length),
    erreurDeCalibration: calibrationError(judged),
    aPart: apart,
    aPartAcceptees: acceptedApart,
  };
}

const SLICES = 10;

/** Reliability by slice of confidence: is what is said at 90 % right nine times out of ten? */
export function reliability(labels: readonly JudgedLabel[]): TrancheDeFiabilite[] {
  const judged = jugeables(labels);
  return Array.from({ length: SLICES }, (_, slice) => {
    const inside = judged.filter(
      ({ resultat }) => Math.min(SLICES - 1, Math.floor(resultat.confiance * SLICES)) === slice,
    );
    const total = inside.length || 1;
    return {
      de: slice / SLICES,
      a: (slice + 1) / SLICES,
      etiquettes: inside.length,
      confianceMoyenne: inside.reduce((sum, { resultat }) => sum + resultat.confiance, 0) / total,
      partJuste: count(inside, ({ juste }) => juste) / total,
    };
  });
}

function calibrationError(judged: readonly JudgedLabel[]): number | null {
  if (judged.length === 0) return null;
  return reliability(judged).reduce(
    (sum, { etiquettes, confianceMoyenne, partJuste }) =>
      sum + (Math.abs(confianceMoyenne - partJuste) * etiquettes) / judged.length,
    0,
  );
}

/** Accepted share and error for every threshold worth trying, from the strictest to the loosest. */
export function acceptanceCurve(labels: readonly JudgedLabel[]): PointAcceptation[] {
  const sorted = [...jugeables(labels)].sort((a, b) => b.resultat.confiance - a.resultat.confiance);
  const points: PointAcceptation[] = [];
  let wrong = 0;
  sorted.forEach(({ juste, resultat }, i) => {
    if (!juste) wrong++;
    if (sorted[i + 1]?.resultat.confiance === resultat.confiance) return;
    points.push({ seuil: resultat.confiance, acceptees: (i + 1) / sorted.length, fausses: wrong / (i + 1) });
  });
  return points;
}
