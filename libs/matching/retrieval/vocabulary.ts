import { radical, stem } from '../labels/stem.ts';

/** The words of every label of the nomenclatures, numbered, with what is needed to find near ones. */
export interface Vocabulary {
  readonly words: readonly string[];
  readonly idOf: ReadonlyMap<string, number>;
  /** ln(1 + N / df), where df counts certifications. */
  readonly idf: Float32Array;
  /** Word ids by stem. */
  readonly byStem: ReadonlyMap<string, readonly number[]>;
  /** Word ids by radical. */
  readonly byRadical: ReadonlyMap<string, readonly number[]>;
  /** 1 where some label wrote the word with a full stop after it. */
  readonly abbreviated: Uint8Array;
  /** Word ids by first letter, and all words in text order for prefix search. */
  readonly byFirst: ReadonlyMap<string, readonly number[]>;
  readonly sorted: readonly string[];
  /** Weight of a word that one certification alone has. */
  readonly rareIdf: number;
  /** Weight given to a word that no label has. */
  readonly unseenIdf: number;
}

/** Counts words as labels come, then freezes the vocabulary. */
export class VocabularyBuilder {
  private readonly ids = new Map<string, number>();
  private readonly words: string[] = [];
  private readonly documentFrequency: number[] = [];
  private readonly lastSeen: number[] = [];
  private readonly abbreviated: number[] = [];

  /** Id of the word, counted once for the certification numbered `owner`. */
  add(word: string, owner: number, abbreviated: boolean): number {
    let id = this.ids.get(word);
    if (id === undefined) {
      id = this.words.length;
      this.ids.set(word, id);
      this.words.push(word);
      this.documentFrequency.push(0);
      this.lastSeen.push(-1);
      this.abbreviated.push(0);
    }
    if (this.lastSeen[id] !== owner) {
      this.lastSeen[id] = owner;
      this.documentFrequency[id] = (this.documentFrequency[id] ?? 0) + 1;
    }
    if (abbreviated) this.abbreviated[id] = 1;
    return id;
  }

  build(owners: number): Vocabulary {
    const byStem = new Map<string, number[]>();
    const byFirst = new Map<string, number[]>();
    const byRadical = new Map<string, number[]>();
    const push = (map: Map<string, number[]>, key: string, id: number): void => {
      const list = map.get(key);
      if (list) list.push(id);
      else map.set(key, [id]);
    };
    this.words.forEach((word, id) => {
      push(byStem, stem(word), id);
      push(byFirst, word.charAt(0), id);
      const root = radical(word);
      if (root !== null) push(byRadical, root, id);
    });
    // Words of one stem weigh alike: "assistante" is no rarer a clue than "assistant".
    const idf = new Float32Array(this.words.length);
    for (const ids of byStem.values()) {
      const total = ids.reduce((sum, id) => sum + (this.documentFrequency[id] ?? 0), 0);
      for (const id of ids) idf[id] = Math.log(1 + owners / Math.max(1, total));
    }
    return {
      words: this.words,
      idOf: this.ids,
      idf,
      byStem,
      byRadical,
      abbreviated: Uint8Array.from(this.abbreviated),
      byFirst,
      sorted: [...this.words].sort((a, b) => (a < b ? -1 : 1)),
      rareIdf: Math.fround(Math.log(1 + owners)),
      unseenIdf: Math.log(1 + owners) * 0.7,
    };
  }
}

/** Words that start with a prefix, in text order, at most `limit`. */
export function wordsWithPrefix(vocabulary: Vocabulary, prefix: string, limit: number): string[] {
  const { sorted } = vocabulary;
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? '') < prefix) low = middle + 1;
    else high = middle;
  }
  const found: string[] = [];
  for (let i = low; i < sorted.length && found.length < limit; i++) {
    const word = sorted[i] ?? '';
    if (!word.startsWith(prefix)) break;
    found.push(word);
  }
  return found;
}
