import { describe, expect, it } from '@jest/globals';
import { formatDuration, formatProgress, ProgressBar } from './progression.ts';

/** Intl writes thousands with narrow no-break spaces; ordinary ones read better in expectations. */
const plain = (text: string): string => text.replace(/\s/gu, ' ');

function bar(
  total: number | null,
  isTTY = false,
): { bar: ProgressBar; shown: string[]; clock: { ms: number } } {
  const shown: string[] = [];
  const clock = { ms: 0 };
  const output = { isTTY, columns: 80, write: (text: string) => shown.push(plain(text)) };
  return {
    bar: new ProgressBar({ titre: 'Appariement', unite: 'formations', total, output, now: () => clock.ms }),
    shown,
    clock,
  };
}

describe('formatProgress', () => {
  it('says how many of how many, the rate and the time left', () => {
    const text = formatProgress({ done: 1234, total: 3392, unite: 'formations', rate: 850 });
    expect(plain(text)).toBe('1 234 / 3 392 formations · 850/s · reste 3 s');
  });

  it('says no time left without a total', () => {
    expect(plain(formatProgress({ done: 12000, total: null, unite: 'lignes', rate: 4000 }))).toBe(
      '12 000 lignes · 4 000/s',
    );
  });

  it('says no rate before anything was measured', () => {
    expect(formatProgress({ done: 0, total: 10, unite: 'lignes', rate: null })).toBe('0 / 10 lignes');
  });
});

describe('formatDuration', () => {
  it.each([
    [0.02, '0,1 s'],
    [3.24, '3,2 s'],
    [59.4, '59 s'],
    [125, '2 min 05 s'],
    [4200, '1 h 10 min'],
  ])('writes %d s as %s', (seconds, text) => {
    expect(formatDuration(seconds)).toBe(text);
  });
});

describe('ProgressBar', () => {
  it('writes a line every few seconds where there is no terminal', () => {
    const { bar: progress, shown, clock } = bar(1000);
    for (let second = 1; second <= 7; second += 1) {
      clock.ms = second * 1000;
      progress.update(second * 100);
    }
    expect(shown).toEqual([
      'Appariement : 300 / 1 000 formations · 100/s · reste 7 s ',
      'Appariement : 600 / 1 000 formations · 100/s · reste 4 s ',
    ]);
  });

  it('gives the rate of the last seconds, not of the whole run', () => {
    const { bar: progress, shown, clock } = bar(10_000);
    clock.ms = 60_000;
    progress.update(10);
    for (let second = 61; second <= 72; second += 1) {
      clock.ms = second * 1000;
      progress.advance(200);
    }
    expect(shown.at(-1)).toContain('200/s');
  });

  it('redraws its line on a terminal and leaves a last one', () => {
    const { bar: progress, shown, clock } = bar(100, true);
    clock.ms = 200;
    progress.update(50);
    clock.ms = 1000;
    progress.update(100);
    progress.finish();
    progress.update(120);
    expect(shown).toHaveLength(3);
    expect(shown[0]).toContain('\u001b[2KAppariement : 50 / 100 formations');
    expect(shown[2]).toContain('100 formations en 1 s · 100/s');
  });
});
