/** How the words of a candidate's label stand to those of the formation's. */
export type DiffKind = 'commun' | 'abrege' | 'enPlus';

/** Consecutive words of one kind, written as in the label. */
export interface DiffSegment {
  readonly kind: DiffKind;
  /** The rival candidate has none of these words: they are what tells the two apart. */
  readonly distinctif: boolean;
  readonly texte: string;
}

export interface MotManquant {
  readonly texte: string;
  /** The rival candidate has this word. */
  readonly distinctif: boolean;
}

export interface LabelDiff {
  /** One list of segments for each text of the candidate, in the same order. */
  readonly textes: readonly (readonly DiffSegment[])[];
  /** Words of the formation that the candidate lacks, as written there, each once. */
  readonly manquants: readonly MotManquant[];
}

interface Token {
  readonly texte: string;
  readonly mot: string;
  readonly start: number;
  readonly end: number;
  /** Articles and prepositions say nothing by themselves. */
  readonly vide: boolean;
}

const MOTS_VIDES = new Set('a au aux d de des du en et l la le les ou par pour sur'.split(' '));
/** After these words a lone A is the name of an option, not the preposition. */
const ANNONCE_OPTION = new Set(['option', 'opt', 'options', 'specialite', 'parcours', 'dominante']);
/** Below this length a common beginning proves nothing. */
const PREFIXE_MINIMAL = 3;

const fold = (text: string): string =>
  text.toLowerCase().replaceAll('œ', 'oe').normalize('NFD').replace(/\p{M}/gu, '');

const tokenize = (text: string): Token[] => {
  const tokens: Token[] = [];
  for (const match of text.matchAll(/[\p{L}\p{N}]+/gu)) {
    const mot = fold(match[0]);
    const previous = tokens.at(-1)?.mot;
    const vide =
      MOTS_VIDES.has(mot) && !(mot === 'a' && previous !== undefined && ANNONCE_OPTION.has(previous));
    tokens.push({ texte: match[0], mot, start: match.index, end: match.index + match[0].length, vide });
  }
  return tokens;
};

/** `maint` and `maintenance`, `industriel` and `industrielle`: one word is the beginning of the other. */
const abbreviates = (one: string, other: string): boolean =>
  Math.min(one.length, other.length) >= PREFIXE_MINIMAL && (one.startsWith(other) || other.startsWith(one));

/** Positions in `tokens` of the words whose initials spell `mot` (`bts`: brevet technicien supérieur), or none. */
const acronymOf = (mot: string, tokens: readonly Token[]): readonly number[] => {
  if (mot.length < PREFIXE_MINIMAL) return [];
  const full = tokens.flatMap((token, index) => (token.vide ? [] : [{ initial: token.mot[0], index }]));
  for (let from = 0; from + mot.length <= full.length; from += 1) {
    const window = full.slice(from, from + mot.length);
    if (window.every(({ initial }, index) => initial === mot[index])) return window.map(({ index }) => index);
  }
  return [];
};

type Mark = Omit<DiffSegment, 'texte'>;

const segmentsOf = (text: string, tokens: readonly Token[], marks: readonly Mark[]): DiffSegment[] => {
  const segments: (Mark & { start: number; end: number })[] = [];
  tokens.forEach((token, index) => {
    const last = segments.at(-1);
    const { kind, distinctif } = marks[index] ?? { kind: 'enPlus', distinctif: false };
    // An empty word goes with what precedes it, so that runs read as phrases.
    if (last && (token.vide || (last.kind === kind && last.distinctif === distinctif))) last.end = token.end;
    else segments.push({ kind, distinctif, start: token.start, end: token.end });
  });
  return segments.map(({ start, end, ...mark }) => ({ ...mark, texte: text.slice(start, end) }));
};

const holds = (tokens: readonly Token[], { mot }: Token): boolean =>
  tokens.some((token) => token.mot === mot || (!token.vide && abbreviates(token.mot, mot)));

const kindOf = (token: Token, reference: readonly Token[]): DiffKind => {
  if (token.vide || reference.some(({ mot }) => mot === token.mot)) return 'commun';
  return reference.some(({ mot, vide }) => !vide && abbreviates(mot, token.mot)) ? 'abrege' : 'enPlus';
};

/**
 * Compares a formation's labels with a candidate's, word by word, accents and case aside.
 * It shows a reader where to look; it takes no part in the matching, whose own reasons are in the explanation.
 * @param rival labels of the candidate this one competes with; empty when it is alone, and nothing distinguishes it
 */
export const diffLabels = (
  reference: string,
  candidate: readonly string[],
  rival: readonly string[] = [],
): LabelDiff => {
  const referenceTokens = tokenize(reference);
  const rivalTokens = rival.flatMap(tokenize);
  const meaning = referenceTokens.filter(({ vide }) => !vide);
  const candidateTokens = candidate.map(tokenize);
  const kinds = candidateTokens.map((tokens) => tokens.map((token) => kindOf(token, referenceTokens)));

  const acronyms = new Set<string>();
  for (const { mot } of meaning) {
    candidateTokens.forEach((tokens, textIndex) => {
      for (const index of acronymOf(mot, tokens)) {
        acronyms.add(mot);
        const row = kinds[textIndex];
        if (row?.[index] === 'enPlus') row[index] = 'abrege';
      }
    });
  }

  const all = candidateTokens.flat();
  const missing = meaning.filter((token) => !acronyms.has(token.mot) && !holds(all, token));
  const distinguishes = (token: Token) => rivalTokens.length > 0 && !token.vide && !holds(rivalTokens, token);
  return {
    textes: candidate.map((text, textIndex) => {
      const tokens = candidateTokens[textIndex] ?? [];
      const marks = tokens.map((token, index) => ({
        kind: kinds[textIndex]?.[index] ?? 'enPlus',
        distinctif: distinguishes(token),
      }));
      return segmentsOf(text, tokens, marks);
    }),
    manquants: [
      ...new Map(
        missing.map((token) => [token.mot, { texte: token.texte, distinctif: holds(rivalTokens, token) }]),
      ).values(),
    ],
  };
};
