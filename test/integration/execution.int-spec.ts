import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CancelExecutionUseCase } from '../../apps/api/src/appariements/cancel-execution.use-case.ts';
import {
  ExecutionRepository,
  type ExecutionRecord,
} from '../../apps/api/src/appariements/execution.repository.ts';
import { LotRepository } from '../../apps/api/src/appariements/lot.repository.ts';
import { MatchLotUseCase } from '../../apps/api/src/appariements/match-lot.use-case.ts';
import { resultatPublicSchema } from '../../apps/api/src/appariements/resultat-public.ts';
import { Reaper } from '../../apps/api/src/reprise/reaper.ts';
import { runCli } from '../../apps/api/src/cli/main.ts';
import { CreateCampagneUseCase } from '../../apps/api/src/campagnes/create-campagne.use-case.ts';
import { BuildExportUseCase } from '../../apps/api/src/exports/build-export.use-case.ts';
import { ExportRepository } from '../../apps/api/src/exports/export.repository.ts';
import { RequestExportUseCase } from '../../apps/api/src/exports/request-export.use-case.ts';
import { QUEUES, type Queues } from '../../apps/api/src/queues/job-publisher.ts';
import { CapturedTerminal } from '../captured-terminal.ts';
import { redisServer, type TestRedis } from '../redis.ts';
import { lireCas } from './cas-attendus.ts';
import {
  launch,
  SAMPLES,
  setUpSample,
  startInstallation,
  waitForEnd,
  type Installation,
} from './installation.ts';

const redis: TestRedis | null = await redisServer();
const backends: [string, string | undefined][] = [['PostgreSQL', undefined]];
if (redis !== null) backends.push(['Redis', redis.url]);
else process.stdout.write('redis-server absent : la file sur Redis est passée.\n');

afterAll(async () => {
  await redis?.stop();
});

interface Answer {
  readonly id: string;
  readonly statut: string;
  readonly [field: string]: unknown;
}

async function ndjson(file: string): Promise<Answer[]> {
  const text = await readFile(file, 'utf8');
  return text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Answer);
}

async function exportOf({ app, folder }: Installation, executionId: string, name: string): Promise<string> {
  const target = join(folder, name);
  await app.get(BuildExportUseCase).write(executionId, target);
  return target;
}

describe.each(backends)('a run with the queues on %s', (_, url) => {
  let installation: Installation;
  let campagneId: string;
  let first: string;

  beforeAll(async () => {
    installation = await startInstallation(url);
    campagneId = await setUpSample(installation, 'parcoursup');
  });

  afterAll(async () => {
    await installation.close();
  });

  it('gives, with two workers, the answers of the offline command, row for row', async () => {
    await installation.startWorker();
    await installation.startWorker();
    first = await launch(installation, campagneId);
    const ended = await waitForEnd(installation, first);
    expect(ended).toMatchObject({ statut: 'terminee', erreur: null });
    expect(ended.nbLotsTermines).toBe(ended.nbLots);
    expect(ended.nbFormationsTraitees).toBe(ended.nbFormations);

    const folder = await exportOf(installation, first, 'premier');
    const exported = await ndjson(join(folder, 'formations.ndjson'));
    const offline = join(installation.folder, 'hors-ligne.ndjson');
    const code = await runCli(
      [
        'apparier',
        ...['--catalogue', join(SAMPLES, 'catalogues', 'parcoursup.csv'), '--plateforme', 'parcoursup'],
        ...['--references', join(SAMPLES, 'references'), '--rentree', '2026-09-01', '--sortie', offline],
      ],
      new CapturedTerminal(),
    );
    expect(code).toBe(3);
    const answers = await ndjson(offline);
    expect(answers).toHaveLength(exported.length);
    for (const [index, answer] of answers.entries()) expect(exported[index]).toMatchObject(answer);
  });

  it('orders close candidates by what the establishments offer, as samples/cas-offres.csv expects', async () => {
    const folder = await exportOf(installation, first, 'offres');
    const exported = new Map(
      (await ndjson(join(folder, 'formations.ndjson'))).map((answer) => [answer.id, answer]),
    );
    const cas = lireCas<'statut' | 'premier' | 'deuxieme' | 'offre'>('cas-offres');
    for (const { identifiant, statut, premier, deuxieme, offre, pourquoi } of cas) {
      const answer = resultatPublicSchema.parse(exported.get(identifiant));
      const codes = answer.candidats.map(({ code_certification: code }) => code).slice(0, 2);
      const line = answer.explication.find(({ critere }) => critere === 'offre de l’établissement');
      expect({ pourquoi, statut: answer.statut, codes, offre: line?.detail ?? '' }).toEqual({
        pourquoi,
        statut,
        codes: [premier, deuxieme],
        offre,
      });
    }
    expect(cas.length).toBeGreaterThan(2);
  });

  it('pins the answers of QuiForme with the run', async () => {
    const { habilitations, instantanes } = (await installation.app
      .get(ExecutionRepository)
      .findById(first)) as ExecutionRecord;
    expect(habilitations).toHaveLength(1);
    expect(instantanes).not.toContain(habilitations[0]);
  });

  it('writes the same bytes when it is run again', async () => {
    const second = await launch(installation, campagneId);
    await waitForEnd(installation, second);
    const one = await exportOf(installation, first, 'un');
    const two = await exportOf(installation, second, 'deux');
    for (const file of ['formations.json', 'formations.ndjson', 'schema.json', 'manifeste.json']) {
      expect(await readFile(join(two, file), 'utf8')).toBe(await readFile(join(one, file), 'utf8'));
    }
  });

  it('does nothing more when a chunk is delivered again', async () => {
    const before = await waitForEnd(installation, first);
    const again = await installation.app
      .get(MatchLotUseCase)
      .execute({ executionId: first, numero: 0, signal: new AbortController().signal });
    expect(again.statut).toBe('deja_fait');
    expect(await waitForEnd(installation, first)).toMatchObject({
      nbFormationsTraitees: before.nbFormationsTraitees,
      compteurs: before.compteurs,
    });
  });
});

