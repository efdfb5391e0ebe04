import { z } from 'zod';
import { VERDICTS } from './jugement.ts';
import { ACTEURS } from './motif-aucune.ts';

export const STATUTS_REVUE = ['a_traiter', 'decide', 'obsolete', 'adjudication'] as const;
export type StatutRevue = (typeof STATUTS_REVUE)[number];

export const ORIGINES_REVUE = ['execution', 'candidats_changes', 'desaccord'] as const;
/** Why an item is in the queue: the run doubts, its candidates changed since the decision, two readings disagree. */
export type OrigineRevue = (typeof ORIGINES_REVUE)[number];

const text = z.string().max(200).optional();
const share = z.number().min(0).max(1).optional();

/** The filters of the queue: the same for its list, its counts and its next item, so that a link says them all. */
export const REVUE_FILTER = {
  campagneId: z.uuid().optional(),
  statut: z.enum(STATUTS_REVUE).optional(),
  q: text,
  motif: z.string().max(50).optional(),
  typeDiplome: text,
  academie: text,
  /** Score band: the upper bound is left out, so that bands side by side share no item. */
  confianceMin: share,
  confianceMax: share,
  acteur: z.enum(ACTEURS).optional(),
  origine: z.enum(ORIGINES_REVUE).optional(),
  verdict: z.enum(VERDICTS).optional(),
  patron: z.string().max(1_000).optional(),
};

export const revueFilterSchema = z.strictObject(REVUE_FILTER);

/** A checked filter, with react-admin's `ids` where a list asks for chosen items. */
export type RevueFilter = z.infer<typeof revueFilterSchema> & {
  readonly ids?: readonly string[] | undefined;
};
