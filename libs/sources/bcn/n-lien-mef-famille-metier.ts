import { z } from 'zod';
import { parseText } from '../core/cell-text.ts';
import { parseMef } from '../core/code-cell.ts';
import { dateCell, requiredCode, textCell } from '../core/raw-cell.ts';
import { defineTable } from '../core/table-definition.ts';
import { bcnOtherColumns } from './other-columns.ts';

/**
 * N_LIEN_MEF_FAMILLE_METIER: the MEF of each famille de métiers, those of the common 2nde tagged. Codes of a
 * family not yet decided end in `_temp`. `seen`.
 */
export const nLienMefFamilleMetier = defineTable({
  id: 'n_lien_mef_famille_metier',
  source: 'bcn',
  libelle: 'BCN — MEF des familles de métiers (N_LIEN_MEF_FAMILLE_METIER)',
  kind: 'reference',
  layouts: [{ requises: ['FAMILLE_METIER', 'MEF', 'DATE_OUVERTURE'] }],
  revision: 'DATE_INTERVENTION',
  autres: bcnOtherColumns,
  schema: z.object({
    FAMILLE_METIER: requiredCode('code de famille', parseText),
    MEF: requiredCode('MEF (10 caractères)', parseMef),
    DATE_OUVERTURE: dateCell,
    DATE_FERMETURE: dateCell,
    tag: textCell,
  }),
  toRow: (cells) => ({
    famille: cells.FAMILLE_METIER,
    mef: cells.MEF,
    secondeCommune: cells.tag?.toUpperCase().includes('COMMUNE') === true,
    dateOuverture: cells.DATE_OUVERTURE,
    dateFermeture: cells.DATE_FERMETURE,
  }),
});
