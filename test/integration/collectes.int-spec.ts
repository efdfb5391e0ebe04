import { fork } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CollecteQuery, type CollecteView } from '../../apps/api/src/collectes/collecte.query.ts';
import { RequestCollecteUseCase } from '../../apps/api/src/collectes/request-collecte.use-case.ts';
import { QUEUES, type Queues } from '../../apps/api/src/queues/job-publisher.ts';
import { Reaper } from '../../apps/api/src/reprise/reaper.ts';
import { ContractServer, type Play } from '../contract/http/contract-server.ts';
import { bcnPlay } from '../contract/http/plays/bcn-play.ts';
import { certifInfoPlay } from '../contract/http/plays/certif-info-play.ts';
import {
  generatedUais,
  INSERJEUNES_CREDENTIALS,
  inserjeunesPlay,
} from '../contract/http/plays/inserjeunes-play.ts';
import { generatedSirets, QUIFORME_CREDENTIALS, quiformePlay } from '../contract/http/plays/quiforme-play.ts';
import { redisServer, type TestRedis } from '../redis.ts';
import type { ApiClient } from './api-client.ts';
import { ROOT, startInstallation, type Installation } from './installation.ts';
import { signedInAdmin } from './signed-in-admin.ts';

const redis: TestRedis | null = await redisServer();
const backends: [string, string | undefined][] = [['PostgreSQL', undefined]];
if (redis !== null) backends.push(['Redis', redis.url]);
else process.stdout.write('redis-server absent : les collectes sur Redis sont passées.\n');

afterAll(async () => {
  await redis?.stop();
});

