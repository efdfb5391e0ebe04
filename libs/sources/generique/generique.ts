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
import { anyCell, optionalCode, requiredCode, requiredLabel, textCell } from '../core/raw-cell.ts';
import { parseText } from '../core/cell-text.ts';
import { readSiret } from '../core/siret.ts';
import { defineTable } from '../core/table-definition.ts';
import { parseVoie } from '../core/voie.ts';

/** Any listing with an identifier and a label; its other columns are optional. */
export const generique = defineTable({
  id: 'generique',
  source: 'generique',
  libelle: 'Catalogue générique',
  kind: 'catalogue',
  layouts: [{ requises: ['id', 'libelle_formation'] }],
  identite: 'id',
  schema: z.object({
    id: requiredCode('identifiant', parseText),
    libelle_formation: requiredLabel,
    libelle_specialite: textCell,
    type_diplome: textCell,
    voie: textCell,
    uai: textCell,
    siret: anyCell,
    etablissement: textCell,
    academie: textCell,
    commune: textCell,
    code_cfd: optionalCode(parseCfd),
    code_mef: optionalCode(parseMef),
    code_mefstat11: optionalCode(parseMefstat11),
    code_sise: optionalCode(parseSise),
    codes_rncp: anyCell,
    codes_ideo: anyCell,
    cle_me: textCell,
  }),
  toRow: (cells) => {
    const uaiCells: UaiCells = [['uai', cells.uai]];
    return checkFormation(
      {
        id: cells.id,
        libelle: cells.libelle_formation,
        specialite: cells.libelle_specialite,
        typeDiplome: cells.type_diplome,
        voie: parseVoie(cells.voie),
        uai: firstUai(uaiCells),
        uaiComposante: null,
        uaiAffectation: null,
        uaiGestionnaire: null,
        ...readSiret([cells.siret]),
        etablissement: cells.etablissement,
        academie: cells.academie,
        commune: cells.commune,
        capacite: null,
        voeux: null,
        codes: {
          cfd: cells.code_cfd,
          mef: cells.code_mef,
          mefstat11: cells.code_mefstat11,
          sise: cells.code_sise,
          rncp: parseCodes(cells.codes_rncp, parseRncp),
          ideo: parseCodes(cells.codes_ideo, parseIdeo),
          cleMe: cells.cle_me,
        },
      },
      uaiCells,
      'libelle_formation',
    );
  },
});
