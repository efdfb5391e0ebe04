import { randomBytes } from 'node:crypto';

/** Unpredictable bytes, for tokens and provisional passwords. */
export interface RandomSource {
  bytes(size: number): Buffer;
}

/** Injection token of the RandomSource. */
export const RANDOM = Symbol('RANDOM');

export const systemRandom: RandomSource = { bytes: (size) => randomBytes(size) };
