import type { CodeCertification } from '../match-result.ts';
import type { Indicateur, TypeTerritoire } from './chiffres.ts';
import type { LieuCherche } from './lieux-cherches.ts';
import type { PaquetLu } from './paquet.ts';
import type { IndexIndicateurs } from './rattacher.ts';

const NONE: readonly Indicateur[] = [];

/** A place, with its lines in each packet that has some. */
interface LieuRange {
  readonly territoire: TypeTerritoire;
  readonly codeTerritoire: string;
  readonly plages: { readonly paquet: PaquetLu; readonly debut: number; readonly fin: number }[];
  /** Lines that were asked for: the same row asks several times. */
  readonly lues: Map<CodeCertification, readonly Indicateur[]>;
  lignes: number;
}

/** Published lines in memory, by place and code. They stay packed until they are asked for. */
export class IndicateursRanges implements IndexIndicateurs {
  private readonly lieux = new Map<string, LieuRange>();

  add(paquet: PaquetLu): void {
    for (const { territoire, codeTerritoire, debut, fin } of paquet.lieux) {
      const key = keyOf(territoire, codeTerritoire);
      let lieu = this.lieux.get(key);
      if (lieu === undefined) {
        lieu = { territoire, codeTerritoire, plages: [], lues: new Map(), lignes: 0 };
        this.lieux.set(key, lieu);
      }
      lieu.plages.push({ paquet, debut, fin });
      lieu.lignes += fin - debut;
    }
  }

  at(territoire: TypeTerritoire, codeTerritoire: string, code: CodeCertification): readonly Indicateur[] {
    const lieu = this.lieux.get(keyOf(territoire, codeTerritoire));
    return lieu === undefined ? NONE : linesAt(lieu, code);
  }

  /** All the lines of some codes at a place, always in the same order. */
  of(
    { territoire, codeTerritoire }: LieuCherche,
    codes: ReadonlySet<CodeCertification>,
  ): readonly Indicateur[] {
    const lieu = this.lieux.get(keyOf(territoire, codeTerritoire));
    if (lieu === undefined) return NONE;
    const found: Indicateur[] = [];
    if (codes.size < lieu.lignes) {
      for (const code of codes) found.push(...linesAt(lieu, code));
      return found;
    }
    const named = new Set<CodeCertification>();
    for (const { paquet, debut, fin } of lieu.plages) {
      for (let index = debut; index < fin; index += 1) {
        const code = paquet.codeOf(index);
        if (codes.has(code)) named.add(code);
      }
    }
    for (const code of codes) if (named.has(code)) found.push(...linesAt(lieu, code));
    return found;
  }
}

function linesAt(lieu: LieuRange, code: CodeCertification): readonly Indicateur[] {
  const known = lieu.lues.get(code);
  if (known !== undefined) return known;
  const found: Indicateur[] = [];
  for (const { paquet, debut, fin } of lieu.plages) {
    const first = paquet.chercher(code, debut, fin);
    if (first < 0) continue;
    for (let index = first; index < fin && paquet.codeOf(index) === code; index += 1)
      found.push(paquet.ligneAt(index, lieu.territoire, lieu.codeTerritoire));
  }
  if (found.length > 0) lieu.lues.set(code, found);
  return found;
}

function keyOf(territoire: TypeTerritoire, codeTerritoire: string): string {
  return `${territoire} ${codeTerritoire}`;
}
