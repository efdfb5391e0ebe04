import { Injectable, StandardSchemaValidationPipe, type ArgumentMetadata } from '@nestjs/common';
import { z } from 'zod';

const french = z.locales.fr().localeError;

/**
 * Validates what a handler declares with `@Body({ schema })`, `@Query({ schema })` or `@Param('id', { schema })`.
 * Nest's own pipe answers English sentences; this one throws the ZodError, worded in French, for the one filter
 * that knows status codes.
 */
@Injectable()
export class ZodValidationPipe extends StandardSchemaValidationPipe {
  override async transform<T>(value: T, metadata: ArgumentMetadata): Promise<T> {
    const { schema } = metadata;
    if (!(schema instanceof z.ZodType) || !this.toValidate(metadata)) return super.transform(value, metadata);
    this.stripProtoKeys(value);
    const result = await schema.safeParseAsync(value, { error: french });
    if (!result.success) throw named(result.error, metadata.data);
    return result.data as T;
  }
}

/** A single parameter (`@Param('id', …)`) has no path of its own: give it its name. */
function named(error: z.ZodError, name: string | undefined): z.ZodError {
  if (name === undefined) return error;
  return new z.ZodError(error.issues.map((issue) => ({ ...issue, path: [name, ...issue.path] })));
}
