import { distance } from 'fastest-levenshtein';
import { ABREVIATIONS } from '../labels/abbreviation-lexicon.ts';
import { radical, stem } from '../labels/stem.ts';
import { SYNONYMES } from '../labels/synonym-lexicon.ts';
import { wordsWithPrefix, type Vocabulary } from './vocabulary.ts';

/** Words of the vocabulary that a word of a query may stand for, best first. */
export interface Expansion {
  readonly ids: Int32Array;
  /** Likeness of each, 0 to 1. */
  readonly sims: Float32Array;
  /** Weight of the word: that of the best reading, or of an unseen word. */
  readonly idf: number;
}

/** How alike each kind of reading is. Reviewed by hand; the ranker learns what their sum is worth. */
const LIKENESS = {
  stem: 0.96,
  abbreviation: 0.9,
  prefixOfDotted: 0.85,
  onlyCompletion: 0.97,
  prefix: 0.72,
  prefixOfKnownWord: 0.45,
  cutByReference: 0.8,
  skeleton: 0.6,
  typo: 0.75,
  radical: 0.6,
  synonym: 0.6,
} as const;

const MAX_READINGS = 40;

const READINGS = new Map(
  ABREVIATIONS.map((a) => [a.forme, a.lectures.filter(([text]) => !text.includes(' '))]),
);
const SHORT_FORMS = new Map<string, (readonly [string, number])[]>();
for (const [form, readings] of READINGS) {
  for (const [reading, weight] of readings) {
    const key = stem(reading);
    const list = SHORT_FORMS.get(key) ?? [];
    list.push([form, weight]);
    SHORT_FORMS.set(key, list);
  }
}

/** Whether `short` keeps the first letter of `long` and some of the others in order ("tvx", "travaux"). */
export function isSkeleton(short: string, long: string): boolean {
  if (short.length < 3 || long.length < short.length + 2 || short.charCodeAt(0) !== long.charCodeAt(0))
    return false;
  let at = 1;
  for (let i = 1; i < long.length && at < short.length; i++) {
    if (long.charCodeAt(i) === short.charCodeAt(at)) at++;
  }
  return at === short.length;
}

/** A skeleton has few vowels: "fabrict", not "cadre". */
function looksCut(word: string): boolean {
  const vowels = word.slice(1).replace(/[^aeiouy]/g, '').length;
  return word.length >= 3 && word.length <= 8 && vowels / (word.length - 1) <= 0.4;
}

/** The longest of the words that a cut one starts, where all the others are it, inflected or cut; else undefined. */
function onlyCompletion(longers: readonly string[]): string | undefined {
  const longest = longers.reduce((best, word) => (word.length > best.length ? word : best), '');
  const whole = stem(longest);
  return longest !== '' && longers.every((word) => longest.startsWith(word) || stem(word) === whole)
    ? longest
    : undefined;
}

/** All readings of one word. Pure; the index remembers the answers. */
export function expandWord(vocabulary: Vocabulary, word: string, dotted: boolean): Expansion {
  const sims = new Map<number, number>();
  const add = (id: number | undefined, sim: number): void => {
    if (id !== undefined && sim > (sims.get(id) ?? 0)) sims.set(id, sim);
  };
  const addStem = (text: string, sim: number): void => {
    add(vocabulary.idOf.get(text), sim);
    for (const id of vocabulary.byStem.get(stem(text)) ?? []) add(id, sim * LIKENESS.stem);
  };
  const numeric = /\d/.test(word);
  const own = vocabulary.idOf.get(word);
  addStem(word, 1);
  const known = sims.size > 0;
  if (!numeric) {
    for (const [reading, weight] of READINGS.get(word) ?? [])
      addStem(reading, LIKENESS.abbreviation * weight);
    for (const [form, weight] of SHORT_FORMS.get(stem(word)) ?? []) {
      add(vocabulary.idOf.get(form), LIKENESS.abbreviation * weight);
    }
    for (const near of SYNONYMES.get(word) ?? []) add(vocabulary.idOf.get(near), LIKENESS.synonym);
    const root = radical(word);
    if (root !== null) for (const id of vocabulary.byRadical.get(root) ?? []) add(id, LIKENESS.radical);
    if (word.length >= 3 || (dotted && word.length >= 2)) {
      const sim = dotted ? LIKENESS.prefixOfDotted : known ? LIKENESS.prefixOfKnownWord : LIKENESS.prefix;
      const longers = wordsWithPrefix(vocabulary, word, 120);
      const onlyWord = dotted ? onlyCompletion(longers) : undefined;
      if (onlyWord !== undefined) addStem(onlyWord, LIKENESS.onlyCompletion);
      for (const longer of longers) {
        // One more letter of a longer word is a surer prefix than one of four.
        if (longer !== word)
          add(vocabulary.idOf.get(longer), sim * (0.75 + 0.25 * (word.length / longer.length)));
      }
    }
    for (let cut = word.length - 2; cut >= 3; cut--) {
      const id = vocabulary.idOf.get(word.slice(0, cut));
      if (id === undefined) continue;
      const dottedThere = vocabulary.abbreviated[id] === 1;
      if (dottedThere || cut >= 5) {
        add(id, (dottedThere ? LIKENESS.cutByReference : 0.5) * (0.75 + 0.25 * (cut / word.length)));
      }
    }
    const sameFirst = vocabulary.byFirst.get(word.charAt(0)) ?? [];
    const cutWord = looksCut(word);
    const typos = !known && word.length >= 5;
    const allowed = word.length >= 8 ? 2 : 1;
    const typosThere = known && word.length >= 8;
    for (const id of sameFirst) {
      const other = vocabulary.words[id] ?? '';
      if (cutWord && !known && isSkeleton(word, other)) {
        add(id, LIKENESS.skeleton * (0.6 + 0.4 * (word.length / other.length)));
      } else if (word.length >= 6 && other.length <= 8 && looksCut(other) && isSkeleton(other, word)) {
        add(id, LIKENESS.skeleton * (0.6 + 0.4 * (other.length / word.length)));
      }
      if (typos && Math.abs(other.length - word.length) <= allowed && other.length >= 5) {
        const edits = distance(word, other);
        if (edits <= allowed) add(id, LIKENESS.typo + 0.1 * (1 - edits));
      } else if (
        // The reference has typos too: a word that one certification alone has, one letter away.
        typosThere &&
        (vocabulary.idf[id] ?? 0) >= vocabulary.rareIdf &&
        Math.abs(other.length - word.length) <= 1 &&
        distance(word, other) === 1
      ) {
        add(id, LIKENESS.typo);
      }
    }
  }
  const kept = [...sims].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, MAX_READINGS);
  let idf = vocabulary.unseenIdf;
  if (own !== undefined) idf = vocabulary.idf[own] ?? idf;
  else if (kept.length > 0) {
    // A cut word is worth about what its readings are worth.
    const best = kept.slice(0, 4);
    idf = best.reduce((sum, [id]) => sum + (vocabulary.idf[id] ?? 0), 0) / best.length;
  }
  return {
    ids: Int32Array.from(kept, ([id]) => id),
    sims: Float32Array.from(kept, ([, sim]) => sim),
    idf,
  };
}
