import { Logger, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_PIPE } from '@nestjs/core';
import { CsrfGuard } from './csrf.guard.ts';
import { ProblemDetailsFilter } from './problem-details.filter.ts';
import { ZodValidationPipe } from './zod-validation.pipe.ts';

/** The edge of the HTTP API: errors as problem+json, bodies checked by their schema, writes from our pages only. */
@Module({
  providers: [
    { provide: APP_FILTER, useFactory: () => new ProblemDetailsFilter(new Logger('http')) },
    { provide: APP_PIPE, useClass: ZodValidationPipe },
    { provide: APP_GUARD, useClass: CsrfGuard },
  ],
})
export class HttpEdgeModule {}
