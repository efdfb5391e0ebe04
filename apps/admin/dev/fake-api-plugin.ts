// Development only: serves the fake API beside the pages, in `vite` and `vite preview` (--mode fausse-api).
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Plugin } from 'vite';
import { createFakeApi } from './fake-api.ts';

const COOKIE = 'concordance_session';

const readBody = async (request: IncomingMessage): Promise<unknown> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString('utf8');
  try {
    return text === '' ? null : (JSON.parse(text) as unknown);
  } catch {
    // Multipart: the fake answers without reading the file.
    return null;
  }
};

const createMiddleware = () => {
  const api = createFakeApi();
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    const cookie = new RegExp(`${COOKIE}=([^;]+)`).exec(request.headers.cookie ?? '')?.[1] ?? null;
    const { status, body, session } = api.handle({
      method: request.method ?? 'GET',
      path: url.pathname.replace(/^\/api/, ''),
      query: url.searchParams,
      body: await readBody(request),
      session: cookie,
    });
    response.statusCode = status;
    if (session !== undefined) {
      response.setHeader(
        'Set-Cookie',
        `${COOKIE}=${session ?? ''}; Path=/; HttpOnly; SameSite=Strict${session === null ? '; Max-Age=0' : ''}`,
      );
    }
    response.setHeader('Content-Type', status >= 400 ? 'application/problem+json' : 'application/json');
    response.end(body === undefined ? undefined : JSON.stringify(body));
  };
  return (request: IncomingMessage, response: ServerResponse, next: () => void) => {
    if (request.url?.startsWith('/api')) void answer(request, response);
    else next();
  };
};

export const fakeApiPlugin = (): Plugin => ({
  name: 'concordance-fausse-api',
  configureServer: (server) => void server.middlewares.use(createMiddleware()),
  configurePreviewServer: (server) => void server.middlewares.use(createMiddleware()),
});
