import { describe, expect, it, jest } from '@jest/globals';
import { systemRandom } from '../common/random-source.ts';
import { Passwords } from './passwords.ts';

describe('Passwords', () => {
  const passwords = new Passwords(systemRandom);

  it('hashes with argon2id and recognises the password only', async () => {
    const hash = await passwords.hash('une phrase longue');
    expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(await passwords.verify(hash, 'une phrase longue')).toBe(true);
    expect(await passwords.verify(hash, 'une phrase Longue')).toBe(false);
  });

  it('does the same work without an account, and never accepts', async () => {
    const bytes = jest.fn((size: number) => Buffer.alloc(size, 7));
    const decoy = Buffer.alloc(32, 7).toString('base64');
    const known = new Passwords({ bytes });
    expect(await known.verify(null, decoy)).toBe(false);
    expect(await known.verify(null, 'autre')).toBe(false);
    expect(bytes).toHaveBeenCalledTimes(1);
  });

  it('draws provisional passwords evenly, without characters that look alike', () => {
    const drawn = new Passwords({ bytes: () => Buffer.from([next()]) });
    let byte = 253;
    const next = () => (byte = (byte + 1) % 256);
    // 254 and 255 are past the last multiple of 31 (248): drawn again.
    expect(drawn.provisional()).toBe('abcd-efgh-jkmn-pqrs');
    expect(passwords.provisional()).toMatch(/^([a-hj-km-np-z2-9]{4}-){3}[a-hj-km-np-z2-9]{4}$/);
    expect(passwords.provisional()).not.toBe(passwords.provisional());
  });
});
