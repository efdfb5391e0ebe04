import { z } from 'zod';
import {
  parseCfd,
  parseCodes,
  parseIdeo,
  parseMef,
  parseMefstat11,
  parseRncp,
  parseSise,
} from '../core/code-cell.ts';
import { checkFormation, firstUai, type UaiCells } from '../core/formation-check.ts';
import { anyCell, integerCell, textCell } from '../core/raw-cell.ts';
import { defineTable } from '../core/table-definition.ts';
import { parseVoie, voieOfLabel } from '../core/voie.ts';

/**
 * Listings of Parcoursup, in two layouts: that of the formations (UAI_GES…, label and specialty apart; the
 * extract of 2020 stops at CODEMEF, later ones add CODECFD, CODESISE, ID_RCO, LISTE_RNCP, LISTE_IDEO), and
 * that of the BTS extracts of 2021–2024 (UAI, LIBELLÉFORMATION, MEFSTAT11).
 */
export const parcoursup = defineTable({
  id: 'parcoursup',
  source: 'parcoursup',
  libelle: 'Parcoursup — catalogue des formations',
  kind: 'catalogue',
  layouts: [
    { requises: ['UAI_GES', 'UAI_COMPOSANTE', 'UAI_AFF', 'LIBFORMATION', 'LIBSPÉCIALITÉ', 'CODEMEF'] },
    { requises: ['UAI', 'LIBELLÉFORMATION', 'MEFSTAT11', 'STATUT'], interdites: ['ID'] },
  ],
  identite: 'CODEFORMATIONACCUEIL',
  autres: [
    'CODECOMMUNE',
    'CODEPOSTAL',
    'MINISTERETUTELLE',
    'LIBMINISTERE',
    'TYPEETA',
    'CODEFORMATION',
    'CODESPÉCIALITÉ',
    'CODESPÉFORMATIONINITIALE',
    'CODEFORMATIONINSCRIPTION',
    'FORMATION_PARAMÉTRÉE',
    // Corrections made by hand on the extracts of 2021–2023: what the row itself says is kept.
    'CFD rectifié',
    'MEFSTAT11 rectifié',
    'MEFSTAT11_old',
    'Rectif',
    'nb_apparitions',
  ],
  schema: z.object({
    UAI_GES: textCell,
    UAI_COMPOSANTE: textCell,
    LIB_COMPOSANTE: textCell,
    LIB_INS: textCell,
    UAI_AFF: textCell,
    LIB_AFF: textCell,
    LIBCOMMUNE: textCell,
    ACADÉMIE: textCell,
    LIBFORMATION: textCell,
    LIBSPÉCIALITÉ: textCell,
    CODEMEF: anyCell,
    CODECFD: anyCell,
    CODEFORMATIONACCUEIL: textCell,
    CODESISE: anyCell,
    ID_RCO: textCell,
    APPRENTISSAGEOUSCOLAIRE: textCell,
    LISTE_RNCP: anyCell,
    LISTE_IDEO: anyCell,
    CAPACITE: integerCell,
    NBDEDEMANDES: integerCell,
    UAI: textCell,
    LIBELLÉFORMATION: textCell,
    MEFSTAT11: anyCell,
    CFD: anyCell,
    STATUT: textCell,
    CAPACITEPSUP: integerCell,
    NB_VOEUX_CONFIRMES: integerCell,
  }),
  toRow: (cells, context) => {
    const labelColumn = context.has('LIBFORMATION') ? 'LIBFORMATION' : 'LIBELLÉFORMATION';
    const libelle = cells.LIBFORMATION ?? cells.LIBELLÉFORMATION ?? cells.LIBSPÉCIALITÉ;
    if (libelle === null) {
      return { refus: { colonne: labelColumn, motif: 'LIBELLE_ABSENT', message: 'le libellé est absent' } };
    }
    const uaiCells: UaiCells = [
      ['UAI_COMPOSANTE', cells.UAI_COMPOSANTE],
      ['UAI_AFF', cells.UAI_AFF],
      ['UAI_GES', cells.UAI_GES],
      ['UAI', cells.UAI],
    ];
    return checkFormation(
      {
        id: cells.CODEFORMATIONACCUEIL ?? `L${String(context.ligne)}`,
        libelle,
        specialite: cells.LIBFORMATION === null ? null : cells.LIBSPÉCIALITÉ,
        typeDiplome: null,
        voie:
          parseVoie(cells.APPRENTISSAGEOUSCOLAIRE) ??
          parseVoie(cells.STATUT) ??
          voieOfLabel(libelle, cells.LIBSPÉCIALITÉ),
        uai: firstUai(uaiCells),
        uaiComposante: firstUai([['UAI_COMPOSANTE', cells.UAI_COMPOSANTE]]),
        uaiAffectation: firstUai([['UAI_AFF', cells.UAI_AFF]]),
        uaiGestionnaire: firstUai([['UAI_GES', cells.UAI_GES]]),
        siret: null,
        etablissement: cells.LIB_COMPOSANTE ?? cells.LIB_INS ?? cells.LIB_AFF,
        academie: cells.ACADÉMIE,
        commune: cells.LIBCOMMUNE,
        capacite: cells.CAPACITE ?? cells.CAPACITEPSUP,
        voeux: cells.NBDEDEMANDES ?? cells.NB_VOEUX_CONFIRMES,
        codes: {
          cfd: parseCfd(cells.CODECFD) ?? parseCfd(cells.CFD),
          mef: parseMef(cells.CODEMEF),
          mefstat11: parseMefstat11(cells.CODEMEF) ?? parseMefstat11(cells.MEFSTAT11),
          sise: parseSise(cells.CODESISE),
          rncp: parseCodes(cells.LISTE_RNCP, parseRncp),
          ideo: parseCodes(cells.LISTE_IDEO, parseIdeo),
          cleMe: cells.ID_RCO,
        },
      },
      uaiCells,
      labelColumn,
    );
  },
});
