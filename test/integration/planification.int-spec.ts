import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { QUEUES, type Queues } from '../../apps/api/src/queues/job-publisher.ts';
import { redisServer, type TestRedis } from '../redis.ts';
import type { ApiClient } from './api-client.ts';
import { SAMPLES, startInstallation, type Installation } from './installation.ts';
import { signedInAdmin } from './signed-in-admin.ts';

const redis: TestRedis | null = await redisServer();
const backends: [string, string | undefined][] = [['PostgreSQL', undefined]];
if (redis !== null) backends.push(['Redis', redis.url]);
else process.stdout.write('redis-server absent : les planifications sur Redis sont passées.\n');

afterAll(async () => {
  await redis?.stop();
});

describe.each(backends)('schedules, with the queue on %s', (_, redisUrl) => {
  let installation: Installation;
  let api: NestExpressApplication;
  let admin: ApiClient;
  let id: string;
  const edit = { nom: 'BCN du lundi', source: 'bcn', chemin: 'bcn', cron: '0 6 * * 1', actif: true };

  beforeAll(async () => {
    installation = await startInstallation(redisUrl);
    await installation.startWorker();
    ({ api, admin } = await signedInAdmin(installation));
    await mkdir(join(installation.folder, 'depots', 'bcn'), { recursive: true });
    const created = await admin.post('/api/planifications', edit);
    expect(created.status).toBe(201);
    id = created.body.id as string;
  });

  afterAll(async () => {
    await api.close();
    await installation.close();
  });

  const queue = () => installation.app.get<Queues>(QUEUES).get('run-source')!;
  const followed = async () =>
    (await queue().getJobSchedulers()).map(({ key, pattern, tz }) => ({ key, pattern, tz }));
  const mine = (pattern = edit.cron) => ({ key: `planification-${id}`, pattern, tz: 'Europe/Paris' });

  /** Asks for a run and waits until it has ended. */
  async function runNow(): Promise<{ dernierResultat: string; dernierMessage: string }> {
    const before = await admin.get(`/api/planifications/${id}`);
    expect((await admin.post(`/api/planifications/${id}/execution`)).status).toBe(202);
    for (let i = 0; i < 200; i += 1) {
      const { body } = await admin.get(`/api/planifications/${id}`);
      if (body.derniereExecutionLe !== before.body.derniereExecutionLe && body.dernierResultat !== 'en_cours')
        return body;
      await sleep(50);
    }
    throw new Error('the run has not ended');
  }

  it('says when it runs next, in Paris time, and the queue follows it', async () => {
    const { body } = await admin.get(`/api/planifications/${id}`);
    const next = new Date(body.prochaine as string);
    expect(next.getTime()).toBeGreaterThan(Date.now());
    expect(
      new Intl.DateTimeFormat('fr-FR', { timeZone: 'Europe/Paris', weekday: 'long', hour: 'numeric' }).format(
        next,
      ),
    ).toMatch(/lundi.*6/i);
    expect(await followed()).toEqual([mine()]);
  });

  it('runs now: imports what is new in its folder, once', async () => {
    const folder = join(installation.folder, 'depots', 'bcn');
    await copyFile(join(SAMPLES, 'references', 'bcn-2026', 'n_mef.csv'), join(folder, 'n_mef.csv'));
    await writeFile(join(folder, 'lisez-moi.txt'), 'Ceci n’est pas une table.\n');
    expect(await runNow()).toMatchObject({
      dernierResultat: 'succes',
      dernierMessage: expect.stringMatching(/^1 fichier\(s\) nouveau.*1 inconnu/),
    });
    const { body } = await admin.get('/api/instantanes?filter={"table":"n_mef"}');
    expect(body).toMatchObject({ total: 1, data: [{ importePar: expect.stringContaining('BCN du lundi') }] });
    expect(await runNow()).toMatchObject({ dernierMessage: expect.stringContaining('1 déjà importé') });
  });

  it('says what failed, and keeps the date of the last success', async () => {
    const before = await admin.get(`/api/planifications/${id}`);
    await admin.put(`/api/planifications/${id}`, { ...edit, chemin: 'absent' });
    const failed = await runNow();
    expect(failed).toMatchObject({
      dernierResultat: 'echec',
      dernierMessage: expect.stringContaining("absent n'existe pas"),
      dernierSuccesLe: before.body.dernierSuccesLe,
    });
    await admin.put(`/api/planifications/${id}`, edit);
    const acts = await admin.get('/api/journal');
    expect(acts.body.data.map(({ type }: { type: string }) => type)).toEqual(
      expect.arrayContaining(['planification_creee', 'planification_lancee', 'planification_echouee']),
    );
  });

  it('is paused, taken up again, and put at another time', async () => {
    const paused = await admin.put(`/api/planifications/${id}`, { ...edit, actif: false });
    expect(paused.body).toMatchObject({ actif: false, prochaine: null, enRetard: false });
    expect(await followed()).toEqual([]);
    expect(await runNow()).toMatchObject({ dernierResultat: 'succes' });
    await admin.put(`/api/planifications/${id}`, { ...edit, cron: '30  7 * * *' });
    expect(await followed()).toEqual([mine('30 7 * * *')]);
    await admin.put(`/api/planifications/${id}`, edit);
  });

  it('is late after twice its period without a success', async () => {
    expect((await admin.get(`/api/planifications/${id}`)).body.enRetard).toBe(false);
    await installation.dataSource.query(
      `UPDATE planification SET actif_at = now() - interval '30 days', dernier_succes_at = now() - interval '15 days'`,
    );
    expect((await admin.get('/api/planifications')).body.data).toMatchObject([{ id, enRetard: true }]);
    await runNow();
    expect((await admin.get(`/api/planifications/${id}`)).body.enRetard).toBe(false);
  });

  it.each([
    [{ cron: 'demain' }, 'CRON_INVALIDE'],
    [{ chemin: '../../etc' }, 'CHEMIN_HORS_DEPOT'],
    [{ chemin: '/etc/passwd' }, 'CHEMIN_HORS_DEPOT'],
    [{ source: 'inconnue' }, 'SOURCE_INCONNUE'],
  ])('refuses %j', async (change, code) => {
    expect(await admin.post('/api/planifications', { ...edit, nom: 'autre', ...change })).toMatchObject({
      status: 422,
      body: { code },
    });
  });

  it('comes back when the queue has lost its store', async () => {
    await queue().removeJobScheduler(`planification-${id}`);
    await queue().upsertJobScheduler(
      'planification-fantome',
      { pattern: '0 1 * * *' },
      { name: 'run-source' },
    );
    expect(await followed()).not.toContainEqual(mine());
    await installation.startWorker();
    expect(await followed()).toEqual([mine()]);
  });
});