describe.each(backends)('imports by API, with the queue on %s', (_, redisUrl) => {
  let server: ContractServer;
  let installation: Installation;
  let api: NestExpressApplication;
  let admin: ApiClient;
  let env: Record<string, string>;

  beforeAll(async () => {
    server = await ContractServer.start();
    env = {
      CONCORDANCE_RESEAU_SOURCES: 'local',
      BCN_URL: `${server.url}/bcn`,
      CERTIFINFO_TABULAIRE_URL: server.url,
      INSERJEUNES_URL: `${server.url}/api/v1.0`,
      QUIFORME_URL: server.url,
      ...INSERJEUNES_CREDENTIALS,
      ...QUIFORME_CREDENTIALS,
    };
    installation = await startInstallation(redisUrl, env);
    await installation.startWorker();
    ({ api, admin } = await signedInAdmin(installation));
  });

  afterAll(async () => {
    await api.close();
    await installation.close();
    await server.stop();
  });

  const read = async (id: string): Promise<CollecteView> => (await admin.get(`/api/collectes/${id}`)).body;

  async function start(source: string, parametres: object = {}): Promise<string> {
    const { status, body } = await admin.post('/api/collectes', { source, parametres });
    expect({ status, code: body.code }).toEqual({ status: 202, code: undefined });
    return body.id as string;
  }

  /** Waits until an import is as wanted; by default, ended. */
  async function until(
    id: string,
    wanted = ({ statut }: CollecteView) => !['en_attente', 'en_cours'].includes(statut),
  ): Promise<CollecteView> {
    for (let i = 0; i < 900; i += 1) {
      const view = await read(id);
      if (wanted(view)) return view;
      await sleep(50);
    }
    throw new Error(`not as wanted: ${JSON.stringify(await read(id))}`);
  }

  const run = async (source: string, parametres: object = {}): Promise<CollecteView> =>
    until(await start(source, parametres));

  const count = async (sql: string): Promise<number> => {
    const rows: { n: number }[] = await installation.dataSource.query(
      `SELECT count(*)::int AS n FROM ${sql}`,
    );
    return rows[0]?.n ?? 0;
  };

  it('gives one snapshot a table, and says what has not changed', async () => {
    const { play } = bcnPlay(40);
    const withEtag: Play = (request) => {
      const answer = play(request);
      if (answer === null) return null;
      const etag = `"${request.url.searchParams.get('n') ?? ''}"`;
      return request.headers['if-none-match'] === etag
        ? { status: 304, body: '' }
        : { ...answer, headers: { ...answer.headers, etag } };
    };
    server.play(withEtag);
    const tables = ['N_MEF', 'N_FORMATION_DIPLOME'];
    const first = await run('bcn', { tables });
    expect(first).toMatchObject({ statut: 'terminee', faites: 2, total: 2, resteMs: 0, refusees: 0 });
    expect(first.instantanes).toHaveLength(2);
    expect(await count('collecte_ligne')).toBe(0);
    const again = await run('bcn', { tables });
    expect(again).toMatchObject({ statut: 'terminee', instantanes: [] });
    expect(again.message).toMatch(/inchangé depuis la dernière fois/);
  });

  it('brings the rows of a paged service, with the vintage of its own column', async () => {
    server.play(certifInfoPlay({ rows: 1_220 }));
    const { instantanes, ...view } = await run('certif-info');
    expect(view).toMatchObject({ statut: 'terminee', lignes: 1_220, refusees: 0 });
    const { body } = await admin.get(`/api/instantanes/${instantanes[0]?.id ?? ''}`);
    expect(body).toMatchObject({
      table: 'certif_info',
      acceptees: 1_220,
      millesime: '2026-10-02',
      origine: 'collecte de certif-info',
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    // The same rows are the same snapshot.
    expect((await run('certif-info')).message).toBe('déjà importé : certif_info');
  });

  it('asks one establishment at a time, keeps what is refused, and can be cancelled', async () => {
    const uais = generatedUais(40);
    server.play(inserjeunesPlay({ refusedUais: uais.slice(0, 1) }));
    const few = await run('inserjeunes', { uais: uais.slice(0, 3), millesimes: ['2022_2023'] });
    expect(few).toMatchObject({ statut: 'terminee', faites: 3, lignes: 7, refusees: 1 });
    const { body } = await admin.get(
      `/api/lignes-refusees?filter=${JSON.stringify({ instantaneId: few.instantanes[0]?.id })}`,
    );
    expect(body.data).toMatchObject([
      { motif: 'DEMANDE_REFUSEE', message: expect.stringMatching(/UAI incorrect/) },
    ]);
    const id = await start('inserjeunes', { uais, millesimes: ['2022_2023'] });
    const under = await until(id, ({ faites }) => faites >= 3);
    expect(under).toMatchObject({ statut: 'en_cours', total: 40, resteMs: expect.any(Number) });
    expect((await admin.post('/api/collectes', { source: 'inserjeunes' })).body.code).toBe(
      'COLLECTE_EN_COURS',
    );
    expect((await admin.post(`/api/collectes/${id}/annulation`)).body).toMatchObject({ statut: 'annulee' });
    expect(await count(`collecte_ligne WHERE collecte_id = '${id}'`)).toBe(0);
    expect((await admin.post(`/api/collectes/${id}/annulation`)).status).toBe(404);
  });

  it('waits as long as the service asks, in the queue, and is resumed there', async () => {
    server.play(certifInfoPlay({ rows: 130 }));
    server.fault(/page=2/, { status: 429, headers: { 'retry-after': '3600' }, body: '' });
    const id = await start('certif-info');
    const waiting = await until(id, ({ attenteJusqua }) => attenteJusqua !== null);
    expect(waiting).toMatchObject({
      statut: 'en_attente',
      lignes: 50,
      message: expect.stringMatching(/patienter/),
    });
    const queue = installation.app.get<Queues>(QUEUES).get('run-collecte')!;
    const delayed = await queue.getJobs(['delayed']);
    const mine = delayed.find(({ data }) => (data as { collecteId: string }).collecteId === id);
    expect(mine?.delay ?? 0).toBeGreaterThan(3_500_000);
    await mine?.promote();
    const done = await until(id);
    expect(done).toMatchObject({ statut: 'terminee', lignes: 130 });
    expect(server.seen(/page=1&/)).toHaveLength(1);
  });

  it('stops at a drift and names it, landing nothing', async () => {
    const before = await count('instantane');
    server.play(certifInfoPlay({ rows: 120, missing: 'Code_RNCP' }));
    const drifted = await run('certif-info');
    expect(drifted).toMatchObject({ statut: 'echouee', instantanes: [] });
    expect(drifted.message).toMatch(/Code_RNCP.*depuis le dernier instantané/);
    expect(await count('instantane')).toBe(before);
  });

  it('is taken up again where it failed, by a person', async () => {
    server.play(certifInfoPlay({ rows: 140 }));
    server.fault(/page=3/, { status: 404, body: {} });
    const id = await start('certif-info');
    expect(await until(id)).toMatchObject({ statut: 'echouee', lignes: 100 });
    expect((await admin.post(`/api/collectes/${id}/reprise`)).status).toBe(202);
    expect(await until(id, ({ statut }) => statut === 'terminee')).toMatchObject({ lignes: 140 });
    expect(server.seen(/page=[12]&/)).toHaveLength(2);
    expect((await admin.post(`/api/collectes/${id}/reprise`)).body.code).toBe('REPRISE_IMPOSSIBLE');
  });

  it('does not ask again for what is less than a day old, and lands it whole', async () => {
    const sirets = generatedSirets(3);
    server.play(quiformePlay({ absent: sirets.slice(0, 1) }));
    expect(await run('quiforme', { sirets: sirets.slice(0, 2) })).toMatchObject({
      statut: 'terminee',
      lignes: 2,
    });
    const asked = server.requests.length;
    const second = await run('quiforme', { sirets });
    expect(second).toMatchObject({ statut: 'terminee', lignes: 3, faites: 3 });
    expect(server.requests.length - asked).toBe(1);
    const { body } = await admin.get(`/api/instantanes/${second.instantanes[0]?.id ?? ''}`);
    expect(body).toMatchObject({ table: 'quiforme', acceptees: 3 });
    expect(await count(`reponse_source WHERE source = 'quiforme'`)).toBe(3);
  });

  it('refuses what it cannot ask, and never shows a secret', async () => {
    const refused = async (source: string, parametres: object) =>
      (await admin.post('/api/collectes', { source, parametres })).body;
    expect(await refused('acce', {})).toMatchObject({ code: 'SOURCE_SANS_API' });
    expect(await refused('inserjeunes', { uai: ['x'] })).toMatchObject({ code: 'PARAMETRES_INVALIDES' });
    expect(await refused('inserjeunes', { uais: ['0751234X'] })).toMatchObject({
      code: 'PARAMETRES_INVALIDES',
    });
    const missing = await run('catalogue-apprentissage');
    expect(missing).toMatchObject({
      statut: 'echouee',
      message: expect.stringMatching(/_IDENTIFIANT, .*_MOT_DE_PASSE/),
    });
    server.play(inserjeunesPlay());
    server.fault(/login/, { status: 401, body: {} }, { times: 9 });
    const denied = await run('inserjeunes', { uais: generatedUais(1), millesimes: ['2022_2023'] });
    expect(denied).toMatchObject({ statut: 'echouee', message: expect.stringMatching(/accès refusé/) });
    const sources = await admin.get('/api/sources');
    const everything = JSON.stringify([
      sources.body,
      (await admin.get('/api/collectes')).body,
      (await admin.get('/api/journal')).body,
      await installation.dataSource.query(`SELECT * FROM collecte`),
    ]);
    for (const secret of [
      ...Object.values(INSERJEUNES_CREDENTIALS),
      ...Object.values(QUIFORME_CREDENTIALS),
    ]) {
      expect(everything).not.toContain(secret);
    }
    const known = new Map(sources.body.data.map((source: { id: string }) => [source.id, source]));
    expect(known.get('catalogue-apprentissage')).toMatchObject({
      connecteur: {
        manquants: ['CATALOGUE_APPRENTISSAGE_IDENTIFIANT', 'CATALOGUE_APPRENTISSAGE_MOT_DE_PASSE'],
      },
    });
    expect(known.get('bcn')).toMatchObject({ connecteur: { manquants: [] } });
    expect(known.get('acce')).toMatchObject({ connecteur: null });
  });

  it('is run by a schedule, which says what came of it', async () => {
    server.play(certifInfoPlay({ rows: 150 }));
    const created = await admin.post('/api/planifications', {
      nom: 'Certif Info de la nuit',
      genre: 'connecteur',
      source: 'certif-info',
      cron: '0 3 * * *',
    });
    expect(created).toMatchObject({ status: 201, body: { genre: 'connecteur', chemin: null } });
    const path = `/api/planifications/${created.body.id as string}`;
    expect((await admin.post(`${path}/execution`)).status).toBe(202);
    await until((await admin.get('/api/collectes')).body.data[0].id);
    for (let i = 0; (await count('collecte WHERE planification_id IS NOT NULL')) === 0 && i < 200; i += 1)
      await sleep(50);
    const { body } = await admin.get(`/api/collectes?filter={"source":"certif-info"}`);
    const ended = await until(body.data[0].id);
    expect(ended).toMatchObject({
      statut: 'terminee',
      auteur: expect.stringContaining('Certif Info de la nuit'),
    });
    expect((await admin.get(path)).body).toMatchObject({
      dernierResultat: 'succes',
      dernierMessage: ended.message,
      collecteId: ended.id,
      enRetard: false,
    });
    const wrong = { nom: 'ACCE', genre: 'connecteur', source: 'acce', cron: '0 3 * * *' };
    expect((await admin.put(path, wrong)).body.code).toBe('SOURCE_SANS_API');
    expect((await admin.put(path, { ...wrong, source: 'bcn', chemin: 'bcn' })).body.code).toBe(
      'CHEMIN_INATTENDU',
    );
  });
});

describe('an import by API whose worker is killed', () => {
  it('goes on where it was, asking nothing twice', async () => {
    const server = await ContractServer.start();
    const env = {
      CONCORDANCE_RESEAU_SOURCES: 'local',
      INSERJEUNES_URL: `${server.url}/api/v1.0`,
      ...INSERJEUNES_CREDENTIALS,
    };
    const installation = await startInstallation(undefined, env);
    const { dataSource, app } = installation;
    const uais = generatedUais(12);
    server.play(inserjeunesPlay());
    const worker = fork(join(ROOT, 'dist', 'apps', 'api', 'src', 'main.worker.js'), {
      env: {
        ...process.env,
        ...env,
        DATABASE_URL: installation.config.databaseUrl.reveal(),
        CONCORDANCE_DATA_DIR: installation.folder,
        LOG_LEVEL: 'error',
      },
    });
    try {
      const id = await app.get(RequestCollecteUseCase).execute({
        source: 'inserjeunes',
        parametres: { uais, millesimes: ['2022_2023'] },
        auteur: { compteId: null, nom: 'essai' },
      });
      const until = async (wanted: (view: CollecteView) => boolean): Promise<CollecteView> => {
        for (let i = 0; i < 900; i += 1) {
          const view = await app.get(CollecteQuery).findById(id);
          if (view !== null && wanted(view)) return view;
          await sleep(50);
        }
        throw new Error('not as wanted');
      };
      await until(({ lignes }) => lignes >= 9);
      worker.kill('SIGKILL');
      const survivor = await installation.startWorker();
      // Time passes: the lease of the dead worker is over, and its job has not been heard of.
      await dataSource.query(
        `UPDATE collecte SET bail_at = now() - interval '1 second', envoye_at = now() - interval '2 minutes'`,
      );
      await survivor.get(Reaper).sweep();
      const ended = await until(({ statut }) => statut === 'terminee');
      expect(ended).toMatchObject({ lignes: 36, refusees: 0, total: 12 });
      const asked = server.seen(/UAI/);
      expect(new Set(asked).size).toBe(12);
      // At most the one under way at the kill is asked again.
      expect(asked.length).toBeLessThanOrEqual(13);
    } finally {
      worker.kill('SIGKILL');
      await installation.close();
      await server.stop();
    }
  });
});
