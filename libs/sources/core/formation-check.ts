import type { FormationRow } from './canonical.ts';
import { hasMojibake } from './mojibake.ts';
import type { Refusal } from './table-definition.ts';
import { parseUai } from './uai.ts';

/** The UAI cells of a row by column, in the order in which the row's own UAI is looked for. */
export type UaiCells = readonly (readonly [colonne: string, cell: string | null])[];

/** First sound UAI of the cells. */
export function firstUai(cells: UaiCells): string | null {
  for (const [, cell] of cells) {
    const uai = cell === null ? null : parseUai(cell);
    if (uai !== null) return uai;
  }
  return null;
}

/**
 * What every catalogue demands of a row: a label that can be read, and UAI that are sound when given. A row
 * refused for its UAI stays readable (`lisible`): its label and codes are not at fault.
 */
export function checkFormation<Row extends FormationRow>(
  row: Row,
  uaiCells: UaiCells,
  labelColumn: string,
): Row | (Refusal & { readonly lisible?: Row }) {
  if (hasMojibake(`${row.libelle}\n${row.specialite ?? ''}`)) {
    return {
      refus: {
        colonne: labelColumn,
        motif: 'MOJIBAKE',
        message: `le libellé « ${row.libelle} » a été abîmé par un mauvais décodage avant d'arriver ici`,
      },
    };
  }
  for (const [colonne, cell] of uaiCells) {
    const checked = checkUai(row, colonne, cell);
    if (checked !== row) return checked;
  }
  return row;
}

/** A row whose UAI, when given, must be sound; refused for it, the row stays readable. */
export function checkUai<Row extends object>(
  row: Row,
  colonne: string,
  cell: string | null,
): Row | (Refusal & { readonly lisible: Row }) {
  if (cell === null || parseUai(cell) !== null) return row;
  const message = `« ${cell} » n'est pas un UAI : 7 chiffres et leur lettre de contrôle sont attendus`;
  return { refus: { colonne, motif: 'UAI_INVALIDE', message }, lisible: row };
}
