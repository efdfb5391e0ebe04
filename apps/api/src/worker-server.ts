import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { JsonLogger } from './common/json-logger.ts';
import type { Config } from './config/load-env.ts';
import { WorkerModule } from './worker.module.ts';

/** Starts a worker of every queue. The caller closes it. */
export async function startWorker(config: Config): Promise<INestApplicationContext> {
  const app = await NestFactory.createApplicationContext(WorkerModule.forRoot(config), {
    logger: new JsonLogger({ level: config.logLevel }),
  });
  app.enableShutdownHooks();
  return app;
}
