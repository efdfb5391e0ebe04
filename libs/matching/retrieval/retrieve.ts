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

/** What multiplies the score of a certification beside its words: a factor by group, and one of its own. */
export interface Affinity {
  readonly groupOf: Int16Array;
  readonly byGroup: Float32Array;
  readonly own: Float32Array;
}

/** Below this many postings a word may bring labels in; longer lists only add to labels already met. */
const LONG_POSTING_SHARE = 0.008;
const LONG_POSTING_MIN = 1500;
const ENOUGH_LABELS = 60;
/** A common word read loosely tells nothing that the rarer ones have not told. */
const SURE_READING = 0.8;
const READINGS_FOLLOWED = 16;
const LIKENESS_FOLLOWED = 0.42;
/** Labels that hold less than this share of what the best one holds of the query are not scored. */
const WORTH_SCORING = 0.2;

/** Cells of working memory a label: four, so that a label never spans two cache lines. */
const STRIDE = 4;

/** Working memory of one index, reused from query to query. */
export class Retriever {
  private readonly index: LabelIndex;
  /** Per label, side by side so that one access brings all: weight held of the query, of the label, last word. */
  private readonly held: Float32Array;
  private readonly lastWord: Int32Array;
  private readonly touched: Int32Array;
  private readonly best: Float32Array;
  private readonly bestStamp: Int32Array;
  private serial = 0;
  private stamp = 0;

  constructor(index: LabelIndex) {
    this.index = index;
    const memory = new ArrayBuffer(index.labels.length * STRIDE * Float32Array.BYTES_PER_ELEMENT);
    this.held = new Float32Array(memory);
    this.lastWord = new Int32Array(memory);
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
    const { index, held, lastWord, touched } = this;
    const { postingStart, postingLabel, postingWeight } = index;
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
        // Readings come best first: the far ones only tell candidates apart, they bring none in.
        if (e >= READINGS_FOLLOWED || sim < LIKENESS_FOLLOWED) break;
        const start = postingStart[id] ?? 0;
        const end = postingStart[id + 1] ?? 0;
        const onlyKnown = end - start > longPosting && count > ENOUGH_LABELS;
        if (onlyKnown && sim < SURE_READING) continue;
        for (let p = start; p < end; p++) {
          const label = postingLabel[p] ?? 0;
          const at = label * STRIDE;
          const last = lastWord[at + 2] ?? 0;
          if (last === serial) continue;
          if (last <= first) {
            if (onlyKnown) continue;
            touched[count++] = label;
            held[at] = 0;
            held[at + 1] = 0;
          }
          lastWord[at + 2] = serial;
          held[at] = (held[at] ?? 0) + poids * sim;
          held[at + 1] = (held[at + 1] ?? 0) + (postingWeight[p] ?? 0) * sim;
        }
      }
    }
    return this.select(count, total, limit, affinity);
  }

  private select(count: number, total: number, limit: number, affinity: Affinity): Retrieved[] {
    const { index, best, bestStamp } = this;
    const stamp = ++this.stamp;
    const owners: number[] = [];
    let most = 0;
    for (let t = 0; t < count; t++) {
      const held = this.held[(this.touched[t] ?? 0) * STRIDE] ?? 0;
      if (held > most) most = held;
    }
    const worth = most * WORTH_SCORING;
    for (let t = 0; t < count; t++) {
      const label = this.touched[t] ?? 0;
      const held = this.held[label * STRIDE] ?? 0;
      if (held < worth) continue;
      const q = held / total;
      const d = (this.held[label * STRIDE + 1] ?? 0) / (index.labelWeight[label] || 1);
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
  const { groupOf, byGroup, own } = affinity;
  for (const certification of owners) {
    const factor = (byGroup[groupOf[certification] ?? 0] ?? 1) * (own[certification] ?? 1);
    const score = (best[certification] ?? 0) * factor;
    if (kept.length === limit && score <= floor) continue;
    let at = kept.length;
    while (at > 0 && isBefore(score, certification, kept[at - 1])) at--;
    kept.splice(at, 0, { certification, score });
    if (kept.length > limit) kept.pop();
    if (kept.length === limit) floor = kept[limit - 1]?.score ?? 0;
  }
  return kept;
}

function isBefore(score: number, certification: number, other: Retrieved | undefined): boolean {
  if (other === undefined) return false;
  return score > other.score || (score === other.score && certification < other.certification);
}
