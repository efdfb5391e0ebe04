import { z } from 'zod';
import type { CodeCertification } from '#matching';
import { VERDICTS } from './jugement.ts';
import { MOTIFS_AUCUNE } from './motif-aucune.ts';

/** What a person answers, whoever asks: a decision or a blind reading. */
export const reponseShape = {
  verdict: z.enum(VERDICTS),
  codeCertification: z
    .string()
    .regex(/^(CFD|SISE|MEFSTAT11):[0-9A-Z]+$/)
    .transform((code) => code as CodeCertification)
    .nullable()
    .default(null),
  motif: z.enum(MOTIFS_AUCUNE).nullable().default(null),
  commentaire: z.string().max(2_000).nullable().default(null),
};
