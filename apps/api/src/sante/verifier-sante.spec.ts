import { describe, expect, it, jest } from '@jest/globals';
import type { QueueHealth } from '../common/queue-health.ts';
import type { BaseSante } from './base-sante.repository.ts';
import { VerifierSante } from './verifier-sante.use-case.ts';

const well = { ping: () => Promise.resolve(), countPendingMigrations: () => Promise.resolve(0) };
const queue: QueueHealth = { check: () => Promise.resolve({ ok: true, type: 'redis' }) };
const check = (base: object, file: QueueHealth = queue) =>
  new VerifierSante(base as BaseSante, file).execute();

describe('VerifierSante', () => {
  it('is well when everything is', async () => {
    expect(await check(well)).toMatchObject({ statut: 'ok', file: { ok: true, type: 'redis' } });
  });

  it('says which part is not', async () => {
    const down = () => Promise.reject(new Error('ECONNREFUSED'));
    const degraded = { statut: 'degrade', base: { ok: true }, file: { ok: true }, migrations: { ok: true } };
    const noBase = await check({ ping: down, countPendingMigrations: down });
    expect(noBase).toMatchObject({
      ...degraded,
      base: { ok: false },
      migrations: { ok: false, enAttente: null },
    });
    expect(await check({ ...well, countPendingMigrations: () => Promise.resolve(2) })).toMatchObject({
      ...degraded,
      migrations: { ok: false, enAttente: 2 },
    });
    expect(await check(well, { check: down })).toMatchObject({
      ...degraded,
      file: { ok: false, type: null },
    });
  });

  it('does not wait for a database that does not answer', async () => {
    jest.useFakeTimers();
    const answer = check({ ...well, ping: () => new Promise(() => undefined) });
    await jest.advanceTimersByTimeAsync(2_000);
    expect((await answer).base.ok).toBe(false);
    jest.useRealTimers();
  });

  it('shares one check between calls made at the same time', async () => {
    const ping = jest.fn(() => Promise.resolve());
    const verifier = new VerifierSante({ ...well, ping } as unknown as BaseSante, queue);
    await Promise.all([verifier.execute(), verifier.execute()]);
    expect(ping).toHaveBeenCalledTimes(1);
    await verifier.execute();
    expect(ping).toHaveBeenCalledTimes(2);
  });
});
