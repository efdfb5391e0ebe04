import { z } from 'zod';
import { parseCfd, parseCodes, parseRncp } from '../core/code-cell.ts';
import { checkFormation, firstUai, type UaiCells } from '../core/formation-check.ts';
import { anyCell, integerCell, requiredLabel, textCell } from '../core/raw-cell.ts';
import { readSiret } from '../core/siret.ts';
import { defineTable } from '../core/table-definition.ts';

const CFD = 'Code scolarité';
const RNCP = 'code-RNCP--<code-RNCP>';
const UAI = 'UAI localisation formation (ORESP) map fichier UAI-SIRET Onisep-CO';
const CAPACITE = "Capacité d'accueil de la formation--pas Lheo";

/**
 * The one diploma of the cell. A row that covers several (`56033205,56033204,56033206`) has none of its own;
 * where a spreadsheet took two codes for a decimal (`45033607.450336`) the second has lost its zeros.
 */
function parseOnlyCfd(cell: string): string | null {
  const codes = cell.split(/[,.;|]/).filter((part) => part.trim() !== '');
  return codes.length === 1 ? parseCfd(codes[0] ?? '') : null;
}

/** Of two RNCP taken for a decimal (`27468.2747` for 27468 and 27470) only the first can be trusted. */
function parseRncpCell(cell: string): string[] {
  return parseCodes(cell.replace(/\.\d*/g, ''), parseRncp);
}

/** The UAI cells of a place of training: the file maps a SIRET to every UAI that it has. */
function uaiList(cell: string | null): string[] {
  return (cell ?? '').split(/[,;|\s]+/).filter((part) => part !== '');
}

/** Apprenticeship offer gathered by the Carif-Oref, in free text. */
export const apprentissage = defineTable({
  id: 'apprentissage',
  source: 'catalogue-apprentissage',
  libelle: 'Carif-Oref — offre de formation en apprentissage',
  kind: 'catalogue',
  layouts: [{ requises: ['code-region', 'Nom de la formation', 'Diplôme ou titre visé', CFD, RNCP, UAI] }],
  autres: [
    'intitule-region',
    'numeroFO',
    'numeroAf',
    'code-CERTIFINFO',
    'Intitulé du diplôme ou titre',
    /^(?:code|nom) niveau \S+$/,
    'CFA-OFA responsable_nom',
    'modalites-entrees-sorties',
    "Périodes d'entrée",
    'code postal lieu',
    'code INSEE lieu',
    /^identifiant session/,
    /^nombre total/,
    /^cas(?: ?libell\S*)?$/i,
  ],
  schema: z.object({
    'Nom de la formation': requiredLabel,
    'Diplôme ou titre visé': textCell,
    [CFD]: anyCell,
    'CFA-OFA raison sociale': textCell,
    'CFA-OFA SIRET (ORESP)': anyCell,
    formateur_SIRET: anyCell,
    formateur_RS: textCell,
    [UAI]: textCell,
    [CAPACITE]: integerCell,
    [RNCP]: anyCell,
  }),
  toRow: (cells, context) => {
    const list = uaiList(cells[UAI]);
    // Several UAI are those of the SIRET, not of the row: none is its own, and none is held against it.
    const uaiCells: UaiCells = list.length === 1 ? [[UAI, list[0] ?? '']] : [];
    return checkFormation(
      {
        id: `L${String(context.ligne)}`,
        libelle: cells['Nom de la formation'],
        specialite: null,
        typeDiplome: cells['Diplôme ou titre visé'],
        voie: 'apprentissage',
        uai: firstUai(uaiCells),
        uaiComposante: null,
        uaiAffectation: null,
        uaiGestionnaire: null,
        ...readSiret([cells.formateur_SIRET, cells['CFA-OFA SIRET (ORESP)']]),
        etablissement: cells.formateur_RS ?? cells['CFA-OFA raison sociale'],
        academie: null,
        commune: null,
        capacite: cells[CAPACITE],
        voeux: null,
        codes: {
          cfd: parseOnlyCfd(cells[CFD]),
          mef: null,
          mefstat11: null,
          sise: null,
          rncp: parseRncpCell(cells[RNCP]),
          ideo: [],
          cleMe: null,
        },
      },
      uaiCells,
      'Nom de la formation',
    );
  },
});
