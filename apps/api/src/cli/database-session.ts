import { NestFactory } from '@nestjs/core';
import type { INestApplicationContext } from '@nestjs/common';
import { JsonLogger } from '../common/json-logger.ts';
import { loadLocalEnv, type Config } from '../config/load-env.ts';
import { Secret } from '../config/secret.ts';
import { findProjectRoot } from '../config/version.ts';
import { CoreModule } from '../core.module.ts';
import { migrate } from '../database/migrate.ts';
import { chooseDataDirectory } from '../demarrage/data-directory.ts';
import { startEmbeddedPostgres } from '../demarrage/embedded-postgres.ts';
import { runningInstance } from '../demarrage/instance-lock.ts';
import { WorkerModule } from '../worker.module.ts';
import type { Terminal } from './command.ts';

export interface DatabaseSession {
  readonly app: INestApplicationContext;
  readonly config: Config;
}

/**
 * Opens the use cases over the installation's database for one command, and closes everything after it: the one of
 * DATABASE_URL, else the embedded one, joined where `npm start` runs it.
 * @param works the command waits for jobs: where nobody else serves the queues, this process does.
 */
export async function withDatabase<Result>(
  { stderr }: Terminal,
  { works }: { readonly works: boolean },
  body: (session: DatabaseSession) => Promise<Result>,
): Promise<Result> {
  const local = loadLocalEnv();
  const say = (message: string): void => {
    stderr.write(`${message}\n`);
  };
  const data = chooseDataDirectory({ projet: findProjectRoot(), demande: local.dataDir ?? undefined });
  const embedded =
    local.databaseUrl === null ? await startEmbeddedPostgres({ dossier: data.dossier, log: say }) : null;
  try {
    const databaseUrl = embedded === null ? local.databaseUrl : new Secret(embedded.url);
    if (databaseUrl === null) throw new Error('no database');
    const config: Config = { ...local, databaseUrl, dataDir: data.dossier };
    await migrate(config.databaseUrl);
    // A server left behind by a killed run is up, but nobody serves its queues.
    const alone = embedded !== null && (await runningInstance(data.dossier)) === null;
    const module = works && alone ? WorkerModule : CoreModule;
    const app = await NestFactory.createApplicationContext(module.forRoot(config), {
      logger: new JsonLogger({ level: config.logLevel === 'info' ? 'warn' : config.logLevel }),
      abortOnError: false,
    });
    try {
      return await body({ app, config });
    } finally {
      await app.close();
    }
  } finally {
    await embedded?.stop();
  }
}
