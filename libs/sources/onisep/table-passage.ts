import { z } from 'zod';
import { parseCfd, parseCi, parseIdeo, parseRncp } from '../core/code-cell.ts';
import { optionalCode, requiredCode, textCell } from '../core/raw-cell.ts';
import { defineTable } from '../core/table-definition.ts';

/** Table de passage of Onisep: CI ↔ Idéo ↔ RNCP ↔ code scolarité, n–n on every side. */
export const onisepPassage = defineTable({
  id: 'onisep_passage',
  source: 'onisep-passage',
  libelle: 'Onisep — table de passage des codes certifications et formations',
  kind: 'reference',
  layouts: [
    {
      requises: [
        'certif_info_ci_identifiant',
        'ideo_identifiant_formation',
        'ci_code_rncp',
        'ci_code_scolarite',
      ],
    },
  ],
  schema: z.object({
    certif_info_ci_identifiant: requiredCode('code Certif Info', parseCi),
    ideo_identifiant_formation: optionalCode(parseIdeo),
    ci_code_rncp: optionalCode(parseRncp),
    ci_code_scolarite: optionalCode(parseCfd),
    ci_etat: textCell,
  }),
  toRow: (cells) => ({
    ci: cells.certif_info_ci_identifiant,
    ideo: cells.ideo_identifiant_formation,
    rncp: cells.ci_code_rncp,
    cfd: cells.ci_code_scolarite,
    etat: cells.ci_etat,
  }),
});
