import { z } from 'zod';
import { parseMefstat11 } from '../core/code-cell.ts';
import { integerCell, optionalCode, textCell } from '../core/raw-cell.ts';
import { requiredMefstat11, requiredUaiCode } from '../core/offre-cell.ts';
import { defineTable } from '../core/table-definition.ts';
import { yearOfName } from '../core/year-of-name.ts';

const ETABLISSEMENT = "Etablissement d'accueil";
const STATUT = 'Statut Offre de formation';
const CAPACITE = 'Capacité carte scolaire';

/** The capacity that Affelnet writes where there is no limit. */
const UNLIMITED = 999;

/**
 * What Affelnet offers after the troisième, by establishment and MEFSTAT11, without labels. `seen`: extract of the
 * 2nde offer, and the listings of capacity and wishes of 2021 and 2022 (the year is in their name only).
 */
export const affelnetOffre = defineTable({
  id: 'affelnet_offre',
  source: 'affelnet',
  libelle: 'Affelnet — offre, capacités et vœux par établissement et MEFSTAT11',
  kind: 'complement',
  layouts: [
    { requises: ['ID_ETAB', 'CO_MEFSTAT', 'CO_STA', 'VAL_CARSCO'] },
    { requises: [ETABLISSEMENT, 'MEF STAT 11', STATUT, CAPACITE] },
  ],
  autres: ['Académie', 'FL_VRECENS', 'Voeu de recensement O/N', 'nb_apparitions_uai_mefstat'],
  schema: z.object({
    ID_ETAB: textCell,
    [ETABLISSEMENT]: textCell,
    CO_MEFSTAT: textCell,
    'MEF STAT 11': textCell,
    CO_STA: textCell,
    [STATUT]: textCell,
    VAL_CARSCO: integerCell,
    [CAPACITE]: integerCell,
    'Demandes vœux 1': integerCell,
    'Famille de métiers': textCell,
    mef_stat_terminale: optionalCode(parseMefstat11),
  }),
  toRow: (cells, context) => {
    const short = context.has('ID_ETAB');
    const uai = requiredUaiCode.safeParse(cells.ID_ETAB ?? cells[ETABLISSEMENT] ?? '');
    const mefstat11 = requiredMefstat11.safeParse(cells.CO_MEFSTAT ?? cells['MEF STAT 11'] ?? '');
    if (!uai.success || !mefstat11.success) {
      const colonne = uai.success
        ? short
          ? 'CO_MEFSTAT'
          : 'MEF STAT 11'
        : short
          ? 'ID_ETAB'
          : ETABLISSEMENT;
      const issue = (uai.error ?? mefstat11.error)?.issues[0];
      const motif = uai.success ? 'CODE_INVALIDE' : 'UAI_INVALIDE';
      return { refus: { colonne, motif, message: issue?.message ?? 'code illisible' } };
    }
    const statut = cells.CO_STA ?? cells[STATUT];
    const capacite = cells.VAL_CARSCO ?? cells[CAPACITE];
    return {
      uai: uai.data,
      mefstat11: mefstat11.data,
      annee: yearOfName(context.nom),
      voie: statut === 'AP' ? 'apprentissage' : statut === 'ST' ? 'scolaire' : null,
      eleves: null,
      capacite: capacite === UNLIMITED ? null : capacite,
      voeux: cells['Demandes vœux 1'],
      famille: cells['Famille de métiers'],
      mefstat11Terminale: cells.mef_stat_terminale,
    };
  },
});
