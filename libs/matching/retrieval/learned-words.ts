import type { CodeCertification } from '../match-result.ts';
import type { MotsAppris, MotsDuCode, Oubli } from '../model/learned-words.ts';

/** What the share of a word is smoothed by: one label alone says less than three that agree. */
const PRIOR = 0.5;

/** The words that labels leading to a certification were seen to hold, beside the words of its own labels. */
export class LearnedWords {
  private readonly codes: readonly CodeCertification[];
  private readonly byRang: readonly (MotsDuCode | undefined)[];
  /** Ranks of the certifications that a word was seen with. */
  private readonly ranksOf = new Map<number, number[]>();

  constructor(codes: readonly CodeCertification[], words: MotsAppris) {
    this.codes = codes;
    this.byRang = codes.map((code) => words[code]);
    this.byRang.forEach((known, rang) => {
      for (const key of known?.mots.keys() ?? []) {
        const ranks = this.ranksOf.get(key);
        if (ranks === undefined) this.ranksOf.set(key, [rang]);
        else ranks.push(rang);
      }
    });
  }

  /**
   * Share of the labels of a certification that hold each word, 0 to 1, in the order of the words; null where no
   * label is known.
   *
   * @param keys keys of the words of the query
   * @param oubli a learned label not to count
   */
  sharesOf(rang: number, keys: readonly number[], oubli: Oubli | null): Float32Array | null {
    const known = this.byRang[rang];
    if (known === undefined) return null;
    const forgotten = this.forgottenOf(rang, oubli);
    const labels = known.etiquettes - (forgotten === undefined ? 0 : 1);
    if (labels <= 0) return null;
    return Float32Array.from(keys, (key) => share(known, labels, key, forgotten));
  }

  /** Ranks of the certifications by the weight of the query's words that their labels hold, the heaviest first. */
  nearest(
    mots: readonly { readonly poids: number }[],
    keys: readonly number[],
    oubli: Oubli | null,
    isEligible: (rang: number) => boolean,
  ): readonly number[] {
    const scores = new Map<number, number>();
    keys.forEach((key, i) => {
      const poids = mots[i]?.poids ?? 0;
      for (const rang of this.ranksOf.get(key) ?? []) {
        const known = this.byRang[rang];
        if (known === undefined || !isEligible(rang)) continue;
        const forgotten = this.forgottenOf(rang, oubli);
        const labels = known.etiquettes - (forgotten === undefined ? 0 : 1);
        if (labels <= 0) continue;
        scores.set(rang, (scores.get(rang) ?? 0) + poids * share(known, labels, key, forgotten));
      }
    });
    return [...scores]
      .filter(([, score]) => score > 0)
      .sort(([a, scoreA], [b, scoreB]) => scoreB - scoreA || a - b)
      .map(([rang]) => rang);
  }

  private forgottenOf(rang: number, oubli: Oubli | null): ReadonlySet<number> | undefined {
    const code = this.codes[rang];
    return code === undefined ? undefined : oubli?.get(code);
  }
}

function share(
  { mots }: MotsDuCode,
  labels: number,
  key: number,
  forgotten: ReadonlySet<number> | undefined,
): number {
  const held = (mots.get(key) ?? 0) - (forgotten?.has(key) === true ? 1 : 0);
  return held / (labels + PRIOR);
}
