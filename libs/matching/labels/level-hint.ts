import type { IsoDate } from '../reference-data.ts';

/**
 * What a text says of the level, as weights on the first digit of the CFD ('5' = CAP … '1' = master, '8').
 *
 * Arabic numbers are ambiguous: until 2019 "niveau 5" was the CAP, since then it is the BTS (domain.md §1).
 * Carif-Oref's 2020 file still wrote the old ones, so listings of a rentrée before 2021 read that way first.
 */
export type NiveauIndique = ReadonlyMap<string, number>;

const ANCIEN_ROMAIN: Readonly<Record<string, string>> = { i: '1', ii: '2', iii: '3', iv: '4', v: '5' };
const NOUVEAU: Readonly<Record<string, string>> = {
  '3': '5',
  '4': '4',
  '5': '3',
  '6': '2',
  '7': '1',
  '8': '8',
  vi: '2',
  vii: '1',
};
const BAC_PLUS: Readonly<Record<string, string>> = {
  '1': '3',
  '2': '3',
  '3': '2',
  '4': '2',
  '5': '1',
  '6': '1',
  '8': '8',
};

const NIVEAU = /\b(?:niveau|nieau|niv\.?)(?: de)? ?:? ?(i{1,3}|iv|vii?|v|[1-8])(?![a-z0-9])/g;
const BAC = /\bbac ?\+ ?([1-8])(?: et plus)?/g;
const NIVEAU_BAC = /\bniveau bac\b(?! ?\+)/g;

/** Reads the level off canonical text and returns the text without it. */
export function readLevelHint(canonical: string, rentree: IsoDate): { niveau: NiveauIndique; reste: string } {
  const weights = new Map<string, number>();
  const add = (digit: string | undefined, weight: number): void => {
    if (digit !== undefined) weights.set(digit, Math.max(weight, weights.get(digit) ?? 0));
  };
  const oldFirst = rentree < '2021';
  const reste = canonical
    .replace(NIVEAU_BAC, () => {
      add('4', 1);
      return ' ';
    })
    .replace(BAC, (_, years: string) => {
      add(BAC_PLUS[years], 1);
      return ' ';
    })
    .replace(NIVEAU, (_, said: string) => {
      if (ANCIEN_ROMAIN[said] !== undefined) add(ANCIEN_ROMAIN[said], 1);
      else if (said === '1' || said === '2') add(said, 1);
      else if (said === '3' || said === '5') {
        add(said, oldFirst ? 1 : 0.3);
        add(NOUVEAU[said], oldFirst ? 0.3 : 1);
      } else add(NOUVEAU[said], 1);
      return ' ';
    });
  return { niveau: weights, reste };
}
