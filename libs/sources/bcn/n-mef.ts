import { z } from 'zod';
import { parseMef, parseMefstat11 } from '../core/code-cell.ts';
import {
  dateCell,
  integerCell,
  optionalCode,
  requiredCfd,
  requiredCode,
  textCell,
} from '../core/raw-cell.ts';
import { defineTable } from '../core/table-definition.ts';
import { bcnOtherColumns } from './other-columns.ts';

/** N_MEF: one row a year of a diploma in a dispositif; the only sound way from MEFSTAT11 to CFD. */
export const nMef = defineTable({
  id: 'n_mef',
  source: 'bcn',
  libelle: 'BCN — modules élémentaires de formation (N_MEF)',
  kind: 'reference',
  layouts: [
    {
      requises: [
        'MEF',
        'DISPOSITIF_FORMATION',
        'FORMATION_DIPLOME',
        'DUREE_DISPOSITIF',
        'ANNEE_DISPOSITIF',
        'LIBELLE_LONG',
        'DATE_OUVERTURE',
        'DATE_FERMETURE',
        'MEF_STAT_11',
      ],
    },
  ],
  revision: 'DATE_INTERVENTION',
  autres: [
    ...bcnOtherColumns,
    'STATUT_MEF',
    'NB_OPTION_OBLIGATOIRE',
    'NB_OPTION_FACULTATIF',
    'RENFORCEMENT_LANGUE',
    'DUREE_PROJET',
    'DUREE_STAGE',
    'HORAIRE',
    'MEF_INSCRIPTION_SCOLARITE',
    'MEF_STAT_9',
  ],
  schema: z.object({
    MEF: requiredCode('MEF (10 caractères)', parseMef),
    DISPOSITIF_FORMATION: textCell,
    FORMATION_DIPLOME: requiredCfd,
    DUREE_DISPOSITIF: integerCell,
    ANNEE_DISPOSITIF: integerCell,
    LIBELLE_COURT: textCell,
    LIBELLE_LONG: textCell,
    LIBELLE_EDITION: textCell,
    DATE_OUVERTURE: dateCell,
    DATE_FERMETURE: dateCell,
    MEF_STAT_11: optionalCode(parseMefstat11),
  }),
  toRow: (cells) => ({
    mef: cells.MEF,
    mefstat11: cells.MEF_STAT_11,
    cfd: cells.FORMATION_DIPLOME,
    dispositif: cells.DISPOSITIF_FORMATION ?? cells.MEF.slice(0, 3),
    duree: cells.DUREE_DISPOSITIF,
    annee: cells.ANNEE_DISPOSITIF,
    libelleCourt: cells.LIBELLE_COURT,
    libelleLong: cells.LIBELLE_LONG,
    libelleEdition: cells.LIBELLE_EDITION,
    dateOuverture: cells.DATE_OUVERTURE,
    dateFermeture: cells.DATE_FERMETURE,
  }),
});
