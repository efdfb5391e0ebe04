import { describe, expect, it } from '@jest/globals';
import { ShortMemory } from './short-memory.ts';

describe('ShortMemory', () => {
  it('computes once for those who ask together, again once stale, and forgets failures and the oldest', async () => {
    let now = 0;
    let computed = 0;
    const memory = new ShortMemory<number>({ now: () => new Date(now) }, 1_000, 2);
    const ask = (question: string): Promise<number> =>
      memory.get(question, () => Promise.resolve((computed += 1)));
    expect(await Promise.all([ask('a'), ask('a')])).toEqual([1, 1]);
    now = 999;
    expect(await ask('a')).toBe(1);
    now = 1_000;
    expect(await ask('a')).toBe(2);
    await ask('b');
    await ask('c');
    expect(await ask('b')).toBe(3);
    expect(await ask('a')).toBe(5);
    await expect(memory.get('d', () => Promise.reject(new Error('panne')))).rejects.toThrow('panne');
    expect(await ask('d')).toBe(6);
  });
});
