import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';

/** The OpenAPI document of the application, made from the zod schemas of its handlers. */
export function buildOpenApi(app: INestApplication, version: string): OpenAPIObject {
  const description = new DocumentBuilder()
    .setTitle('Concordance')
    .setDescription('Erreurs : application/problem+json (RFC 9457).')
    .setVersion(version)
    .addCookieAuth('concordance_session')
    .build();
  return SwaggerModule.createDocument(app, description);
}

/** Serves the document at /api/openapi.json, without the interactive page. */
export function serveOpenApi(app: INestApplication, version: string): void {
  SwaggerModule.setup('api/openapi', app, () => buildOpenApi(app, version), {
    ui: false,
    raw: ['json'],
    jsonDocumentUrl: 'api/openapi.json',
  });
}
