import type { CodeCertification } from '../match-result.ts';

/**
 * Words of the labels that led to each code in the listings learned from. A word is known by a number only
 * (`wordKey`): the labels themselves are not shipped.
 */
export type MotsAppris = Readonly<Record<CodeCertification, MotsDuCode>>;

export interface MotsDuCode {
  /** How many distinct labels led to the code. */
  readonly etiquettes: number;
  /** How many of them hold each word, by its key. */
  readonly mots: ReadonlyMap<number, number>;
}

/** What one learned label said: its words, for each code it led to. Forgotten where that same label is answered. */
export type Oubli = ReadonlyMap<CodeCertification, ReadonlySet<number>>;

/** FNV-1a of a stem, 32 bits. */
export function wordKey(stem: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < stem.length; i++) hash = Math.imul(hash ^ stem.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}

const RADIX = 36;

/**
 * Reads `CFD:32031212=2:a1b2c3*2:x9y8z7 CFD:…`, the compact form of the table: a code, how many labels led to it, then
 * the key of each word in base 36 and, where several labels hold it, how many.
 */
export function readLearnedWords(text: string): MotsAppris {
  const entries = text
    .split(' ')
    .filter((entry) => entry !== '')
    .map((entry) => {
      const [head = '', ...words] = entry.split(':').slice(1);
      const [code = '', etiquettes = '0'] = head.split('=');
      const mots = new Map(
        words.map((word) => {
          const [key = '', count = '1'] = word.split('*');
          return [Number.parseInt(key, RADIX), Number(count)];
        }),
      );
      return [
        `${entry.slice(0, entry.indexOf(':'))}:${code}`,
        { etiquettes: Number(etiquettes), mots },
      ] as const;
    });
  return Object.fromEntries(entries);
}

/** The text that `readLearnedWords` reads, in the order of the table. */
export function learnedWordsText(words: MotsAppris): string {
  return Object.entries(words)
    .map(([code, { etiquettes, mots }]) =>
      [
        `${code}=${String(etiquettes)}`,
        ...[...mots].map(([key, count]) => `${key.toString(RADIX)}${count === 1 ? '' : `*${String(count)}`}`),
      ].join(':'),
    )
    .join(' ');
}
