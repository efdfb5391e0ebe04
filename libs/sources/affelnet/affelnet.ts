import { z } from 'zod';
import { parsePaddedMef } from '../core/code-cell.ts';
import { checkFormation, firstUai, type UaiCells } from '../core/formation-check.ts';
import { integerCell, optionalCode, requiredLabel, textCell } from '../core/raw-cell.ts';
import { defineTable } from '../core/table-definition.ts';
import type { Voie } from '../core/voie.ts';

/** `CAP_AP`, `PRO_AP`, `APP-AC`: the only mnemonics that name the route. */
function voieOfMnemonic(mnemonic: string | null): Voie | null {
  return mnemonic !== null && /_AP$|^APP/.test(mnemonic) ? 'apprentissage' : null;
}

/** Listing of the formations offered in Affelnet after the troisième; cells padded with blanks. */
export const affelnet = defineTable({
  id: 'affelnet',
  source: 'affelnet',
  libelle: 'Affelnet — catalogue des formations',
  kind: 'catalogue',
  layouts: [
    {
      requises: [
        'UAI',
        'MNEMONIQUE_FORMATION_ACCUEIL',
        'LIBELLE_FORMATION_ACCUEIL_BAN',
        'CODE_FORMATION_ACCUEIL_BAN',
      ],
    },
  ],
  autres: [
    'MINISTERE',
    'TYPE_ETABLISSEMENT',
    'CODE_SPECIALITE_FORMATION_ACCUEIL',
    'CODE_COMMUNE_INSEE',
    'CODE_POSTAL',
  ],
  schema: z.object({
    UAI: textCell,
    COMMUNE: textCell,
    ACADEMIE: textCell,
    MNEMONIQUE_FORMATION_ACCUEIL: textCell,
    LIBELLE_FORMATION_ACCUEIL_BAN: requiredLabel,
    CODE_FORMATION_ACCUEIL_BAN: optionalCode(parsePaddedMef),
    CAPACITE: integerCell,
  }),
  toRow: (cells, context) => {
    const uaiCells: UaiCells = [['UAI', cells.UAI]];
    return checkFormation(
      {
        id: `L${String(context.ligne)}`,
        libelle: cells.LIBELLE_FORMATION_ACCUEIL_BAN,
        specialite: null,
        typeDiplome: cells.MNEMONIQUE_FORMATION_ACCUEIL,
        voie: voieOfMnemonic(cells.MNEMONIQUE_FORMATION_ACCUEIL),
        uai: firstUai(uaiCells),
        uaiComposante: null,
        uaiAffectation: null,
        uaiGestionnaire: null,
        siret: null,
        etablissement: null,
        academie: cells.ACADEMIE,
        commune: cells.COMMUNE,
        capacite: cells.CAPACITE,
        voeux: null,
        codes: {
          cfd: null,
          mef: cells.CODE_FORMATION_ACCUEIL_BAN,
          mefstat11: null,
          sise: null,
          rncp: [],
          ideo: [],
          cleMe: null,
        },
      },
      uaiCells,
      'LIBELLE_FORMATION_ACCUEIL_BAN',
    );
  },
});
