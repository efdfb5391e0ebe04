import type { NestExpressApplication } from '@nestjs/platform-express';
import { requestContext } from './request-context.ts';
import { securityHeaders } from './security-headers.ts';

const MAX_BODY = '1mb';

export interface HttpOptions {
  /** Trusted proxies in front of the service (`Config.proxys`). */
  readonly proxys: number;
}

/**
 * What every HTTP application of Concordance does before it listens: `/api` prefix, proxies, request ids, security
 * headers. Call it before anything else is mounted, the files of the back office included.
 */
export function configureHttp(app: NestExpressApplication, { proxys }: HttpOptions): void {
  app.disable('x-powered-by');
  app.set('trust proxy', proxys);
  // A filter is JSON in one parameter: the nested syntax of extended parsers only widens what can be sent.
  app.set('query parser', 'simple');
  app.setGlobalPrefix('api');
  app.use(requestContext, securityHeaders);
  app.useBodyParser('json', { limit: MAX_BODY });
  app.enableShutdownHooks();
}
