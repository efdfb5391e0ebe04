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

/** One name may be that of twenty closed certifications: they have a list of their own, a quarter as long. */
export const closedLimit = (limit: number): number => Math.ceil(limit / 4);

/** Cells a posting, and a text met by a query: four, so that none spans two cache lines. */
const STRIDE = 4;
/** Far enough below the end of 32 bits for the texts of any query. */
const LAST_PLACE = 2 ** 30;

/**
 * Working memory of one index, reused from query to query.
 *
 * A query meets thousands of texts scattered over the whole index. All that a posting touches out of order is the
 * place of its text among those met, four bytes; the rest is read and written in the order of the meetings.
 */
export class Retriever {
  private readonly index: LabelIndex;
  private readonly ownerOf: Int32Array;
  private readonly postingStart: Int32Array;
  /** Per posting, side by side: text, weight there, one over the weight of the text, labels that it stands for. */
  private readonly postings: Int32Array;
  private readonly postingWeights: Float32Array;
  /** Per text: its place among those met, counted on from query to query, so that nothing needs clearing. */
  private readonly placeOf: Int32Array;
  private firstPlace = 1;
  /** Per place: weight held of the query, of the text, last word, and one over the text's weight. */
  private readonly held: Float32Array;
  private readonly lastWord: Int32Array;
  private readonly touched: Int32Array;
  private readonly labels: Uint16Array;
  private readonly scores: Float32Array;
  private readonly slices = new Int32Array(SLICES);
  private readonly best: Float32Array;
  private readonly bestStamp: Int32Array;
  private stamp = 0;

  constructor(index: LabelIndex, texts: DistinctTexts = distinctTexts(index)) {
    this.index = index;
    const { postingText, postingWeight, weight, times } = texts;
    this.ownerOf = texts.owner;
    this.postingStart = texts.postingStart;
    this.postings = new Int32Array(postingText.length * STRIDE);
    this.postingWeights = new Float32Array(this.postings.buffer);
    for (let p = 0; p < postingText.length; p++) {
      const text = postingText[p] ?? 0;
      const at = p * STRIDE;
      this.postings[at] = text;
      this.postingWeights[at + 1] = postingWeight[p] ?? 0;
      this.postingWeights[at + 2] = 1 / (weight[text] || 1);
      this.postings[at + 3] = times[text] ?? 0;
    }
    const count = texts.owner.length;
    this.placeOf = new Int32Array(count);
    this.held = new Float32Array(count * STRIDE);
    this.lastWord = new Int32Array(this.held.buffer);
    this.labels = new Uint16Array(count);
    this.scores = new Float32Array(count);
    this.touched = new Int32Array(count);
    this.best = new Float32Array(index.certifications.length);
    this.bestStamp = new Int32Array(index.certifications.length);
  }

  /**
   * The certifications whose labels share most weight with the query, best first, at most `limit` open ones and
   * `closedLimit(limit)` others (own factor below 1); ties in the order of the certifications.
   *
   * Rare words go first; a word with a long list only adds to the labels already met once there are enough
   * of them, so the cost grows slower than the reference.
   */
  retrieve(words: readonly QueryWord[], limit: number, affinity: Affinity): Retrieved[] {
    const ordered = [...words].sort((a, b) => b.poids - a.poids);
    const total = ordered.reduce((sum, word) => sum + word.poids, 0);
    if (total === 0) return [];
    return this.select(this.meet(ordered), total, limit, affinity);
  }

