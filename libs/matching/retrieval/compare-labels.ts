import type { Ressemblance } from '../features/paire.ts';
import type { LabelIndex } from './label-index.ts';
import type { QueryWord } from './retrieve.ts';

/** Compares the words of one query with labels of the index. One instance an index; no state between queries. */
export class LabelComparer {
  private readonly index: LabelIndex;
  /** For each word of the vocabulary: likeness to the word of the query that reads best as it, and its rank. */
  private readonly sim: Float32Array;
  private readonly rank: Int16Array;
  private readonly stamp: Int32Array;
  private serial = 0;
  private tenus = new Float32Array(0);
  private words: readonly QueryWord[] = [];
  private total = 0;

  constructor(index: LabelIndex) {
    this.index = index;
    const size = index.vocabulary.words.length;
    this.sim = new Float32Array(size);
    this.rank = new Int16Array(size);
    this.stamp = new Int32Array(size);
  }

  /** Sets the words that `bestLabel` compares with. */
  load(words: readonly QueryWord[]): void {
    this.words = words;
    this.total = words.reduce((sum, word) => sum + word.poids, 0);
    const serial = ++this.serial;
    if (this.tenus.length < words.length) this.tenus = new Float32Array(words.length * 2);
    for (let rank = 0; rank < words.length; rank++) {
      const expansion = words[rank]?.expansion;
      if (!expansion) continue;
      for (let e = 0; e < expansion.ids.length; e++) {
        const id = expansion.ids[e] ?? 0;
        const sim = expansion.sims[e] ?? 0;
        if (this.stamp[id] !== serial || sim > (this.sim[id] ?? 0)) {
          this.stamp[id] = serial;
          this.sim[id] = sim;
          this.rank[id] = rank;
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
    const { index, words, tenus, stamp, sim, rank, serial } = this;
    const count = words.length;
    for (let i = 0; i < count; i++) tenus[i] = 0;
    let held = 0;
    const end = index.wordStart[label + 1] ?? 0;
    for (let i = index.wordStart[label] ?? 0; i < end; i++) {
      const id = index.wordId[i] ?? 0;
      if (stamp[id] !== serial) continue;
      const like = sim[id] ?? 0;
      const at = rank[id] ?? 0;
      held += (index.wordWeight[i] ?? 0) * like;
      if (like > (tenus[at] ?? 0)) tenus[at] = like;
    }
    let asked = 0;
    for (let i = 0; i < count; i++) asked += (words[i]?.poids ?? 0) * (tenus[i] ?? 0);
    const q = Math.min(1, asked / (this.total || 1));
    const d = Math.min(1, held / (index.labelWeight[label] || 1));
    return q + d === 0 ? 0 : (2 * q * d) / (q + d);
  }

  private compare(label: number): Ressemblance | undefined {
    const { index, words } = this;
    const indexed = index.labels[label];
    if (!indexed) return undefined;
    const tenus = new Float32Array(words.length);
    let held = 0;
    let matched = 0;
    let gapLabel = 0;
    const start = index.wordStart[label] ?? 0;
    const end = index.wordStart[label + 1] ?? 0;
    for (let i = start; i < end; i++) {
      const id = index.wordId[i] ?? 0;
      const weight = index.wordWeight[i] ?? 0;
      if (this.stamp[id] !== this.serial) {
        if (weight > gapLabel) gapLabel = weight;
        continue;
      }
      const sim = this.sim[id] ?? 0;
      const rank = this.rank[id] ?? 0;
      held += weight * sim;
      matched += weight;
      if (sim > (tenus[rank] ?? 0)) tenus[rank] = sim;
    }
    let asked = 0;
    let gapQuery = 0;
    for (let rank = 0; rank < words.length; rank++) {
      const weight = words[rank]?.poids ?? 0;
      const sim = tenus[rank] ?? 0;
      asked += weight * sim;
      const gap = weight * (1 - sim);
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
