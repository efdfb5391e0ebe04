import { describe, expect, it } from '@jest/globals';
import { longestWait, nextOccurrence } from './cron.ts';

const HOUR = 3_600_000;

describe('cron expressions', () => {
  it('fall in Paris time, summer and winter', () => {
    expect(nextOccurrence('0 6 * * *', new Date('2026-07-01T00:00:00Z'))?.toISOString()).toBe(
      '2026-07-01T04:00:00.000Z',
    );
    expect(nextOccurrence('0 6 * * *', new Date('2026-12-01T00:00:00Z'))?.toISOString()).toBe(
      '2026-12-01T05:00:00.000Z',
    );
  });

  it.each(['', 'tous les jours', '* * * *', '61 * * * *', '0 0 6 * * *', '@daily'])(
    'refuse « %s »',
    (cron) => {
      expect(nextOccurrence(cron, new Date('2026-07-01T00:00:00Z'))).toBeNull();
      expect(longestWait(cron, new Date('2026-07-01T00:00:00Z'))).toBeNull();
    },
  );

  it('say their longest wait, a week-end included', () => {
    const monday = new Date('2026-06-01T08:00:00Z');
    expect(longestWait('0 6 * * *', monday)).toBe(24 * HOUR);
    expect(longestWait('0 6 * * 1-5', monday)).toBe(72 * HOUR);
    expect(longestWait('0 6 * * 1', monday)).toBe(7 * 24 * HOUR);
  });
});
