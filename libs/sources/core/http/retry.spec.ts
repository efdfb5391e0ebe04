import { describe, expect, it } from '@jest/globals';
import { SourceFormatError, SourceUnavailableError } from '../errors.ts';
import { FakeClock } from './fixtures/fake-transport.ts';
import { SourceRateLimitedError } from './http-errors.ts';
import { backoffDelay, DEFAULT_RETRY, parseRetryAfter, withRetries } from './retry.ts';

const NOW = Date.UTC(2026, 10, 21, 10, 0, 0);
const down = (): SourceUnavailableError =>
  new SourceUnavailableError('essai : en panne.', { source: 'essai' });
const limited = (wait: number): SourceRateLimitedError =>
  new SourceRateLimitedError('essai : patience.', { source: 'essai' }, wait);

async function tries(failures: Error[]): Promise<{ count: number; naps: number[]; error: unknown }> {
  const clock = new FakeClock();
  let count = 0;
  const operation = async (): Promise<string> => {
    const failure = failures[count];
    count += 1;
    await Promise.resolve();
    if (failure) throw failure;
    return 'ok';
  };
  const error = await withRetries(operation, DEFAULT_RETRY, clock).then(
    () => null,
    (caught: unknown) => caught,
  );
  return { count, naps: clock.naps, error };
}

describe('parseRetryAfter', () => {
  it('reads seconds and HTTP dates, and nothing else', () => {
    expect(parseRetryAfter('7', NOW)).toBe(7000);
    expect(parseRetryAfter('Sat, 21 Nov 2026 10:01:00 GMT', NOW)).toBe(60_000);
    expect(parseRetryAfter('Sat, 21 Nov 2026 09:00:00 GMT', NOW)).toBe(0);
    for (const header of [undefined, '', 'bientôt', '-1', '1.5'])
      expect(parseRetryAfter(header, NOW)).toBeNull();
  });
});

describe('withRetries', () => {
  it('doubles the bound of the wait, up to a cap, and draws within it', () => {
    const bounds = [1, 2, 3, 8, 20].map((attempt) => backoffDelay(attempt, DEFAULT_RETRY, () => 1));
    expect(bounds).toEqual([500, 1000, 2000, 30_000, 30_000]);
    expect(backoffDelay(3, DEFAULT_RETRY, () => 0)).toBe(0);
  });

  it('tries again what may pass, five times at most, and says so', async () => {
    expect(await tries([down(), down()])).toEqual({ count: 3, naps: [500, 1000], error: null });
    const lost = await tries([down(), down(), down(), down(), down(), down()]);
    expect(lost.count).toBe(5);
    expect(lost.error).toEqual(expect.objectContaining({ message: 'essai : en panne, après 5 essais.' }));
  });

  it('does not try again what no patience mends', async () => {
    const wrong = new SourceFormatError('essai : format.', { source: 'essai' });
    expect(await tries([wrong])).toEqual({ count: 1, naps: [], error: wrong });
    const bug = new TypeError('bug');
    expect(await tries([bug])).toEqual({ count: 1, naps: [], error: bug });
  });

  it('waits as long as it is asked to, unless that is too long', async () => {
    expect(await tries([limited(9000)])).toEqual({ count: 2, naps: [9000], error: null });
    expect(await tries([limited(600_000)])).toMatchObject({
      count: 1,
      naps: [],
      error: { retryAfter: 600_000 },
    });
  });

  it('a signal that ends the wait ends the call', async () => {
    const controller = new AbortController();
    const failing = withRetries(
      async () => {
        controller.abort(new Error('annulé'));
        await Promise.resolve();
        throw down();
      },
      DEFAULT_RETRY,
      new FakeClock(),
      controller.signal,
    );
    await expect(failing).rejects.toThrow('annulé');
  });
});
