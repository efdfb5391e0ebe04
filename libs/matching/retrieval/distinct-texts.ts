import type { LabelIndex } from './label-index.ts';

/**
 * The postings of an index by distinct text. Labels of one certification that hold the same words with the
 * same weights (its long label and that of N_MEF) always score alike: one of them stands for all.
 */
export interface DistinctTexts {
  /** Certification of each text, weight of its words, and how many labels it stands for. */
  readonly owner: Int32Array;
  readonly weight: Float32Array;
  readonly times: Int32Array;
  /** Postings of word w: `postingStart[w]` to `postingStart[w + 1]`: text and weight there. */
  readonly postingStart: Int32Array;
  readonly postingText: Int32Array;
  readonly postingWeight: Float32Array;
}

export function distinctTexts(index: LabelIndex): DistinctTexts {
  const { labelStart, labelOwner, labelWeight } = index;
  const textOf = new Int32Array(index.labels.length).fill(-1);
  const firsts: number[] = [];
  const times: number[] = [];
  for (let label = 0; label < index.labels.length; label++) {
    const start = labelStart[labelOwner[label] ?? 0] ?? 0;
    let same = start;
    while (same < label && !(textOf[same] !== -1 && holdSameWords(index, same, label))) same++;
    if (same < label) {
      const text = firsts.indexOf(same, Math.max(0, firsts.length - (label - start)));
      times[text] = (times[text] ?? 0) + 1;
      continue;
    }
    textOf[label] = firsts.length;
    firsts.push(label);
    times.push(1);
  }
  return {
    owner: Int32Array.from(firsts, (label) => labelOwner[label] ?? 0),
    weight: Float32Array.from(firsts, (label) => labelWeight[label] ?? 0),
    times: Int32Array.from(times),
    ...postingsOf(index, textOf),
  };
}

function holdSameWords({ wordStart, wordId, wordWeight }: LabelIndex, a: number, b: number): boolean {
  const startA = wordStart[a] ?? 0;
  const startB = wordStart[b] ?? 0;
  const length = (wordStart[a + 1] ?? 0) - startA;
  if ((wordStart[b + 1] ?? 0) - startB !== length) return false;
  for (let i = 0; i < length; i++) {
    if (wordId[startA + i] !== wordId[startB + i] || wordWeight[startA + i] !== wordWeight[startB + i])
      return false;
  }
  return true;
}

/** The postings of the labels that stand for a text (`textOf` -1: another one does), in the same order. */
function postingsOf(
  { postingStart, postingLabel, postingWeight }: LabelIndex,
  textOf: Int32Array,
): Pick<DistinctTexts, 'postingStart' | 'postingText' | 'postingWeight'> {
  const starts = new Int32Array(postingStart.length);
  const texts = new Int32Array(postingLabel.length);
  const weights = new Float32Array(postingLabel.length);
  let at = 0;
  for (let word = 0; word + 1 < postingStart.length; word++) {
    starts[word] = at;
    for (let p = postingStart[word] ?? 0; p < (postingStart[word + 1] ?? 0); p++) {
      const text = textOf[postingLabel[p] ?? 0] ?? -1;
      if (text < 0) continue;
      texts[at] = text;
      weights[at] = postingWeight[p] ?? 0;
      at++;
    }
  }
  starts[postingStart.length - 1] = at;
  return { postingStart: starts, postingText: texts.slice(0, at), postingWeight: weights.slice(0, at) };
}
