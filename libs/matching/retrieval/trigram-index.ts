import type { LabelIndex } from './label-index.ts';

/** A trigram that more labels than this share have tells nothing, and its list is long to read. */
const COMMON_SHARE = 0.04;
const COMMON_MIN = 400;
const LETTERS = 37;

/**
 * The second string of retrieval: labels that share runs of three letters with the query, whatever its words.
 * Glued words, several typos in one word and missing letters leave no word to follow, and most of the runs.
 * Built the first time that a query needs it; postings in typed arrays.
 */
export class TrigramIndex {
  private readonly index: LabelIndex;
  private readonly start: Int32Array;
  private readonly posting: Int32Array;
  /** Trigrams of each label. */
  private readonly size: Int32Array;
  private readonly shared: Int32Array;
  private readonly longest: number;

  constructor(index: LabelIndex) {
    this.index = index;
    const { labels } = index;
    const grams = labels.map(({ coeur }) => trigramsOf(coeur));
    const start = new Int32Array(LETTERS ** 3 + 1);
    for (const list of grams) for (const gram of list) start[gram + 1] = (start[gram + 1] ?? 0) + 1;
    for (let i = 1; i < start.length; i++) start[i] = (start[i] ?? 0) + (start[i - 1] ?? 0);
    const next = start.slice();
    this.posting = new Int32Array(start[start.length - 1] ?? 0);
    grams.forEach((list, label) => {
      for (const gram of list) {
        const at = next[gram] ?? 0;
        next[gram] = at + 1;
        this.posting[at] = label;
      }
    });
    this.start = start;
    this.size = Int32Array.from(grams, (list) => list.length);
    this.shared = new Int32Array(labels.length);
    this.longest = Math.max(COMMON_MIN, labels.length * COMMON_SHARE);
  }

  /**
   * Ranks of the certifications whose labels are nearest to a text by their trigrams (Dice's coefficient), at
   * most `limit`, none below `floor`; ties in the order of the certifications.
   */
  nearest(texte: string, limit: number, floor: number): readonly number[] {
    const grams = trigramsOf(texte);
    const touched: number[] = [];
    for (const gram of grams) {
      const from = this.start[gram] ?? 0;
      const to = this.start[gram + 1] ?? 0;
      if (to - from > this.longest) continue;
      for (let p = from; p < to; p++) {
        const label = this.posting[p] ?? 0;
        if ((this.shared[label] ?? 0) === 0) touched.push(label);
        this.shared[label] = (this.shared[label] ?? 0) + 1;
      }
    }
    const best = new Map<number, number>();
    for (const label of touched) {
      const likeness = (2 * (this.shared[label] ?? 0)) / (grams.length + (this.size[label] ?? 0));
      this.shared[label] = 0;
      const owner = this.index.labelOwner[label] ?? 0;
      if (likeness >= floor && likeness > (best.get(owner) ?? 0)) best.set(owner, likeness);
    }
    return [...best]
      .sort((a, b) => b[1] - a[1] || a[0] - b[0])
      .slice(0, limit)
      .map(([owner]) => owner);
  }
}

/** The distinct runs of three letters or digits of a text, blanks and signs apart, as numbers. */
export function trigramsOf(texte: string): readonly number[] {
  const codes: number[] = [];
  for (let i = 0; i < texte.length; i++) {
    const code = texte.charCodeAt(i);
    if (code >= 97 && code <= 122) codes.push(code - 97);
    else if (code >= 48 && code <= 57) codes.push(code - 48 + 26);
  }
  const grams = new Set<number>();
  for (let i = 0; i + 2 < codes.length; i++) {
    grams.add(((codes[i] ?? 0) * LETTERS + (codes[i + 1] ?? 0)) * LETTERS + (codes[i + 2] ?? 0));
  }
  return [...grams];
}
