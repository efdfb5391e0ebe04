import { TextDecoder } from 'node:util';
import { decodeSingleByte } from './single-byte.ts';
import type { Encodage } from './table-reader.ts';

/** Class of the byte before or after a byte beyond ASCII. */
export const CONTEXT = { other: 0, lower: 1, upper: 2, high: 3 } as const;
const CLASSES = 4;

/** How often each byte beyond ASCII was met, by what stands before and after it. */
export type HighByteCounts = Uint32Array;

export function newHighByteCounts(): HighByteCounts {
  return new Uint32Array(128 * CLASSES * CLASSES);
}

export function countHighByte(counts: HighByteCounts, byte: number, before: number, after: number): void {
  const index = (byte - 128) * CLASSES * CLASSES + before * CLASSES + after;
  counts[index] = (counts[index] ?? 0) + 1;
}

const LOWER = 'éèêëàâçîïôùûüœæ';
const UPPER = 'ÉÈÊËÀÂÇÎÏÔÙÛÜŒÆ';
/** Letters of the names of places and persons: possible, not a proof. */
const RARE = 'ñáíóúöäãñÿÑÁÍÓÚÖÄŸ';
const MARKS = '«»’‘“”–—…€°²³º½·§®№ ';

/** How plausible a character is in French between two classes of bytes, from -3 to 1. */
function plausibility(char: string, before: number, after: number): number {
  const inWord = isLetter(before) && isLetter(after);
  if (LOWER.includes(char)) {
    if (before === CONTEXT.upper && after === CONTEXT.upper) return -1;
    return before === CONTEXT.upper && after !== CONTEXT.lower ? 0.3 : 1;
  }
  if (UPPER.includes(char)) {
    if (before === CONTEXT.lower) return -1.5;
    if (before === CONTEXT.upper || after === CONTEXT.upper) return char === 'À' && inWord ? 0.3 : 1;
    return after === CONTEXT.lower ? 0.9 : 0.4;
  }
  if (char === '’' || char === '‘') return isLetter(before) ? 0.7 : 0;
  if (RARE.includes(char)) return 0;
  if (MARKS.includes(char)) return inWord ? -0.7 : 0.3;
  return char < ' ' ? -3 : -1;
}

function isLetter(context: number): boolean {
  return context === CONTEXT.lower || context === CONTEXT.upper;
}

/** Mean plausibility of the bytes beyond ASCII when they are read in a single-byte encoding. */
export function plausibilityOf(counts: HighByteCounts, encodage: 'windows-1252' | 'macintosh'): number {
  let total = 0;
  let sum = 0;
  for (let byte = 128; byte < 256; byte += 1) {
    const char = decodeSingleByte(Uint8Array.of(byte), encodage);
    const shown = char >= '\u0080' && char <= '\u009f' ? '\u0000' : char;
    for (let context = 0; context < CLASSES * CLASSES; context += 1) {
      const count = counts[(byte - 128) * CLASSES * CLASSES + context] ?? 0;
      if (count === 0) continue;
      total += count;
      sum += count * plausibility(shown, Math.floor(context / CLASSES), context % CLASSES);
    }
  }
  return total === 0 ? 0 : sum / total;
}

/** Below this mean no reading is French: the text is refused rather than stored as mojibake. */
const MIN_PLAUSIBILITY = 0.2;

/** Most plausible single-byte encoding of a text that is not UTF-8, or null when none is. */
export function chooseSingleByte(counts: HighByteCounts): Exclude<Encodage, 'utf-8'> | null {
  const ansi = plausibilityOf(counts, 'windows-1252');
  const mac = plausibilityOf(counts, 'macintosh');
  if (Math.max(ansi, mac) < MIN_PLAUSIBILITY) return null;
  if (mac > ansi) return 'macintosh';
  return hasC1(counts) ? 'windows-1252' : 'iso-8859-1';
}

/** Whether a byte between 0x80 and 0x9F was met: ISO-8859-1 has no character there. */
function hasC1(counts: HighByteCounts): boolean {
  return counts.subarray(0, 32 * CLASSES * CLASSES).some((count) => count > 0);
}

/** Decodes a text chunk by chunk; `end` gives what the last chunk left open. */
export interface ChunkDecoder {
  decode(chunk: Uint8Array): string;
  end(): string;
}

/**
 * Decoder of an encoding. A file announced as ISO-8859-1 that uses 0x80–0x9F is windows-1252, its superset.
 * UTF-8 throws TypeError on what is not.
 */
export function decoderOf(encodage: Encodage): ChunkDecoder {
  if (encodage === 'utf-8') {
    const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
    return { decode: (chunk) => decoder.decode(chunk, { stream: true }), end: () => decoder.decode() };
  }
  const label = encodage === 'macintosh' ? 'macintosh' : 'windows-1252';
  return { decode: (chunk) => decodeSingleByte(chunk, label), end: () => '' };
}
