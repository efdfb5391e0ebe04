/** What a snapshot is compared by. */
export interface SnapshotFigures {
  readonly acceptees: number;
  readonly refusees: number;
  /** What names its rows (CFD, MEF, UAI…). */
  readonly codes: ReadonlySet<string>;
}

/** How far a snapshot may be from the last one before someone must look at it; shares from 0 to 1. */
export interface DistanceLimits {
  /** Greatest change of the number of accepted rows, up or down. */
  readonly lignes: number;
  /** Greatest rise of the share of refused rows. */
  readonly refus: number;
  /** Greatest share of the former codes that may be gone. */
  readonly codesDisparus: number;
}

/**
 * A nomenclature grows by a few percent a year and hardly ever loses a code: closed diplomas stay in it. Larger
 * changes are cut files, other perimeters, or a producer that changed its codes.
 */
export const DEFAULT_DISTANCE_LIMITS: DistanceLimits = { lignes: 0.2, refus: 0.02, codesDisparus: 0.05 };

export type DistanceReason = 'LIGNES' | 'REFUS' | 'CODES_DISPARUS';

export interface SnapshotDistance {
  /** Change of the number of accepted rows: 0.1 for a tenth more. Infinite from none to some. */
  readonly lignes: number;
  readonly partRefuseeAvant: number;
  readonly partRefuseeApres: number;
  readonly disparus: readonly string[];
  readonly nouveaux: number;
  /** Share of the former codes that are gone. */
  readonly partDisparue: number;
  /** What is beyond the limits; a snapshot with any waits for a human. */
  readonly raisons: readonly DistanceReason[];
}

/** Compares a snapshot with the one that it would replace. The vanished codes are sorted. */
export function snapshotDistance(
  avant: SnapshotFigures,
  apres: SnapshotFigures,
  limites: DistanceLimits = DEFAULT_DISTANCE_LIMITS,
): SnapshotDistance {
  const disparus = [...avant.codes].filter((code) => !apres.codes.has(code)).sort();
  const nouveaux = [...apres.codes].filter((code) => !avant.codes.has(code)).length;
  const lignes = change(avant.acceptees, apres.acceptees);
  const partRefuseeAvant = refusedShare(avant);
  const partRefuseeApres = refusedShare(apres);
  const partDisparue = avant.codes.size === 0 ? 0 : disparus.length / avant.codes.size;
  const raisons: DistanceReason[] = [];
  if (Math.abs(lignes) > limites.lignes) raisons.push('LIGNES');
  if (partRefuseeApres - partRefuseeAvant > limites.refus) raisons.push('REFUS');
  if (partDisparue > limites.codesDisparus) raisons.push('CODES_DISPARUS');
  return { lignes, partRefuseeAvant, partRefuseeApres, disparus, nouveaux, partDisparue, raisons };
}

function change(before: number, after: number): number {
  if (before === after) return 0;
  return before === 0 ? Infinity : (after - before) / before;
}

function refusedShare({ acceptees, refusees }: SnapshotFigures): number {
  return acceptees + refusees === 0 ? 0 : refusees / (acceptees + refusees);
}
