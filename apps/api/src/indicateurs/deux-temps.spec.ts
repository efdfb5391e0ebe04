import { setImmediate as nextTurn } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { DeuxTemps } from './deux-temps.ts';

describe('work in two parts', () => {
  it('prepares in order, even when the first takes longer, and lets what follows overlap', async () => {
    const seen: string[] = [];
    const work = new DeuxTemps();
    const step = (name: string, turns: number): Promise<string> =>
      work.start(
        async () => {
          for (let turn = 0; turn < turns; turn += 1) await nextTurn();
          seen.push(`prepare ${name}`);
          return name;
        },
        async (prepared) => {
          seen.push(`read ${prepared}`);
          for (let turn = 0; turn < turns; turn += 1) await nextTurn();
          seen.push(`end ${prepared}`);
          return prepared;
        },
      );
    expect(await Promise.all([step('1', 5), step('2', 1)])).toEqual(['1', '2']);
    expect(seen.filter((each) => each.startsWith('prepare'))).toEqual(['prepare 1', 'prepare 2']);
    expect(seen.indexOf('end 2')).toBeLessThan(seen.indexOf('end 1'));
  });

  it('gives its failure to whoever awaits it, and begins nothing after', async () => {
    const work = new DeuxTemps();
    const failed = work.start(
      () => Promise.reject(new Error('panne')),
      () => Promise.resolve(),
    );
    const begun: string[] = [];
    const next = work.start(
      () => Promise.resolve(begun.push('next')),
      () => Promise.resolve(),
    );
    await nextTurn();
    await expect(failed).rejects.toThrow('panne');
    await expect(next).rejects.toThrow('panne');
    expect(begun).toEqual([]);
  });
});
