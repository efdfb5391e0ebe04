import { z } from 'zod';

export const santeSchema = z.object({
  statut: z.enum(['ok', 'degrade']),
  base: z.object({ ok: z.boolean() }),
  /** `type` is null when the queue did not answer in time. */
  file: z.object({ ok: z.boolean(), type: z.enum(['postgres', 'redis']).nullable() }),
  /** `enAttente` is null when the database could not say. */
  migrations: z.object({ ok: z.boolean(), enAttente: z.number().int().nullable() }),
  version: z.string(),
});
export type SanteDto = z.infer<typeof santeSchema>;
