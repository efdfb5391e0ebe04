import { describe, expect, it } from '@jest/globals';
import { countAttempt, remainingWaitMs, type AttemptState } from './lockout-policy.ts';

const at = (minutes: number) => new Date(Date.UTC(2026, 0, 1) + minutes * 60_000);

function after(failures: number): AttemptState {
  let state: AttemptState | null = null;
  for (let n = 0; n < failures; n += 1) state = countAttempt(state, at(0));
  if (state === null) throw new Error('no failure');
  return state;
}

describe('lock-out', () => {
  it('lets four failures go, waits a minute after the fifth, then longer up to a quarter of an hour', () => {
    const waits = [4, 5, 6, 7, 8, 9, 50].map((failures) => remainingWaitMs(after(failures), at(0)) / 60_000);
    expect(waits).toEqual([0, 1, 2, 4, 8, 15, 15]);
  });

  it('ends', () => {
    expect(remainingWaitMs(after(5), at(0.5))).toBe(30_000);
    expect(remainingWaitMs(after(5), at(1))).toBe(0);
    expect(remainingWaitMs(null, at(0))).toBe(0);
  });

  it('starts again after a quiet day', () => {
    expect(countAttempt(after(9), at(23 * 60)).echecs).toBe(10);
    expect(countAttempt(after(9), at(24 * 60))).toEqual({
      echecs: 1,
      derniereAt: at(24 * 60),
      bloqueJusquA: null,
    });
  });
});
