import type { z } from 'zod';
import type { DiplomeRow } from '../core/canonical.ts';
import { parseCfd, parseSise } from '../core/code-cell.ts';
import { bcnOtherColumns } from './other-columns.ts';
import { dateCell, optionalCode, requiredCfd, textCell, yearCell } from '../core/raw-cell.ts';

/** Columns that N_FORMATION_DIPLOME, V_FORMATION_DIPLOME and the Enquête 51 table share. */
export const diplomeColumns = {
  FORMATION_DIPLOME: requiredCfd,
  NIVEAU_FORMATION_DIPLOME: textCell,
  GROUPE_SPECIALITE: textCell,
  LETTRE_SPECIALITE: textCell,
  LIBELLE_COURT: textCell,
  LIBELLE_STAT_33: textCell,
  LIBELLE_LONG_200: textCell,
  DATE_OUVERTURE: dateCell,
  DATE_FERMETURE: dateCell,
  DATE_PREMIERE_SESSION: yearCell,
  DATE_DERNIERE_SESSION: yearCell,
  NIVEAU_QUALIFICATION_RNCP: textCell,
};

/** What the three diploma tables say beside and no parser reads. */
export const diplomeOtherColumns: readonly (string | RegExp)[] = [
  ...bcnOtherColumns,
  /^DATE_ARRETE_\w+$/,
  'ANCIEN_RECME',
  'UNITE_CAPITALISABLE',
  'COMMENTAIRE',
  'NATURE_FORMATION_DIPLOME',
  'GESTIONNAIRE_FORMATION_DIPLOME',
  'NB_MEF_OUVERT',
  'NB_MEF_FERME',
  'ID_DOCUMENT',
  'CITE_DOMAINE_FORMATION',
  'CITE_DOMAINE_DETAILLE',
  'DATE_SESSION_RATTRAPAGE',
  'OBSERVATION',
  'HABILITATION_ORIGINE',
  'NUMERO_UAI',
];

/** Columns that no file of the three can do without. */
export const diplomeRequired = [
  'FORMATION_DIPLOME',
  'NIVEAU_FORMATION_DIPLOME',
  'LIBELLE_COURT',
  'LIBELLE_LONG_200',
  'DATE_OUVERTURE',
  'DATE_FERMETURE',
] as const;

const oldOrNew = optionalCode(parseCfd);

/** The chain of renovations, which only N_FORMATION_DIPLOME holds. */
export const chainColumns = {
  ANCIEN_DIPLOME_1: oldOrNew,
  ANCIEN_DIPLOME_2: oldOrNew,
  ANCIEN_DIPLOME_3: oldOrNew,
  ANCIEN_DIPLOME_4: oldOrNew,
  ANCIEN_DIPLOME_5: oldOrNew,
  ANCIEN_DIPLOME_6: oldOrNew,
  ANCIEN_DIPLOME_7: oldOrNew,
  NOUVEAU_DIPLOME_1: oldOrNew,
  NOUVEAU_DIPLOME_2: oldOrNew,
  NOUVEAU_DIPLOME_3: oldOrNew,
  NOUVEAU_DIPLOME_4: oldOrNew,
  NOUVEAU_DIPLOME_5: oldOrNew,
  NOUVEAU_DIPLOME_6: oldOrNew,
  NOUVEAU_DIPLOME_7: oldOrNew,
};

/** Link to higher education, which only the Enquête 51 table holds. */
export const siseColumns = { DIPLOME_SISE: optionalCode(parseSise) };

/** Canonical diploma; the first three characters of the code name its level when the column is empty. */
export function toDiplome(
  cells: z.output<z.ZodObject<typeof diplomeColumns>>,
  links: { anciens?: (string | null)[]; nouveaux?: (string | null)[]; sise?: string | null } = {},
): DiplomeRow {
  return {
    cfd: cells.FORMATION_DIPLOME,
    niveau: cells.NIVEAU_FORMATION_DIPLOME ?? cells.FORMATION_DIPLOME.slice(0, 3),
    libelleCourt: cells.LIBELLE_COURT,
    libelleStat33: cells.LIBELLE_STAT_33,
    libelleLong200: cells.LIBELLE_LONG_200,
    dateOuverture: cells.DATE_OUVERTURE,
    dateFermeture: cells.DATE_FERMETURE,
    anciens: kept(links.anciens),
    nouveaux: kept(links.nouveaux),
    premiereSession: cells.DATE_PREMIERE_SESSION,
    derniereSession: cells.DATE_DERNIERE_SESSION,
    niveauQualification: cells.NIVEAU_QUALIFICATION_RNCP,
    groupeSpecialite: cells.GROUPE_SPECIALITE,
    lettreSpecialite: cells.LETTRE_SPECIALITE,
    sise: links.sise ?? null,
  };
}

function kept(codes: (string | null)[] | undefined): string[] {
  return [...new Set((codes ?? []).filter((code) => code !== null))];
}
