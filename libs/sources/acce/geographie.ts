import { z } from 'zod';
import { parseText } from '../core/cell-text.ts';
import { requiredCode, textCell } from '../core/raw-cell.ts';
import { defineTable } from '../core/table-definition.ts';

/** Départements, académies and regions; an académie without départements (`Non recensée`…) has a row too. `seen`. */
export const geographie = defineTable({
  id: 'geographie',
  source: 'acce',
  libelle: 'Départements, académies et régions',
  kind: 'complement',
  layouts: [
    {
      requises: ['codeDepartement', 'libelleDepartement', 'codeAcademie', 'libelleAcademie', 'codeRegion'],
      interdites: ['Identifiant_de_l_etablissement', 'Nom_etablissement'],
    },
  ],
  schema: z.object({
    codeDepartement: textCell,
    libelleDepartement: textCell,
    codeAcademie: requiredCode("code d'académie", parseText),
    libelleAcademie: textCell,
    codeRegion: requiredCode('code de région', parseText),
    libelleRegion: textCell,
  }),
  toRow: (cells) => ({
    departement: cells.codeDepartement,
    departementLibelle: cells.libelleDepartement,
    academie: cells.codeAcademie,
    academieLibelle: cells.libelleAcademie,
    region: cells.codeRegion,
    regionLibelle: cells.libelleRegion,
  }),
});
