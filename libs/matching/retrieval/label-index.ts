import type { Certification, LibelleCertification, OrigineLibelle } from '../concordance/certification.ts';
import { FamilleScale } from '../features/famille-scale.ts';
import { announcedWords } from '../labels/announced-words.ts';
import { canonicalText } from '../labels/fold.ts';
import { numbersOf, type LabelFields, type Segment } from '../labels/label-fields.ts';
import { splitLabel } from '../labels/split-label.ts';
import type { IsoDate } from '../reference-data.ts';
import { expandWord, type Expansion } from './expand-word.ts';
import { VocabularyBuilder, type Vocabulary } from './vocabulary.ts';

/**
 * One distinct label of one certification, as the index holds it: what the criteria read of it lies side by side,
 * since a candidate is met once and its label is seldom in the cache.
 */
export interface IndexedLabel {
  readonly certification: number;
  readonly libelle: LibelleCertification;
  readonly origine: OrigineLibelle;
  readonly canonique: string;
  /** First family that it names, or null; and, where it names none, that of another label of its certification. */
  readonly famille: string | null;
  readonly familleDeLUn: string | null;
  /** Years that its mnemonic says, or null. */
  readonly duree: number | null;
  /** Option letter, or null. */
  readonly option: string | null;
  readonly anneeCommune: boolean;
  /** Words of the heart joined by blanks, for the comparison letter by letter. */
  readonly coeur: string;
  /** The heart as written, small words and order included. */
  readonly brut: string;
  /** Words in brackets: a school, a certifier. */
  readonly etablissement: readonly string[];
  readonly nombres: readonly string[];
  /** Stems of the words after "spécialité" or "option", or null. */
  readonly annonce: ReadonlySet<string> | null;
}

/**
 * The inverted index of every label of every certification. Immutable; postings and weights in typed arrays.
 *
 * A "document" is a label: all labels of a certification are its aliases, and each is compared as a whole.
 */
export interface LabelIndex {
  readonly certifications: readonly Certification[];
  readonly labels: readonly IndexedLabel[];
  readonly vocabulary: Vocabulary;
  /** Labels of certification c: `labelStart[c]` to `labelStart[c + 1]`. */
  readonly labelStart: Int32Array;
  readonly labelOwner: Int32Array;
  /** Words of label l: `wordStart[l]` to `wordStart[l + 1]` in `wordId` and `wordWeight` (idf × segment). */
  readonly wordStart: Int32Array;
  readonly wordId: Int32Array;
  readonly wordWeight: Float32Array;
  /** Sum of the weights of each label. */
  readonly labelWeight: Float32Array;
  /** Postings of word w: `postingStart[w]` to `postingStart[w + 1]`: label and weight there. */
  readonly postingStart: Int32Array;
  readonly postingLabel: Int32Array;
  readonly postingWeight: Float32Array;
  /** Certifications by canonical text of their labels, those set apart as duplicates included. */
  readonly exact: ReadonlyMap<string, readonly number[]>;
  /** How well each code family of the certifications fits a named family. */
  readonly scale: FamilleScale;
  expand(word: string, dotted: boolean): Expansion;
}

/** Which labels to leave out of the index, for tests that retrieve them. */
export type LabelFilter = (libelle: LibelleCertification, certification: Certification) => boolean;

const REMEMBERED_EXPANSIONS = 60_000;

