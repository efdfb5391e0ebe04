import { distinctTexts, type DistinctTexts } from './distinct-texts.ts';
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
/** Below this likeness a reading brings no label in. */
export const READING_FOLLOWED = 0.42;
/** Slices of the scores, and what a label below the floor could still gain. */
const SLICES = 256;
const LABELS_A_CERTIFICATION = 4;
/** Least that a certification's own factor can be. */
const LEAST_OWN = 0.8;

/** Cells of working memory a label: four, so that a label never spans two cache lines. */
const STRIDE = 4;

/** Working memory of one index, reused from query to query. */
export class Retriever {
  private readonly index: LabelIndex;
  private readonly texts: DistinctTexts;
  /**
   * Per label, side by side so that one access brings all: weight held of the query, of the label, last
   * word, and one over the label's weight.
   */
  private readonly held: Float32Array;
  private readonly lastWord: Int32Array;
  private readonly touched: Int32Array;
  private readonly scores: Float32Array;
  private readonly slices = new Int32Array(SLICES);
  private readonly best: Float32Array;
  private readonly bestStamp: Int32Array;
  private serial = 0;
  private stamp = 0;

  constructor(index: LabelIndex, texts: DistinctTexts = distinctTexts(index)) {
    this.index = index;
    this.texts = texts;
    const count = this.texts.owner.length;
    const memory = new ArrayBuffer(count * STRIDE * Float32Array.BYTES_PER_ELEMENT);
    this.held = new Float32Array(memory);
    this.lastWord = new Int32Array(memory);
    for (let text = 0; text < count; text++) {
      this.held[text * STRIDE + 3] = 1 / (this.texts.weight[text] || 1);
    }
    this.scores = new Float32Array(count);
    this.touched = new Int32Array(count);
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
    const { index, texts, held, lastWord, touched } = this;
    const { postingStart, postingText, postingWeight, times } = texts;
    const ordered = [...words].sort((a, b) => b.poids - a.poids);
    const total = ordered.reduce((sum, word) => sum + word.poids, 0);
    if (total === 0) return [];
    const longPosting = Math.max(LONG_POSTING_MIN, index.labels.length * LONG_POSTING_SHARE);
    const first = this.serial;
    let count = 0;
    let labels = 0;
    for (const { expansion, poids } of ordered) {
      const serial = ++this.serial;
      const { ids, sims } = expansion;
      for (let e = 0; e < ids.length; e++) {
        const id = ids[e] ?? 0;
        const sim = sims[e] ?? 0;
        // Readings come best first: the far ones only tell candidates apart, they bring none in.
        if (e >= READINGS_FOLLOWED || sim < READING_FOLLOWED) break;
        const start = postingStart[id] ?? 0;
        const end = postingStart[id + 1] ?? 0;
        const length = (index.postingStart[id + 1] ?? 0) - (index.postingStart[id] ?? 0);
        const onlyKnown = length > longPosting && labels > ENOUGH_LABELS;
        if (onlyKnown && sim < SURE_READING) continue;
        for (let p = start; p < end; p++) {
          const text = postingText[p] ?? 0;
          const at = text * STRIDE;
          const last = lastWord[at + 2] ?? 0;
          if (last === serial) continue;
          if (last <= first) {
            if (onlyKnown) continue;
            touched[count++] = text;
            labels += times[text] ?? 0;
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

  /**
   * The best certifications of the labels met. Scores are counted by slice first, so that only labels that
   * can still be among the best, whatever their affinity, are looked up further.
   */
  private select(count: number, total: number, limit: number, affinity: Affinity): Retrieved[] {
    const { texts, touched, scores, best, bestStamp } = this;
    const floor = this.floorOf(count, total, limit) * LEAST_OWN * spreadOf(affinity.byGroup);
    const stamp = ++this.stamp;
    const owners: number[] = [];
    for (let t = 0; t < count; t++) {
      const score = scores[t] ?? 0;
      if (score < floor) continue;
      const owner = texts.owner[touched[t] ?? 0] ?? 0;
      if (bestStamp[owner] !== stamp) {
        bestStamp[owner] = stamp;
        best[owner] = score;
        owners.push(owner);
      } else if (score > (best[owner] ?? 0)) best[owner] = score;
    }
    return topOwners(owners, best, limit, affinity);
  }

  /**
   * Scores the texts met, and gives the score below which none can be among the best: several labels a
   * certification, affinities apart.
   */
  private floorOf(count: number, total: number, limit: number): number {
    const { held, touched, scores, slices } = this;
    const { times } = this.texts;
    slices.fill(0);
    for (let t = 0; t < count; t++) {
      const text = touched[t] ?? 0;
      const at = text * STRIDE;
      const q = (held[at] ?? 0) / total;
      const d = (held[at + 1] ?? 0) * (held[at + 3] ?? 0);
      // Coverage of the query counts twice: chatter in the reference is rarer than in listings.
      const score = (3 * q * d) / (q + 2 * d + 1e-9);
      scores[t] = score;
      const slice = Math.min(SLICES - 1, (score * SLICES) | 0);
      slices[slice] = (slices[slice] ?? 0) + (times[text] ?? 0);
    }
    let above = 0;
    for (let slice = SLICES - 1; slice > 0; slice--) {
      above += this.slices[slice] ?? 0;
      if (above >= limit * LABELS_A_CERTIFICATION) return slice / SLICES;
    }
    return 0;
  }
}

/** Least factor over the greatest: how far an affinity can lift one label above another. */
function spreadOf(factors: Float32Array): number {
  let least = Infinity;
  let most = 0;
  for (const factor of factors) {
    if (factor < least) least = factor;
    if (factor > most) most = factor;
  }
  return most === 0 ? 0 : least / most;
}

/** Keeps the `limit` best of the owners with a bounded, sorted list. */
function topOwners(
  owners: readonly number[],
  best: Float32Array,
  limit: number,
  affinity: Affinity,
): Retrieved[] {
  const scores = new Float64Array(limit + 1);
  const ranks = new Int32Array(limit + 1);
  let size = 0;
  const { groupOf, byGroup, own } = affinity;
  for (const certification of owners) {
    const factor = (byGroup[groupOf[certification] ?? 0] ?? 1) * (own[certification] ?? 1);
    const score = (best[certification] ?? 0) * factor;
    const last = size - 1;
    if (size === limit && !isBefore(score, certification, scores[last] ?? 0, ranks[last] ?? 0)) continue;
    let at = size;
    while (at > 0 && isBefore(score, certification, scores[at - 1] ?? 0, ranks[at - 1] ?? 0)) {
      scores[at] = scores[at - 1] ?? 0;
      ranks[at] = ranks[at - 1] ?? 0;
      at--;
    }
    scores[at] = score;
    ranks[at] = certification;
    if (size < limit) size++;
  }
  return Array.from({ length: size }, (_, i) => ({ certification: ranks[i] ?? 0, score: scores[i] ?? 0 }));
}

function isBefore(score: number, certification: number, otherScore: number, other: number): boolean {
  return score > otherScore || (score === otherScore && certification < other);
}
