import { Catch, type ArgumentsHost, type ExceptionFilter, type LoggerService } from '@nestjs/common';
import type { Response } from 'express';
import { currentRequestId } from './request-context.ts';
import { toProblem } from './problem-details.ts';

/** Answers every exception of the API as problem+json, and logs, once, those that are faults of ours. */
@Catch()
export class ProblemDetailsFilter implements ExceptionFilter {
  constructor(private readonly logger: Pick<LoggerService, 'error'>) {}

  catch(exception: unknown, host: ArgumentsHost): void {
    const response = host.switchToHttp().getResponse<Response>();
    const requestId = currentRequestId();
    const { body, unexpected, retryAfterSeconds } = toProblem(exception, requestId);
    if (unexpected) this.logger.error({ message: 'Erreur inattendue', requestId, error: exception });
    if (response.headersSent) {
      // A stream that broke half-way: cutting the connection is the only way left to say so.
      response.destroy();
      return;
    }
    if (retryAfterSeconds !== undefined) response.setHeader('Retry-After', String(retryAfterSeconds));
    response.status(body.status).type('application/problem+json').send(JSON.stringify(body));
  }
}
