import { describe, expect, it } from '@jest/globals';
import { systemRandom } from '../common/random-source.ts';
import { createSessionToken, hashSessionToken } from './session-token.ts';

describe('session token', () => {
  it('is 256 random bits, stored as a sha256', () => {
    const { token, sha256 } = createSessionToken(systemRandom);
    expect(Buffer.from(token, 'base64url')).toHaveLength(32);
    expect(sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(hashSessionToken(token)).toBe(sha256);
    expect(createSessionToken(systemRandom).token).not.toBe(token);
  });

  it.each(['', 'court', 'A'.repeat(44), `${'A'.repeat(42)}=`, `${'A'.repeat(42)}'`])(
    'is not « %s »',
    (token) => {
      expect(hashSessionToken(token)).toBeNull();
    },
  );
});
