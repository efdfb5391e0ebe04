import type { z } from 'zod';
import { SourceFormatError } from '../errors.ts';

/** Checks an answer against its shape. Throws SourceFormatError, naming the first part that differs. */
export function shaped<Shape>(value: unknown, schema: z.ZodType<Shape>, source: string, what: string): Shape {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const path = parsed.error.issues[0]?.path.map(String).join('.') ?? '';
  const where = path === '' ? '' : ` (« ${path} »)`;
  throw new SourceFormatError(`${source} : réponse inattendue pour ${what}${where}.`, {
    source,
    colonne: path === '' ? undefined : path,
    cause: parsed.error,
  });
}
