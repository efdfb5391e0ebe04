import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import type { NextFunction, Request, Response } from 'express';

const storage = new AsyncLocalStorage<{ readonly requestId: string }>();

/** An id sent by a proxy is kept when it is harmless to log. */
const ACCEPTABLE_ID = /^[A-Za-z0-9-]{8,64}$/;

/** Middleware: names the request, for its log lines, its error body and the X-Request-Id header. */
export function requestContext(request: Request, response: Response, next: NextFunction): void {
  const received = request.get('x-request-id');
  const requestId = received !== undefined && ACCEPTABLE_ID.test(received) ? received : randomUUID();
  response.setHeader('X-Request-Id', requestId);
  storage.run({ requestId }, next);
}

/** The id of the request being answered, or a fresh one outside a request. */
export function currentRequestId(): string {
  return storage.getStore()?.requestId ?? randomUUID();
}

/** The id of the request being answered, if any: for log lines. */
export function findRequestId(): string | undefined {
  return storage.getStore()?.requestId;
}
