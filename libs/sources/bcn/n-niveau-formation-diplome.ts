import { z } from 'zod';
import { parseText } from '../core/cell-text.ts';
import { dateCell, requiredCode, textCell } from '../core/raw-cell.ts';
import { defineTable } from '../core/table-definition.ts';
import { bcnOtherColumns } from './other-columns.ts';

function parseNiveau(cell: string): string | null {
  const text = parseText(cell)?.toUpperCase() ?? '';
  return /^[0-9A-Z]{3}$/.test(text) ? text : null;
}

/** N_NIVEAU_FORMATION_DIPLOME: level and family that the first three characters of a CFD name. */
export const nNiveauFormationDiplome = defineTable({
  id: 'n_niveau_formation_diplome',
  source: 'bcn',
  libelle: 'BCN — niveaux et familles de diplômes (N_NIVEAU_FORMATION_DIPLOME)',
  kind: 'reference',
  layouts: [
    {
      requises: ['NIVEAU_FORMATION_DIPLOME', 'NIVEAU_INTERMINISTERIEL', 'LIBELLE_COURT', 'LIBELLE_100'],
      interdites: ['FORMATION_DIPLOME', 'DISPOSITIF_FORMATION'],
    },
  ],
  revision: 'DATE_INTERVENTION',
  autres: [...bcnOtherColumns, 'ANCIEN_NIVEAU'],
  schema: z.object({
    NIVEAU_FORMATION_DIPLOME: requiredCode('niveau de formation (3 caractères)', parseNiveau),
    NIVEAU_INTERMINISTERIEL: textCell,
    LIBELLE_COURT: textCell,
    LIBELLE_100: textCell,
    DATE_OUVERTURE: dateCell,
    DATE_FERMETURE: dateCell,
    NIVEAU_QUALIFICATION_RNCP: textCell,
  }),
  toRow: (cells) => ({
    niveau: cells.NIVEAU_FORMATION_DIPLOME,
    libelleCourt: cells.LIBELLE_COURT,
    libelle: cells.LIBELLE_100,
    niveauInterministeriel: cells.NIVEAU_INTERMINISTERIEL,
    niveauQualification: cells.NIVEAU_QUALIFICATION_RNCP,
    dateOuverture: cells.DATE_OUVERTURE,
    dateFermeture: cells.DATE_FERMETURE,
  }),
});
