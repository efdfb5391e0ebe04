import { z } from 'zod';
import { parseSise } from '../core/code-cell.ts';
import { dateCell, requiredCode, textCell } from '../core/raw-cell.ts';
import { bcnOtherColumns } from '../bcn/other-columns.ts';
import { defineTable } from '../core/table-definition.ts';

/** N_DIPLOME_SISE: the diplomas of higher education; the extracts of 2020 have five columns and no dates. */
export const nDiplomeSise = defineTable({
  id: 'n_diplome_sise',
  source: 'bcn',
  libelle: "BCN — diplômes de l'enseignement supérieur (N_DIPLOME_SISE)",
  kind: 'reference',
  layouts: [
    {
      requises: ['DIPLOME_SISE', 'TYPE_DIPLOME_SISE', 'LIBELLE_INTITULE_1', 'LIBELLE_INTITULE_2'],
      interdites: ['FORMATION_DIPLOME'],
    },
  ],
  revision: 'DATE_INTERVENTION',
  autres: [
    ...bcnOtherColumns,
    'VOIE_LMD',
    'DOMAINE_FORMATION',
    'GROUPE_SPECIALITE',
    'LETTRE_SPECIALITE',
    'CITE_DOMAINE_FORMATION',
    'CITE_DOMAINE_DETAILLE',
    'DUREE',
    'NATURE_DIPLOME_SISE',
    'DEFINITIF',
    'CATEGORIE_FORMATION_SISE',
    'SECTEUR_DISCIPL_DETAIL_SISE',
  ],
  schema: z.object({
    DIPLOME_SISE: requiredCode('code SISE (7 caractères)', parseSise),
    TYPE_DIPLOME_SISE: textCell,
    LIBELLE_INTITULE_1: textCell,
    LIBELLE_INTITULE_2: textCell,
    SECTEUR_DISCIPLINAIRE_SISE: textCell,
    DATE_OUVERTURE: dateCell,
    DATE_FERMETURE: dateCell,
  }),
  toRow: (cells) => ({
    sise: cells.DIPLOME_SISE,
    typeDiplome: cells.TYPE_DIPLOME_SISE,
    libelle1: cells.LIBELLE_INTITULE_1,
    libelle2: cells.LIBELLE_INTITULE_2,
    secteurDisciplinaire: cells.SECTEUR_DISCIPLINAIRE_SISE,
    dateOuverture: cells.DATE_OUVERTURE,
    dateFermeture: cells.DATE_FERMETURE,
  }),
});
