import { z } from 'zod';

/**
 * The closed list of queues. One queue a kind of work; payloads hold ids only, and are parsed by the producer
 * and again by the worker. A spec checks that each name has exactly one processor.
 */
export interface JobContract<Schema extends z.ZodType> {
  readonly payload: Schema;
  /** Never a bare integer and never holds `:` (BullMQ refuses both). */
  readonly jobId: (payload: z.infer<Schema>) => string;
  readonly attempts: number;
  /** First delay of the exponential backoff, in milliseconds. */
  readonly backoffMs: number;
}

const contract = <Schema extends z.ZodType>(definition: JobContract<Schema>): JobContract<Schema> =>
  definition;

export const jobContracts = {
  'import-source': contract({
    payload: z.object({ demandeId: z.uuid() }),
    jobId: ({ demandeId }) => `import-${demandeId}`,
    attempts: 3,
    backoffMs: 2_000,
  }),
  'run-source': contract({
    // `demandeId` names a run that someone asked for; null for one of the schedule, whose job the queue makes.
    payload: z.object({ planificationId: z.uuid(), demandeId: z.uuid().nullable() }),
    jobId: ({ planificationId, demandeId }) => `source-${planificationId}-${demandeId ?? 'horaire'}`,
    attempts: 3,
    backoffMs: 30_000,
  }),
  'run-collecte': contract({
    // `envoi` counts the sendings: one that the reaper sends again needs a new job id. A source that is away is waited
    // for by the import itself; these attempts are for what is not of the source.
    payload: z.object({ collecteId: z.uuid(), envoi: z.int().nonnegative() }),
    jobId: ({ collecteId, envoi }) => `collecte-${collecteId}-${envoi}`,
    attempts: 5,
    backoffMs: 30_000,
  }),
  'match-lot': contract({
    // `envoi` counts the deliveries asked for: a lot sent again by the reaper needs a new job id.
    payload: z.object({ executionId: z.uuid(), numero: z.int().nonnegative(), envoi: z.int().nonnegative() }),
    jobId: ({ executionId, numero, envoi }) => `lot-${executionId}-${numero}-${envoi}`,
    attempts: 5,
    backoffMs: 1_000,
  }),
  'ouvrir-file': contract({
    // `envoi` is 0 at the end of the run, then the time of each sending by the reaper, in milliseconds.
    payload: z.object({ executionId: z.uuid(), envoi: z.int().nonnegative() }),
    jobId: ({ executionId, envoi }) => `file-${executionId}-${envoi}`,
    attempts: 5,
    backoffMs: 1_000,
  }),
  'controler-formations': contract({
    // `envoi` is the time of the asking, in milliseconds: each pass over a run is a job of its own.
    payload: z.object({ executionId: z.uuid(), envoi: z.int().nonnegative() }),
    jobId: ({ executionId, envoi }) => `controles-${executionId}-${envoi}`,
    attempts: 3,
    backoffMs: 2_000,
  }),
  chiffrer: contract({
    payload: z.object({ calculId: z.uuid(), envoi: z.int().nonnegative() }),
    jobId: ({ calculId, envoi }) => `chiffres-${calculId}-${envoi}`,
    attempts: 5,
    backoffMs: 1_000,
  }),
  'build-export': contract({
    payload: z.object({ exportId: z.uuid() }),
    jobId: ({ exportId }) => `export-${exportId}`,
    attempts: 3,
    backoffMs: 2_000,
  }),
} as const;

export type QueueName = keyof typeof jobContracts;
export type PayloadOf<Name extends QueueName> = z.infer<(typeof jobContracts)[Name]['payload']>;

export const QUEUE_NAMES = Object.keys(jobContracts) as QueueName[];
