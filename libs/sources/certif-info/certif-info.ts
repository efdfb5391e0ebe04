import { z } from 'zod';
import { parseCfd, parseCi, parseIdeo, parseRncp, parseRs } from '../core/code-cell.ts';
import {
  anyCell,
  integerCell,
  optionalCode,
  requiredCode,
  requiredLabel,
  textCell,
  yearCell,
} from '../core/raw-cell.ts';
import { defineTable } from '../core/table-definition.ts';

/** Certif Info writes 1 for yes, 2 for no and 0 where it does not know. */
function parseAccess(cell: string): boolean | null {
  const text = cell.trim();
  if (text === '1') return true;
  return text === '2' ? false : null;
}

/** Référentiel Certif Info: one row a certification, with its codes and the one that it replaced. */
export const certifInfo = defineTable({
  id: 'certif_info',
  source: 'certif-info',
  libelle: 'Certif Info — référentiel des certifications',
  kind: 'reference',
  layouts: [
    {
      requises: [
        'Code_Diplome',
        'Libelle_Diplome',
        'Libelle_Type_Diplome',
        'Code_RNCP',
        'Code_Scolarité',
        'Code_Ancien_Diplome',
      ],
    },
  ],
  revision: 'Date_MaJ',
  autres: [
    'Code_FormaCode',
    'Libelle_FormaCode',
    /^Code_Rome_\d$/,
    'Code_Nsf',
    'Intitulé_Ancien_Diplome',
    'Options',
    'Etat_Ancien_Diplome',
    'Etat_Ancien_Diplome_Libelle',
    /^accessibilite_\w+$/,
    'code_type_diplome',
  ],
  schema: z.object({
    Code_Diplome: requiredCode('code Certif Info', parseCi),
    Libelle_Diplome: requiredLabel,
    Libelle_Type_Diplome: textCell,
    Code_Niveau_Europeen: integerCell,
    Code_RNCP: optionalCode(parseRncp),
    Code_RS: optionalCode(parseRs),
    Code_Scolarité: optionalCode(parseCfd),
    valideur: textCell,
    certificateur: textCell,
    Annee_Premiere_Session: yearCell,
    Annee_Derniere_Session: yearCell,
    Code_Ancien_Diplome: optionalCode(parseCi),
    Code_Ancien_RNCP: optionalCode(parseRncp),
    Code_Ancien_Scolarité: optionalCode(parseCfd),
    Etat: textCell,
    Etat_Libelle: textCell,
    accessibilite_fi: anyCell,
    accessibilite_ca: anyCell,
    codeIdeo2: optionalCode(parseIdeo),
  }),
  toRow: (cells) => ({
    ci: cells.Code_Diplome,
    libelle: cells.Libelle_Diplome,
    typeLibelle: cells.Libelle_Type_Diplome,
    niveauEuropeen: cells.Code_Niveau_Europeen,
    rncp: cells.Code_RNCP,
    rs: cells.Code_RS,
    cfd: cells.Code_Scolarité,
    certificateur: cells.certificateur ?? cells.valideur,
    premiereSession: cells.Annee_Premiere_Session,
    derniereSession: cells.Annee_Derniere_Session,
    ancienCi: cells.Code_Ancien_Diplome,
    ancienRncp: cells.Code_Ancien_RNCP,
    ancienCfd: cells.Code_Ancien_Scolarité,
    etat: cells.Etat_Libelle ?? cells.Etat,
    accessibleScolaire: parseAccess(cells.accessibilite_fi),
    accessibleApprentissage: parseAccess(cells.accessibilite_ca),
    ideo: cells.codeIdeo2,
  }),
});
