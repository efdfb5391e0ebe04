import { z } from 'zod';
import { requiredMefstat11, requiredUaiCode } from '../core/offre-cell.ts';
import { integerCell, yearCell } from '../core/raw-cell.ts';
import { defineTable } from '../core/table-definition.ts';

/** Pupils counted at the rentrée, by establishment and MEFSTAT11. `seen`: constat of 2020. */
export const constatRentree = defineTable({
  id: 'constat_rentree',
  source: 'parcoursup',
  libelle: 'Constat de rentrée — élèves par établissement et MEFSTAT11',
  kind: 'complement',
  layouts: [{ requises: ['Rentrée scolaire', 'UAI', 'Mef Bcp 11', "Nombre d'élèves : Total"] }],
  schema: z.object({
    'Rentrée scolaire': yearCell,
    UAI: requiredUaiCode,
    'Mef Bcp 11': requiredMefstat11,
    "Nombre d'élèves : Total": integerCell,
  }),
  toRow: (cells) => ({
    uai: cells.UAI,
    mefstat11: cells['Mef Bcp 11'],
    annee: cells['Rentrée scolaire'],
    voie: null,
    eleves: cells["Nombre d'élèves : Total"],
    capacite: null,
    voeux: null,
    famille: null,
    mefstat11Terminale: null,
  }),
});