describe('a run whose workers die', () => {
  let installation: Installation;
  let campagneId: string;

  beforeAll(async () => {
    installation = await startInstallation();
    campagneId = await setUpSample(installation, 'affelnet');
  });

  afterAll(async () => {
    await installation.close();
  });

  it('refuses the results of a holder whose chunk another worker has taken over', async () => {
    const executionId = await launch(installation, campagneId);
    const lots = installation.app.get(LotRepository);
    const dead = await lots.take(executionId, 0);
    if (dead === null) throw new Error('the chunk should be free');
    expect(await lots.take(executionId, 0)).toBeNull();
    await installation.dataSource.query(
      `UPDATE lot SET bail_jusqu_a = now() - interval '1 second' WHERE execution_id = $1`,
      [executionId],
    );
    const heir = await lots.take(executionId, 0);
    if (heir === null) throw new Error('the lease has run out');
    expect(await lots.renew(dead)).toBe(false);
    const written = await installation.dataSource.transaction((manager) => lots.complete(manager, dead, []));
    expect(written).toBe(false);
    await lots.giveBack(heir);
    const outcome = await installation.app
      .get(MatchLotUseCase)
      .execute({ executionId, numero: 0, signal: new AbortController().signal });
    expect(outcome.statut).toBe('termine');
  });

  it('gives a chunk back when it is asked to stop in the middle', async () => {
    const executionId = await launch(installation, campagneId);
    const outcome = await installation.app
      .get(MatchLotUseCase)
      .execute({ executionId, numero: 0, signal: AbortSignal.abort() });
    expect(outcome.statut).toBe('rendu');
    const rows: unknown = await installation.dataSource.query(
      `SELECT statut FROM lot WHERE execution_id = $1 AND numero = 0`,
      [executionId],
    );
    expect(rows).toEqual([{ statut: 'a_faire' }]);
  });

  it('ends even when the store of the queues was lost', async () => {
    const executionId = await launch(installation, campagneId);
    for (const queue of installation.app.get<Queues>(QUEUES).values())
      await queue.obliterate({ force: true });
    await installation.dataSource.query(`UPDATE lot SET envoye_at = now() - interval '2 minutes'`);
    const worker = await installation.startWorker();
    await worker.get(Reaper).sweep();
    expect((await waitForEnd(installation, executionId)).statut).toBe('terminee');
  });

  it('refuses to match a real catalogue against the sample references', async () => {
    const { app, dataSource } = installation;
    await dataSource.query(`UPDATE instantane SET exemple = true WHERE table_id <> 'affelnet'`);
    const [catalogue]: { id: string }[] = await dataSource.query(
      `SELECT id FROM instantane WHERE table_id = 'affelnet'`,
    );
    const unpinned = await app.get(CreateCampagneUseCase).execute({
      nom: 'Sans référentiel',
      plateforme: 'affelnet',
      rentree: '2026-09-01',
      catalogueId: catalogue?.id ?? '',
      referencesIds: null,
      auteur: { compteId: null, nom: 'essai' },
    });
    await expect(launch(installation, unpinned)).rejects.toMatchObject({ code: 'AUCUNE_REFERENCE' });
  });

  it('builds an export whose job was lost with the store of the queues', async () => {
    const { app, dataSource } = installation;
    const exportId = await app
      .get(RequestExportUseCase)
      .execute(campagneId, { compteId: null, nom: 'essai' });
    await dataSource.query(
      `UPDATE export SET statut = 'en_attente', envoye_at = now() - interval '2 minutes' WHERE id = $1`,
      [exportId],
    );
    for (const queue of app.get<Queues>(QUEUES).values()) await queue.obliterate({ force: true });
    const worker = await installation.startWorker();
    await worker.get(Reaper).sweep();
    const repository = app.get(ExportRepository);
    let statut: string | undefined;
    do statut = (await repository.findById(exportId))?.statut;
    while (statut !== 'terminee' && statut !== 'echouee');
    expect(statut).toBe('terminee');
  });

  it('stops a run that is cancelled, and leaves the former results in place', async () => {
    const { app, dataSource } = installation;
    const executionId = await launch(installation, campagneId);
    const cancelled = await app
      .get(CancelExecutionUseCase)
      .execute(executionId, { compteId: null, nom: 'essai' });
    const ended = await waitForEnd(installation, executionId);
    // Workers are up: they may have been faster than the cancellation, which then has nothing to stop.
    expect(ended.statut).toBe(cancelled ? 'annulee' : 'terminee');
    const rows: { n: number }[] = await dataSource.query(
      `SELECT count(*)::int AS n FROM appariement WHERE execution_id <> $1`,
      [executionId],
    );
    expect(rows[0]?.n).toBeGreaterThan(0);
  });
});
