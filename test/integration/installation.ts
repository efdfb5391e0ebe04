import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { setTimeout as sleep } from 'node:timers/promises';
import { DataSource } from 'typeorm';
import { ExecutionQuery, type ExecutionView } from '../../apps/api/src/appariements/execution.query.ts';
import { LaunchExecutionUseCase } from '../../apps/api/src/appariements/launch-execution.use-case.ts';
import { SetUpCampagneUseCase } from '../../apps/api/src/campagnes/set-up-campagne.use-case.ts';
import { loadEnv, type Config } from '../../apps/api/src/config/load-env.ts';
import { CoreModule } from '../../apps/api/src/core.module.ts';
import { migrate } from '../../apps/api/src/database/migrate.ts';
import { WorkerModule } from '../../apps/api/src/worker.module.ts';
import type { Plateforme } from '#matching';
import { createTestDatabase } from '../postgres.ts';

export const ROOT = join(import.meta.dirname, '..', '..');
export const SAMPLES = join(ROOT, 'samples');

/** A whole installation on a database of its own: use cases, and workers that a test starts and stops. */
export interface Installation {
  readonly config: Config;
  readonly app: INestApplicationContext;
  readonly dataSource: DataSource;
  readonly folder: string;
  query<Row>(sql: string, parameters?: unknown[]): Promise<Row[]>;
  startWorker(): Promise<INestApplicationContext>;
  close(): Promise<void>;
}

/**
 * @param redisUrl where BullMQ keeps its jobs; the same PostgreSQL when absent.
 * @param env what the installation says of the services it calls.
 */
export async function startInstallation(
  redisUrl?: string,
  env: Readonly<Record<string, string>> = {},
): Promise<Installation> {
  const database = await createTestDatabase();
  const folder = await mkdtemp(join(tmpdir(), 'concordance-essai-'));
  const config = loadEnv({
    DATABASE_URL: database.url,
    CONCORDANCE_DATA_DIR: folder,
    LOG_LEVEL: 'error',
    ...env,
    ...(redisUrl === undefined ? {} : { REDIS_URL: redisUrl }),
  });
  await migrate(config.databaseUrl);
  const app = await NestFactory.createApplicationContext(CoreModule.forRoot(config), {
    logger: ['error', 'fatal'],
    abortOnError: false,
  });
  const workers: INestApplicationContext[] = [];
  const dataSource = app.get(DataSource);
  return {
    config,
    app,
    dataSource,
    folder,
    query: (sql, parameters) => dataSource.query(sql, parameters),
    startWorker: async () => {
      const worker = await NestFactory.createApplicationContext(WorkerModule.forRoot(config), {
        logger: ['error', 'fatal'],
        abortOnError: false,
      });
      workers.push(worker);
      return worker;
    },
    close: async () => {
      for (const worker of workers) await worker.close();
      await app.close();
      await database.drop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** The sample campaign of a platform, imported and opened. @returns its id. */
export async function setUpSample(
  { app }: Pick<Installation, 'app'>,
  plateforme: Plateforme,
  catalogue = join(SAMPLES, 'catalogues', `${plateforme}.csv`),
  nom = `Essai ${plateforme}`,
): Promise<string> {
  const { campagneId } = await app.get(SetUpCampagneUseCase).execute({
    nom,
    plateforme,
    rentree: '2026-09-01',
    catalogue,
    references: [join(SAMPLES, 'references')],
    exemple: false,
    importePar: 'essai',
    say: () => undefined,
  });
  return campagneId;
}

export interface SampleRun {
  readonly installation: Installation;
  /** Still at work. */
  readonly worker: INestApplicationContext;
  readonly campagneId: string;
  readonly executionId: string;
}

/** An installation with a worker, where the Parcoursup sample has been matched once. The caller closes it. */
export async function startSampleRun(): Promise<SampleRun> {
  const installation = await startInstallation();
  const worker = await installation.startWorker();
  const campagneId = await setUpSample(installation, 'parcoursup');
  const executionId = await launch(installation, campagneId);
  await waitForEnd(installation, executionId);
  return { installation, worker, campagneId, executionId };
}

/** Launches a run. @returns its id. */
export function launch({ app }: Pick<Installation, 'app'>, campagneId: string): Promise<string> {
  return app
    .get(LaunchExecutionUseCase)
    .execute({ campagneId, risque: 0.01, auteur: { compteId: null, nom: 'essai' } });
}

/** Waits until a run has ended, whatever its end, and what it leaves to people is open. */
export async function waitForEnd(
  { app }: Pick<Installation, 'app'>,
  executionId: string,
  timeoutMs = 45_000,
): Promise<ExecutionView> {
  const query = app.get(ExecutionQuery);
  for (const deadline = Date.now() + timeoutMs; ;) {
    const execution = await query.findById(executionId);
    const ended = execution !== null && !['en_attente', 'en_cours'].includes(execution.statut);
    if (ended && execution.file?.terminee !== false) return execution;
    if (Date.now() > deadline)
      throw new Error(`run ${executionId} has not ended: ${JSON.stringify(execution)}`);
    await sleep(50);
  }
}
