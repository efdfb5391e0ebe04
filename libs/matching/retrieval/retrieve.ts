import type { LabelIndex } from './label-index.ts';
import type { Expansion } from './expand-word.ts';

/** A word of the query with its readings and its weight (idf × segment). */
export interface QueryWord {
  readonly texte: string;
  readonly poids: number;
  /** Piece of the label it stands in. */
  readonly morceau: number;
  readonly expansion: Expansion;
}

/** A certification that the labels bring up, with its best score. */
export interface Retrieved {
  readonly certification: number;
  readonly score: number;
}

/** Multiplies the score of a certification by what is known of it beside its words. */
export type Affinity = (certification: number) => number;

/** Below this many postings a word may bring labels in; longer lists only add to labels already met. */
const LONG_POSTING_SHARE = 0.08;
const LONG_POSTING_MIN = 1500;
const ENOUGH_LABELS = 400;

/** Working memory of one index, reused from query to query. */
export class Retriever {
  private readonly index: LabelIndex;
  private readonly query: Float32Array;
  private readonly document: Float32Array;
  private readonly lastWord: Int32Array;
  private readonly touched: Int32Array;
  private readonly best: Float32Array;
  private readonly bestStamp: Int32Array;
  private serial = 0;
  private stamp = 0;

  constructor(index: LabelIndex) {
    this.index = index;
    this.query = new Float32Array(index.labels.length);
    this.document = new Float32Array(index.labels.length);
    this.lastWord = new Int32Array(index.labels.length);
    this.touched = new Int32Array(index.labels.length);
    this.best = new Float32Array(index.certifications.length);
    this.bestStamp = new Int32Array(index.certifications.length);
  }

  /**
   * The certifications whose labels share most weight with the query, best first, at most `limit`; ties in
   * the order of the certifications.
   *
   * Rare words go first; a word with a long list only adds to the labels already met once there are enough
   * of them, so the cost grows slower than the reference.
   */
  retrieve(words: readonly QueryWord[], limit: number, affinity: Affinity): Retrieved[] {
    const { index, query, document, lastWord, touched } = this;
    const ordered = [...words].sort((a, b) => b.poids - a.poids);
    const total = ordered.reduce((sum, word) => sum + word.poids, 0);
    if (total === 0) return [];
    const longPosting = Math.max(LONG_POSTING_MIN, index.labels.length * LONG_POSTING_SHARE);
    const first = this.serial;
    let count = 0;
    for (const { expansion, poids } of ordered) {
      const serial = ++this.serial;
      const { ids, sims } = expansion;
      for (let e = 0; e < ids.length; e++) {
        const id = ids[e] ?? 0;
        const sim = sims[e] ?? 0;
        const start = index.postingStart[id] ?? 0;
        const end = index.postingStart[id + 1] ?? 0;
        const onlyKnown = end - start > longPosting && count > ENOUGH_LABELS;
        for (let p = start; p < end; p++) {
          const label = index.postingLabel[p] ?? 0;
          const last = lastWord[label] ?? 0;
          if (last === serial) continue;
          if (last <= first) {
            if (onlyKnown) continue;
            touched[count++] = label;
            query[label] = 0;
            document[label] = 0;
          }
          lastWord[label] = serial;
          query[label] = (query[label] ?? 0) + poids * sim;
          document[label] = (document[label] ?? 0) + (index.postingWeight[p] ?? 0) * sim;
        }
      }
    }
    return this.select(count, total, limit, affinity);
  }

  private select(count: number, total: number, limit: number, affinity: Affinity): Retrieved[] {
    const { index, best, bestStamp } = this;
    const stamp = ++this.stamp;
    const owners: number[] = [];
    for (let t = 0; t < count; t++) {
      const label = this.touched[t] ?? 0;
      const q = (this.query[label] ?? 0) / total;
      const d = (this.document[label] ?? 0) / (index.labelWeight[label] || 1);
      // Coverage of the query counts twice: chatter in the reference is rarer than in listings.
      const score = (3 * q * d) / (q + 2 * d + 1e-9);
      const owner = index.labelOwner[label] ?? 0;
      if (bestStamp[owner] !== stamp) {
        bestStamp[owner] = stamp;
        best[owner] = score;
        owners.push(owner);
      } else if (score > (best[owner] ?? 0)) best[owner] = score;
    }
    return topOwners(owners, best, limit, affinity);
  }
}

/** Keeps the `limit` best of the owners with a bounded, sorted list. */
function topOwners(
  owners: readonly number[],
  best: Float32Array,
  limit: number,
  affinity: Affinity,
): Retrieved[] {
  const kept: Retrieved[] = [];
  let floor = 0;
  for (const certification of owners) {
    const raw = best[certification] ?? 0;
    if (kept.length === limit && raw * MAX_AFFINITY <= floor) continue;
    const score = raw * affinity(certification);
    if (kept.length === limit && score <= floor) continue;
    let at = kept.length;
    while (at > 0 && isBefore(score, certification, kept[at - 1])) at--;
    kept.splice(at, 0, { certification, score });
    if (kept.length > limit) kept.pop();
    if (kept.length === limit) floor = kept[limit - 1]?.score ?? 0;
  }
  return kept;
}

/** No affinity may exceed this, so that weak labels are dropped before asking for theirs. */
export const MAX_AFFINITY = 1.6;

function isBefore(score: number, certification: number, other: Retrieved | undefined): boolean {
  if (other === undefined) return false;
  return score > other.score || (score === other.score && certification < other.certification);
}