  /** Adds up what each text holds of the words, rare ones first. @returns how many texts were met */
  private meet(ordered: readonly QueryWord[]): number {
    const { index, postingStart, postings, postingWeights, placeOf, held, lastWord, touched, labels } = this;
    const longPosting = Math.max(LONG_POSTING_MIN, index.labels.length * LONG_POSTING_SHARE);
    if (this.firstPlace > LAST_PLACE) {
      placeOf.fill(0);
      this.firstPlace = 1;
    }
    const first = this.firstPlace;
    let count = 0;
    let met = 0;
    for (let rank = 0; rank < ordered.length; rank++) {
      const word = ordered[rank];
      if (word === undefined) continue;
      const { ids, sims } = word.expansion;
      for (let e = 0; e < ids.length; e++) {
        const id = ids[e] ?? 0;
        const sim = sims[e] ?? 0;
        // Readings come best first: the far ones only tell candidates apart, they bring none in.
        if (e >= READINGS_FOLLOWED || sim < READING_FOLLOWED) break;
        const length = (index.postingStart[id + 1] ?? 0) - (index.postingStart[id] ?? 0);
        const onlyKnown = length > longPosting && met > ENOUGH_LABELS;
        if (onlyKnown && sim < SURE_READING) continue;
        const gain = word.poids * sim;
        const end = (postingStart[id + 1] ?? 0) * STRIDE;
        for (let p = (postingStart[id] ?? 0) * STRIDE; p < end; p += STRIDE) {
          const text = postings[p] ?? 0;
          const place = (placeOf[text] ?? 0) - first;
          const weight = (postingWeights[p + 1] ?? 0) * sim;
          if (place >= 0) {
            const at = place * STRIDE;
            if (lastWord[at + 2] === rank) continue;
            lastWord[at + 2] = rank;
            held[at] = (held[at] ?? 0) + gain;
            held[at + 1] = (held[at + 1] ?? 0) + weight;
          } else if (!onlyKnown) {
            const at = count * STRIDE;
            held[at] = gain;
            held[at + 1] = weight;
            lastWord[at + 2] = rank;
            held[at + 3] = postingWeights[p + 2] ?? 0;
            touched[count] = text;
            const labelsOfText = postings[p + 3] ?? 0;
            labels[count] = labelsOfText;
            met += labelsOfText;
            placeOf[text] = first + count++;
          }
        }
      }
    }
    this.firstPlace = first + count;
    return count;
  }

  /**
   * The best certifications of the labels met. Scores are counted by slice first, so that only labels that
   * can still be among the best, whatever their affinity, are looked up further.
   */
  private select(count: number, total: number, limit: number, affinity: Affinity): Retrieved[] {
    const { ownerOf, touched, scores, best, bestStamp } = this;
    const floor = this.floorOf(count, total, limit) * LEAST_OWN * spreadOf(affinity.byGroup);
    const stamp = ++this.stamp;
    const owners: number[] = [];
    const closed: number[] = [];
    for (let t = 0; t < count; t++) {
      const score = scores[t] ?? 0;
      if (score < floor) continue;
      const owner = ownerOf[touched[t] ?? 0] ?? 0;
      if (bestStamp[owner] !== stamp) {
        bestStamp[owner] = stamp;
        best[owner] = score;
        ((affinity.own[owner] ?? 1) < 1 ? closed : owners).push(owner);
      } else if (score > (best[owner] ?? 0)) best[owner] = score;
    }
    return [
      ...topOwners(owners, best, limit, affinity),
      ...topOwners(closed, best, closedLimit(limit), affinity),
    ].sort((a, b) => b.score - a.score || a.certification - b.certification);
  }

  /**
   * Scores the texts met, and gives the score below which none can be among the best: several labels a
   * certification, affinities apart.
   */
  private floorOf(count: number, total: number, limit: number): number {
    const { held, labels, scores, slices } = this;
    slices.fill(0);
    for (let t = 0; t < count; t++) {
      const at = t * STRIDE;
      const q = (held[at] ?? 0) / total;
      const d = (held[at + 1] ?? 0) * (held[at + 3] ?? 0);
      // Coverage of the query counts twice: chatter in the reference is rarer than in listings.
      const score = (3 * q * d) / (q + 2 * d + 1e-9);
      scores[t] = score;
      const slice = Math.min(SLICES - 1, (score * SLICES) | 0);
      slices[slice] = (slices[slice] ?? 0) + (labels[t] ?? 0);
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
  const kept: Retrieved[] = [];
  for (let i = 0; i < size; i++) kept.push({ certification: ranks[i] ?? 0, score: scores[i] ?? 0 });
  return kept;
}

function isBefore(score: number, certification: number, otherScore: number, other: number): boolean {
  return score > otherScore || (score === otherScore && certification < other);
}
