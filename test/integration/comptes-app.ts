import { Controller, Get, Global, Logger, Module, Post, type LoggerService } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { DataSource } from 'typeorm';
import { Roles } from '../../apps/api/src/common/auth/roles.decorator.ts';
import { CLOCK, type Clock } from '../../apps/api/src/common/clock.ts';
import { configureHttp } from '../../apps/api/src/common/http/configure-http.ts';
import { HttpEdgeModule } from '../../apps/api/src/common/http/http-edge.module.ts';
import { serveOpenApi } from '../../apps/api/src/common/http/openapi.ts';
import { IDS, systemIds } from '../../apps/api/src/common/ids.ts';
import { JsonLogger } from '../../apps/api/src/common/json-logger.ts';
import { QUEUE_HEALTH, type QueueHealth } from '../../apps/api/src/common/queue-health.ts';
import { RANDOM, systemRandom } from '../../apps/api/src/common/random-source.ts';
import { Transactions } from '../../apps/api/src/common/transactions.ts';
import { ComptesHttpModule } from '../../apps/api/src/comptes/comptes-http.module.ts';
import { loadEnv } from '../../apps/api/src/config/load-env.ts';
import { DatabaseModule } from '../../apps/api/src/database/database.module.ts';
import { JournalHttpModule } from '../../apps/api/src/journal/journal-http.module.ts';
import { SanteHttpModule } from '../../apps/api/src/sante/sante-http.module.ts';
import { createTestDatabase } from '../postgres.ts';

/** A clock that a test moves: sessions and lock-outs last hours. */
export class MovableClock implements Clock {
  #offsetMs = 0;

  now(): Date {
    return new Date(Date.now() + this.#offsetMs);
  }

  advanceMinutes(minutes: number): void {
    this.#offsetMs += minutes * 60_000;
  }
}

/** Routes as another feature would write them. */
@Controller('essai')
class EssaiController {
  @Get('lecteur')
  lecteur(): { ok: true } {
    return { ok: true };
  }

  @Post('instructeur')
  @Roles('instructeur')
  instructeur(): { ok: true } {
    return { ok: true };
  }

  @Get('panne')
  panne(): never {
    throw new Error('connexion refusée à postgres://concordance:motdepasse-base@db/concordance');
  }
}

export interface ComptesApp {
  readonly app: NestExpressApplication;
  readonly dataSource: DataSource;
  readonly clock: MovableClock;
  /** `http://127.0.0.1:<port>` */
  readonly url: string;
  /** What was logged, one JSON object a line. */
  readonly logLines: readonly string[];
  readonly queueHealth: { ok: boolean };
  close(): Promise<void>;
}

/** The accounts, the journal and the health check on a real port and a real, migrated database. */
export async function startComptesApp(): Promise<ComptesApp> {
  const database = await createTestDatabase();
  const config = loadEnv({ DATABASE_URL: database.url });
  const clock = new MovableClock();
  const queueHealth = { ok: true };
  const queue: QueueHealth = { check: () => Promise.resolve({ ok: queueHealth.ok, type: 'postgres' }) };

  @Global()
  @Module({
    providers: [
      { provide: CLOCK, useValue: clock },
      { provide: IDS, useValue: systemIds },
      { provide: RANDOM, useValue: systemRandom },
      { provide: QUEUE_HEALTH, useValue: queue },
      Transactions,
    ],
    exports: [CLOCK, IDS, RANDOM, QUEUE_HEALTH, Transactions],
  })
  class TestProvidersModule {}

  @Module({
    imports: [
      DatabaseModule.forRoot(config),
      TestProvidersModule,
      HttpEdgeModule,
      ComptesHttpModule,
      JournalHttpModule,
      SanteHttpModule,
    ],
    controllers: [EssaiController],
  })
  class TestAppModule {}

  const logLines: string[] = [];
  const logger: LoggerService = new JsonLogger({ level: 'info', write: (line) => logLines.push(line) });
  const app = await NestFactory.create<NestExpressApplication>(TestAppModule, {
    logger,
    abortOnError: false,
  });
  configureHttp(app, config);
  serveOpenApi(app, '0.0.0');
  const dataSource = app.get(DataSource);
  await dataSource.runMigrations();
  await app.listen(0, '127.0.0.1');
  return {
    app,
    dataSource,
    clock,
    url: await app.getUrl(),
    logLines,
    queueHealth,
    close: async () => {
      await app.close();
      await database.drop();
      Logger.overrideLogger(false);
    },
  };
}
