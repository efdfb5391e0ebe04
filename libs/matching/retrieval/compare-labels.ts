import type { Ressemblance } from '../features/paire.ts';
import type { LabelIndex } from './label-index.ts';
import type { QueryWord } from './retrieve.ts';

/** Cells of working memory a word of the vocabulary: four, so that a word never spans two cache lines. */
const STRIDE = 4;
const RANK = 1;
const STAMP = 2;

/** Compares the words of one query with labels of the index. One instance an index; no state between queries. */
export class LabelComparer {
  private readonly index: LabelIndex;
  /**
   * Per word of the vocabulary, side by side: likeness to the word of the query that reads best as it, rank of
   * that word, and the query it was worked out for.
   */
  private readonly sim: Float32Array;
  private readonly cells: Int32Array;
  private serial = 0;
  /** Weight of each word of the query, and how much of it a label holds. */
  private poids = new Float64Array(0);
  private tenus = new Float32Array(0);
  private count = 0;
  private total = 0;

  constructor(index: LabelIndex) {
    this.index = index;
    const memory = new ArrayBuffer(index.vocabulary.words.length * STRIDE * Float32Array.BYTES_PER_ELEMENT);
    this.sim = new Float32Array(memory);
    this.cells = new Int32Array(memory);
  }

  /** Sets the words that `bestLabel` compares with. */
  load(words: readonly QueryWord[]): void {
    const { sim, cells } = this;
    const serial = ++this.serial;
    if (this.poids.length < words.length) {
      this.poids = new Float64Array(words.length * 2);
      this.tenus = new Float32Array(words.length * 2);
    }
    this.count = words.length;
    this.total = 0;
    for (let rank = 0; rank < words.length; rank++) {
      const word = words[rank];
      if (!word) continue;
      this.total += word.poids;
      this.poids[rank] = word.poids;
      const { ids, sims } = word.expansion;
      for (let e = 0; e < ids.length; e++) {
        const at = (ids[e] ?? 0) * STRIDE;
        const like = sims[e] ?? 0;
        if (cells[at + STAMP] !== serial || like > (sim[at] ?? 0)) {
          cells[at + STAMP] = serial;
          sim[at] = like;
          cells[at + RANK] = rank;
        }
      }
    }
  }

  /** The label of a certification that answers best; ties go to the first. Undefined where it has none. */
  bestLabel(certification: number): Ressemblance | undefined {
    let best = -1;
    let bestLikeness = -1;
    const end = this.index.labelStart[certification + 1] ?? 0;
    for (let label = this.index.labelStart[certification] ?? 0; label < end; label++) {
      const found = this.likeness(label);
      if (found > bestLikeness + 1e-9) {
        best = label;
        bestLikeness = found;
      }
    }
    return best < 0 ? undefined : this.compare(best);
  }

  /** The certifications of which a label is this canonical text. */
  withExactText(canonique: string): readonly number[] {
    return this.index.exact.get(canonique) ?? [];
  }

  /** Harmonic mean of both coverages of one label. */
  private likeness(label: number): number {
    const { index, poids, tenus, sim, cells, serial, count } = this;
    const { wordId, wordWeight } = index;
    for (let i = 0; i < count; i++) tenus[i] = 0;
    let held = 0;
    const end = index.wordStart[label + 1] ?? 0;
    for (let i = index.wordStart[label] ?? 0; i < end; i++) {
      const at = (wordId[i] ?? 0) * STRIDE;
      if (cells[at + STAMP] !== serial) continue;
      const like = sim[at] ?? 0;
      const rank = cells[at + RANK] ?? 0;
      held += (wordWeight[i] ?? 0) * like;
      if (like > (tenus[rank] ?? 0)) tenus[rank] = like;
    }
    let asked = 0;
    for (let i = 0; i < count; i++) asked += (poids[i] ?? 0) * (tenus[i] ?? 0);
    const q = Math.min(1, asked / (this.total || 1));
    const d = Math.min(1, held / (index.labelWeight[label] || 1));
    return q + d === 0 ? 0 : (2 * q * d) / (q + d);
  }

  private compare(label: number): Ressemblance | undefined {
    const { index, poids, sim, cells, serial, count } = this;
    const { wordId, wordWeight } = index;
    const indexed = index.labels[label];
    if (!indexed) return undefined;
    const tenus = new Float32Array(count);
    let held = 0;
    let matched = 0;
    let gapLabel = 0;
    const end = index.wordStart[label + 1] ?? 0;
    for (let i = index.wordStart[label] ?? 0; i < end; i++) {
      const at = (wordId[i] ?? 0) * STRIDE;
      const weight = wordWeight[i] ?? 0;
      if (cells[at + STAMP] !== serial) {
        if (weight > gapLabel) gapLabel = weight;
        continue;
      }
      const like = sim[at] ?? 0;
      const rank = cells[at + RANK] ?? 0;
      held += weight * like;
      matched += weight;
      if (like > (tenus[rank] ?? 0)) tenus[rank] = like;
    }
    let asked = 0;
    let gapQuery = 0;
    for (let rank = 0; rank < count; rank++) {
      const weight = poids[rank] ?? 0;
      const like = tenus[rank] ?? 0;
      asked += weight * like;
      const gap = weight * (1 - like);
      if (gap > gapQuery) gapQuery = gap;
    }
    const labelWeight = index.labelWeight[label] || 1;
    const total = this.total || 1;
    const q = Math.min(1, asked / total);
    const d = Math.min(1, held / labelWeight);
    return {
      label: indexed,
      couvertureDemande: q,
      couvertureLibelle: d,
      ressemblance: q + d === 0 ? 0 : (2 * q * d) / (q + d),
      plusGrosManqueDemande: gapQuery / total,
      plusGrosManqueLibelle: gapLabel / labelWeight,
      nettete: matched === 0 ? 0 : held / matched,
      tenus,
    };
  }
}
