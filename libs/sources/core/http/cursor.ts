import { z } from 'zod';
import type { Json } from './connector.ts';
import { StaleCursorError } from './http-errors.ts';

/** Where an import by steps is. */
export interface StepCursor {
  /** Index of the next step. */
  readonly suivante: number;
  /** Where to go on inside it. */
  readonly position: Json | null;
  /** Steps that failed and are made again after the others. */
  readonly reportees: readonly number[];
}

const schema = z.object({
  v: z.literal(1),
  plan: z.string(),
  suivante: z.int().min(0),
  position: z.json(),
  reportees: z.array(z.int().min(0)),
});

export function writeCursor(plan: string, cursor: StepCursor): Json {
  return { v: 1, plan, ...cursor, reportees: [...cursor.reportees] };
}

/** Reads a cursor back. Throws StaleCursorError when it belongs to another plan. */
export function readCursor(source: string, plan: string, cursor: Json | null): StepCursor {
  if (cursor === null) return { suivante: 0, position: null, reportees: [] };
  const parsed = schema.safeParse(cursor);
  if (parsed.success && parsed.data.plan === plan) {
    const { suivante, position, reportees } = parsed.data;
    return { suivante, position, reportees };
  }
  throw new StaleCursorError(
    `${source} : le curseur de reprise est celui d'un autre import, recommencez l'import sans lui.`,
    { source, cause: parsed.error },
  );
}
