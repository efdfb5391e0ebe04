import { FAMILLES } from '../labels/famille-lexicon.ts';
import type { NiveauIndique } from '../labels/level-hint.ts';

interface Reading {
  readonly levelAsked: boolean;
  readonly pattern: RegExp;
  readonly weight: number;
}

const READINGS: ReadonlyMap<string, readonly Reading[]> = new Map(
  FAMILLES.map(({ nom, niveaux }) => [
    nom,
    Object.entries(niveaux).map(([pattern, weight]) => ({
      levelAsked: pattern.startsWith('?'),
      pattern: new RegExp(`^${pattern.replace(/^\?/, '.')}`),
      weight,
    })),
  ]),
);

/** A level that the text does not say is likely, one that it contradicts is not. */
const LEVEL_UNSAID = 0.85;
const LEVEL_DENIED = 0.1;

/** How well a code family (first three characters of the CFD) fits a named family and level, 0 to 1. */
export function familleFit(famille: string, niveau: string, indique: NiveauIndique): number {
  let best = 0;
  for (const { levelAsked, pattern, weight } of READINGS.get(famille) ?? []) {
    if (weight <= best || !pattern.test(niveau)) continue;
    const level =
      !levelAsked || indique.size === 0
        ? levelAsked
          ? LEVEL_UNSAID
          : 1
        : (indique.get(niveau.charAt(0)) ?? LEVEL_DENIED);
    best = Math.max(best, weight * level);
  }
  return best;
}

/** From this fit on, a code family is one of those that a named family means. */
export const MEANT = 0.9;

/** Fit of every code family to a named family and level, worked out once for all formations that say the same. */
export class FamilleScale {
  private readonly known = new Map<string, ReadonlyMap<string, number>>();
  private readonly soles = new Map<ReadonlyMap<string, number>, string | null>();
  private readonly niveaux: readonly string[];

  constructor(niveaux: readonly string[]) {
    this.niveaux = niveaux;
  }

  /** Fit by code family; undefined where no family is named. */
  of(famille: string | null, indique: NiveauIndique): ReadonlyMap<string, number> | undefined {
    if (famille === null) return undefined;
    let key = famille;
    for (const [digit, weight] of indique) key += `|${digit}${String(weight)}`;
    let fits = this.known.get(key);
    if (fits === undefined) {
      fits = new Map(this.niveaux.map((niveau) => [niveau, familleFit(famille, niveau, indique)]));
      this.known.set(key, fits);
    }
    return fits;
  }

  /** The only code family that a named one means; null where it means several ("titre", "MC") or none. */
  soleOf(famille: string | null, indique: NiveauIndique): string | null {
    const fits = this.of(famille, indique);
    if (fits === undefined) return null;
    let sole = this.soles.get(fits);
    if (sole === undefined) {
      const meant = [...fits].filter(([, fit]) => fit >= MEANT);
      sole = meant.length === 1 ? (meant[0]?.[0] ?? null) : null;
      this.soles.set(fits, sole);
    }
    return sole;
  }
}
