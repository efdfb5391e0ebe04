import { z } from 'zod';
import type { MatchResult, Motif } from '#matching';

/**
 * The answer for one formation as the outside reads it: lines of `concordance apparier`, and the heart of the
 * export. Snake case, as the consumers of the former R script read it.
 */
const contribution = z.object({
  critere: z.string(),
  detail: z.string(),
  contribution: z.number(),
});

export const resultatPublicSchema = z.object({
  id: z.string().describe('Identifiant de la formation dans son catalogue'),
  statut: z.enum(['apparie', 'a_verifier', 'sans_correspondance']),
  code_certification: z
    .string()
    .nullable()
    .describe('CFD:…, MEFSTAT11:… ou SISE:… ; la meilleure hypothèse quand le statut est a_verifier'),
  cfd: z.string().nullable(),
  mefstat11: z.array(z.string()),
  rncp: z.array(z.string()),
  sise: z.string().nullable(),
  ideo: z.array(z.string()),
  confiance: z.number().min(0).max(1).describe('Probabilité calibrée que la certification soit la bonne'),
  motifs: z.array(z.string()),
  explication: z.array(contribution),
  candidats: z
    .array(
      z.object({
        code_certification: z.string(),
        cfd: z.string().nullable(),
        sise: z.string().nullable(),
        libelle: z.string(),
        confiance: z.number().min(0).max(1),
      }),
    )
    .max(10),
});
export type ResultatPublic = z.infer<typeof resultatPublicSchema>;

/**
 * Reason codes of a row: the engine's for its signature, and what is wrong with the row alone. A wrong establishment is
 * a flag for the steward, not a silent rejection (domain.md §7).
 * @param uaiInconnue the row's UAI fails its key, or ACCE, where it is in use, does not hold it open at the rentrée
 */
export function motifsOfRow(motifs: readonly Motif[], uaiInconnue: boolean): Motif[] {
  return !uaiInconnue || motifs.includes('UAI_INCONNU') ? [...motifs] : [...motifs, 'UAI_INCONNU'];
}

/**
 * The engine's answer in its public form. Fields always come in this order: same answer, same bytes.
 * @param uaiInconnue as `motifsOfRow`
 */
export function resultatPublic(id: string, result: MatchResult, uaiInconnue: boolean): ResultatPublic {
  return {
    id,
    statut: result.statut,
    code_certification: result.codeCertification,
    cfd: result.cfd,
    mefstat11: [...result.mefstat11],
    rncp: [...result.rncp],
    sise: result.sise,
    ideo: [...result.ideo],
    confiance: result.confiance,
    motifs: motifsOfRow(result.motifs, uaiInconnue),
    explication: result.explication.map(({ critere, detail, contribution: weight }) => ({
      critere,
      detail,
      contribution: weight,
    })),
    candidats: result.candidats.map(({ codeCertification, cfd, sise, libelle, confiance }) => ({
      code_certification: codeCertification,
      cfd,
      sise,
      libelle,
      confiance,
    })),
  };
}
