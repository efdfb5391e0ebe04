import { createHash } from 'node:crypto';
import type { RandomSource } from '../common/random-source.ts';

const TOKEN_BYTES = 32;
/** 32 bytes in base64url: anything else is not one of ours and needs no look-up. */
const TOKEN_SHAPE = /^[A-Za-z0-9_-]{43}$/;

export interface SessionToken {
  /** For the browser only; never stored. */
  readonly token: string;
  readonly sha256: string;
}

export function createSessionToken(random: RandomSource): SessionToken {
  const token = random.bytes(TOKEN_BYTES).toString('base64url');
  return { token, sha256: sha256(token) };
}

/** The stored form of a token received, or null when it cannot be one. A plain sha256 is enough for 256 random bits. */
export function hashSessionToken(token: string): string | null {
  return TOKEN_SHAPE.test(token) ? sha256(token) : null;
}

function sha256(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
