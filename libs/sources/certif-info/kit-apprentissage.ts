import { z } from 'zod';
import { parseRncp } from '../core/code-cell.ts';
import { booleanCell, looseDateCell, optionalCode, requiredCfd, textCell } from '../core/raw-cell.ts';
import { defineTable } from '../core/table-definition.ts';

/**
 * Kit apprentissage: CFD ↔ RNCP. `seen`: CSV of 2023, v3.0 (leading zeros lost), workbook of 2025 (its sheet of
 * corrections, which tells what was taken out, is not the kit), page of its API (`cfd`, `rncp`).
 */
export const kitApprentissage = defineTable({
  id: 'kit_apprentissage',
  source: 'certif-info',
  libelle: 'Kit apprentissage — passage des codes diplômes aux fiches RNCP',
  kind: 'reference',
  layouts: [
    { requises: ['Code Diplôme', 'Intitulé diplôme (DEPP)', 'FicheRNCP'], interdites: ['Date correction'] },
    { requises: ['Code Diplôme', 'Intitulé diplôme (DEPP)', 'Code_RNCP'], interdites: ['Date correction'] },
    { requises: ['cfd', 'rncp'], interdites: ['cle_ministere_educatif', 'uai'] },
  ],
  autres: [
    'Dernière MaJ',
    "Type d'enregistrement",
    /^Date (?:de|limite) /,
    /^(?:Nouvelle|Ancienne) Certification/,
    'intitule',
  ],
  schema: z.object({
    'Code Diplôme': textCell,
    cfd: textCell,
    'Intitulé diplôme (DEPP)': textCell,
    FicheRNCP: optionalCode(parseRncp),
    Code_RNCP: optionalCode(parseRncp),
    rncp: optionalCode(parseRncp),
    'Intitulé certification (RNCP)': textCell,
    'Niveau fiche RNCP': textCell,
    'Abrégé de diplôme (RNCP)': textCell,
    "Accès à l'apprentissage de la fiche RNCP (oui/non)": booleanCell,
    "Date d'échéance de la fiche RNCP": looseDateCell,
    'Fiche ACTIVE/INACTIVE': booleanCell,
  }),
  toRow: (cells, context) => {
    const colonne = context.has('cfd') ? 'cfd' : 'Code Diplôme';
    const cfd = requiredCfd.safeParse(cells[colonne] ?? '');
    if (!cfd.success) {
      const vide = cells[colonne] === null;
      const message = vide
        ? 'le code diplôme est absent'
        : `« ${cells[colonne] ?? ''} » n'est pas un code formation diplôme (8 caractères)`;
      return { refus: { colonne, motif: vide ? 'CODE_ABSENT' : 'CODE_INVALIDE', message } };
    }
    return {
      cfd: cfd.data,
      libelle: cells['Intitulé diplôme (DEPP)'],
      rncp: cells.FicheRNCP ?? cells.Code_RNCP ?? cells.rncp,
      libelleRncp: cells['Intitulé certification (RNCP)'],
      niveau: /\d/.exec(cells['Niveau fiche RNCP'] ?? '')?.[0] ?? null,
      typeDiplome: cells['Abrégé de diplôme (RNCP)'],
      apprentissage: cells["Accès à l'apprentissage de la fiche RNCP (oui/non)"],
      dateEcheance: cells["Date d'échéance de la fiche RNCP"],
      active: cells['Fiche ACTIVE/INACTIVE'],
    };
  },
});
