import { upperBound } from '#matching';

/** A share seen on a sample, and what the sample proves of it. */
export interface Proportion {
  readonly valeur: number;
  /** Exact two-sided 95 % interval (Clopper–Pearson). */
  readonly basse: number;
  readonly haute: number;
}

/** Each side of a two-sided 95 % interval leaves 2.5 % out. */
const SIDE = 0.975;

/** @returns null where nothing was seen */
export function proportion(success: number, total: number): Proportion | null {
  if (total === 0) return null;
  return {
    valeur: success / total,
    basse: 1 - upperBound(total - success, total, SIDE),
    haute: upperBound(success, total, SIDE),
  };
}
