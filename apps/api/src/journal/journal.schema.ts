import { z } from 'zod';
import { listQuerySchema } from '../common/list-query.ts';

const SORTS = ['id', 'creeLe', 'type'] as const;
export type JournalSort = (typeof SORTS)[number];

/** A bigint as a string: at most 19 digits. */
export const journalIdSchema = z.string().regex(/^\d{1,18}$/);

export const journalListQuery = listQuerySchema({
  sort: SORTS,
  id: journalIdSchema,
  defaultSort: 'id',
  defaultOrder: 'DESC',
  filter: { type: z.string().max(100).optional(), compteId: z.uuid().optional() },
});
export type JournalListQuery = z.infer<typeof journalListQuery>;

export const journalEntreeSchema = z.object({
  id: z.string(),
  type: z.string(),
  message: z.string(),
  auteur: z.string(),
  creeLe: z.iso.datetime(),
  details: z.record(z.string(), z.unknown()),
});
export type JournalEntreeDto = z.infer<typeof journalEntreeSchema>;
