import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { ApiModule } from './api.module.ts';
import { configureHttp } from './common/http/configure-http.ts';
import { serveOpenApi } from './common/http/openapi.ts';
import { JsonLogger } from './common/json-logger.ts';
import type { Config } from './config/load-env.ts';
import { findProjectRoot, readVersion } from './config/version.ts';
import { CertificationsUseCase } from './referentiels/certifications.use-case.ts';

/** Starts the API and the back office. The caller closes it. */
export async function startApi(config: Config): Promise<NestExpressApplication> {
  const app = await NestFactory.create<NestExpressApplication>(ApiModule.forRoot(config), {
    logger: new JsonLogger({ level: config.logLevel }),
    bodyParser: false,
  });
  configureHttp(app, { proxys: config.proxys });
  serveOpenApi(app, readVersion());
  const admin = join(findProjectRoot(), 'dist', 'admin');
  // Without a built back office (a worker image, a test), the API still answers.
  if (existsSync(admin)) app.useStaticAssets(admin, { index: 'index.html' });
  if (config.adresse === null) await app.listen(config.port);
  else await app.listen(config.port, config.adresse);
  // Nobody waits for it: a base that cannot be read now is one that the first search will say so of.
  app
    .get(CertificationsUseCase)
    .warmUp()
    .catch(() => undefined);
  return app;
}