/** Builds the index of the labels of these certifications. */
export function buildLabelIndex(
  certifications: readonly Certification[],
  rentree: IsoDate,
  keep: LabelFilter = () => true,
): LabelIndex {
  const builder = new VocabularyBuilder();
  const labels: Writable<IndexedLabel>[] = [];
  const labelStart = new Int32Array(certifications.length + 1);
  const wordIds: number[] = [];
  const wordSegment: number[] = [];
  const wordStarts: number[] = [0];
  const exact = new Map<string, number[]>();
  certifications.forEach((certification, owner) => {
    labelStart[owner] = labels.length;
    const seen = new Set<string>();
    for (const libelle of certification.libelles) {
      if (!keep(libelle, certification)) continue;
      const canonique = canonicalText(libelle.texte);
      const known = exact.get(canonique);
      if (known === undefined) exact.set(canonique, [owner]);
      else if (!known.includes(owner)) known.push(owner);
      const champs = splitLabel(canonique, rentree, true);
      if (champs.mots.length === 0) continue;
      const { nom: famille = null, duree = null } = champs.familles[0] ?? {};
      const option = champs.option.lettre;
      const key = `${champs.mots.map((mot) => mot.texte).join(' ')}|${option ?? ''}|${famille ?? ''}`;
      if (seen.has(key)) continue;
      seen.add(key);
      for (const mot of champs.mots) {
        wordIds.push(builder.add(mot.texte, owner, mot.abrege));
        wordSegment.push(mot.poids);
      }
      wordStarts.push(wordIds.length);
      labels.push({
        certification: owner,
        libelle,
        origine: libelle.origine,
        canonique,
        famille,
        familleDeLUn: famille,
        duree,
        option,
        anneeCommune: champs.anneeCommune,
        coeur: wordsOf(champs, 'coeur').join(' '),
        brut: champs.brut,
        etablissement: orNone(wordsOf(champs, 'etablissement')),
        nombres: orNone(numbersOf(champs)),
        annonce: announcedWords(canonique),
      });
    }
    shareFamille(labels.slice(labelStart[owner]));
  });
  labelStart[certifications.length] = labels.length;
  const vocabulary = builder.build(certifications.length);
  const wordId = Int32Array.from(wordIds);
  const wordWeight = Float32Array.from(
    wordIds,
    (id, at) => (vocabulary.idf[id] ?? 0) * (wordSegment[at] ?? 0),
  );
  const wordStart = Int32Array.from(wordStarts);
  return {
    certifications,
    labels,
    vocabulary,
    labelStart,
    labelOwner: Int32Array.from(labels, (label) => label.certification),
    wordStart,
    wordId,
    wordWeight,
    labelWeight: Float32Array.from(labels, (_, label) => sumBetween(wordWeight, wordStart, label)),
    ...buildPostings(vocabulary.words.length, wordStart, wordId, wordWeight),
    exact,
    scale: new FamilleScale([...new Set(certifications.map(({ niveau }) => niveau ?? ''))]),
    expand: rememberedExpand(vocabulary),
  };
}

type Writable<Value> = { -readonly [Field in keyof Value]: Value[Field] };

/** Says of the labels of a certification which family the first of them that names any does. */
function shareFamille(labels: readonly Writable<IndexedLabel>[]): void {
  const famille = labels.find((label) => label.famille !== null)?.famille ?? null;
  for (const label of labels) label.familleDeLUn = label.famille ?? famille;
}

function wordsOf({ mots }: LabelFields, segment: Segment): string[] {
  return mots.filter((mot) => mot.segment === segment).map(({ texte }) => texte);
}

const NONE: readonly string[] = [];

/** Most labels have no such word: they share one empty list, which stays in the cache. */
function orNone(words: readonly string[]): readonly string[] {
  return words.length === 0 ? NONE : words;
}

function sumBetween(weights: Float32Array, start: Int32Array, at: number): number {
  let sum = 0;
  for (let i = start[at] ?? 0; i < (start[at + 1] ?? 0); i++) sum += weights[i] ?? 0;
  return sum;
}

function buildPostings(
  words: number,
  wordStart: Int32Array,
  wordId: Int32Array,
  wordWeight: Float32Array,
): Pick<LabelIndex, 'postingStart' | 'postingLabel' | 'postingWeight'> {
  const postingStart = new Int32Array(words + 1);
  for (const id of wordId) postingStart[id + 1] = (postingStart[id + 1] ?? 0) + 1;
  for (let i = 0; i < words; i++) postingStart[i + 1] = (postingStart[i + 1] ?? 0) + (postingStart[i] ?? 0);
  const next = postingStart.slice();
  const postingLabel = new Int32Array(wordId.length);
  const postingWeight = new Float32Array(wordId.length);
  for (let label = 0; label + 1 < wordStart.length; label++) {
    for (let i = wordStart[label] ?? 0; i < (wordStart[label + 1] ?? 0); i++) {
      const id = wordId[i] ?? 0;
      const at = next[id] ?? 0;
      next[id] = at + 1;
      postingLabel[at] = label;
      postingWeight[at] = wordWeight[i] ?? 0;
    }
  }
  return { postingStart, postingLabel, postingWeight };
}

/** The readings of a word depend on nothing but the vocabulary, so they are worth remembering. */
function rememberedExpand(vocabulary: Vocabulary): (word: string, dotted: boolean) => Expansion {
  const known = new Map<string, Expansion>();
  return (word, dotted) => {
    const key = dotted ? `${word}.` : word;
    let expansion = known.get(key);
    if (expansion === undefined) {
      expansion = expandWord(vocabulary, word, dotted);
      if (known.size >= REMEMBERED_EXPANSIONS) known.clear();
      known.set(key, expansion);
    }
    return expansion;
  };
}
