import { canonicalLabel } from '../features/prepare-demande.ts';
import type { Formation } from '../formation.ts';
import { splitLabel } from '../labels/split-label.ts';
import { stem } from '../labels/stem.ts';
import type { CodeCertification } from '../match-result.ts';
import { wordKey, type MotsAppris, type Oubli } from '../model/learned-words.ts';
import type { IsoDate } from '../reference-data.ts';

/** A label of a training listing, as written, and a code it leads to. */
export interface LabelledWords {
  readonly cle: string;
  readonly code: CodeCertification;
  readonly formation: Pick<Formation, 'libelle' | 'specialite'>;
  readonly rentree: IsoDate;
}

/** Lighter words (the school's name, chatter) say nothing of the certification. */
const LEAST_WEIGHT = 0.3;

function keysOf({ formation, rentree }: LabelledWords): number[] {
  return splitLabel(canonicalLabel(formation), rentree, false)
    .mots.filter(({ poids }) => poids >= LEAST_WEIGHT)
    .map(({ texte }) => wordKey(stem(texte)));
}

/** The words of the distinct labels that lead to each code; one of them can be forgotten while it is learned from. */
export class WordCount {
  private readonly keys = new Map<CodeCertification, Map<string, Set<number>>>();
  private readonly codesOf = new Map<string, Set<CodeCertification>>();

  constructor(labels: readonly LabelledWords[]) {
    for (const label of labels) {
      const { cle, code } = label;
      const byLabel = this.keys.get(code) ?? new Map<string, Set<number>>();
      this.keys.set(code, byLabel);
      const known = byLabel.get(cle) ?? new Set<number>();
      byLabel.set(cle, known);
      for (const key of keysOf(label)) known.add(key);
      this.codesOf.set(cle, (this.codesOf.get(cle) ?? new Set()).add(code));
    }
  }

  counts(): MotsAppris {
    return Object.fromEntries(
      [...this.keys]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([code, byLabel]) => {
          const counts = new Map<number, number>();
          for (const keys of byLabel.values())
            for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
          const mots = new Map([...counts].sort(([a], [b]) => a - b));
          return [code, { etiquettes: byLabel.size, mots }];
        }),
    );
  }

  /** What this label said, to forget while it is learned from. */
  forget(cle: string): Oubli {
    return new Map(
      [...(this.codesOf.get(cle) ?? [])].map((code) => [code, this.keys.get(code)?.get(cle) ?? new Set()]),
    );
  }
}
