import { z } from 'zod';
import { parseSise } from '../core/code-cell.ts';
import { optionalCode, requiredCfd, requiredCode } from '../core/raw-cell.ts';
import { defineTable } from '../core/table-definition.ts';
import { parseUai } from '../core/uai.ts';

/** Passage from CFD to SISE, extracted from the Enquête 51; the UAI is the habilitated establishment's. */
export const cfdSise = defineTable({
  id: 'cfd_sise',
  source: 'bcn',
  libelle: 'Passage des codes formation diplôme aux codes SISE',
  kind: 'reference',
  layouts: [
    {
      requises: ['FORMATION_DIPLOME', 'DIPLOME_SISE'],
      interdites: ['NIVEAU_FORMATION_DIPLOME', 'TYPE_DIPLOME_SISE'],
    },
  ],
  autres: ['LIBELLE_LONG_200', 'N_DIPLOME_SISE.LIBELLE_INTITULE_1', 'DATE_FERMETURE'],
  schema: z.object({
    FORMATION_DIPLOME: requiredCfd,
    DIPLOME_SISE: requiredCode('code SISE (7 caractères)', parseSise),
    NUMERO_UAI: optionalCode(parseUai),
  }),
  toRow: (cells) => ({ cfd: cells.FORMATION_DIPLOME, sise: cells.DIPLOME_SISE, uai: cells.NUMERO_UAI }),
});
