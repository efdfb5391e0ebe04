import { asciiHeader, foldHeader } from './header-name.ts';
import type { Layout, TableDefinition } from './table-definition.ts';

/** The columns of a file by the names that tables give them. */
export class Columns {
  private readonly byName = new Map<string, number>();
  private readonly byAscii = new Map<string, number>();

  constructor(readonly names: readonly string[]) {
    names.forEach((name, index) => {
      const folded = foldHeader(name);
      if (folded !== '' && !this.byName.has(folded)) this.byName.set(folded, index);
      const ascii = asciiHeader(name);
      if (ascii !== '' && !this.byAscii.has(ascii)) this.byAscii.set(ascii, index);
    });
  }

  /** Index of a table's column, its accents possibly lost or mis-decoded in the file; -1 when it is not there. */
  indexOf(column: string): number {
    const exact = this.byName.get(foldHeader(column));
    if (exact !== undefined) return exact;
    const ascii = asciiHeader(column);
    return ascii === foldHeader(column) ? -1 : (this.byAscii.get(ascii) ?? -1);
  }

  has(column: string): boolean {
    return this.indexOf(column) >= 0;
  }
}

function fits(columns: Columns, layout: Layout): boolean {
  return (
    layout.requises.every((column) => columns.has(column)) &&
    !(layout.interdites ?? []).some((column) => columns.has(column))
  );
}

/** The tables whose header this is: none, one, or (for a header made of two) several. */
export function tablesOf(columns: Columns, definitions: readonly TableDefinition[]): TableDefinition[] {
  return definitions.filter((table) => table.layouts.some((layout) => fits(columns, layout)));
}

/** The table that a header nearly is. */
export interface NearTable {
  readonly table: TableDefinition;
  readonly manquantes: readonly string[];
}

/** From this share of its required columns on, a header is a damaged one of a table rather than another's. */
const NEAR = 0.75;

/**
 * The table of which a header has most required columns. Without an expected table, a header with fewer than
 * three of them or less than three quarters is simply unknown: other tables share such names.
 */
export function nearestTable(
  columns: Columns,
  definitions: readonly TableDefinition[],
  isExpected: boolean,
): NearTable | null {
  let best: (NearTable & { share: number }) | null = null;
  for (const table of definitions) {
    for (const { requises, interdites } of table.layouts) {
      if ((interdites ?? []).some((column) => columns.has(column))) continue;
      const manquantes = requises.filter((column) => !columns.has(column));
      const found = requises.length - manquantes.length;
      const share = found / requises.length;
      if (!isExpected && (found < 3 || share < NEAR)) continue;
      if (best === null || share > best.share) best = { table, manquantes, share };
    }
  }
  return best;
}

/** The columns of a header of which a table has never heard, in file order. */
export function unknownColumns(columns: Columns, table: TableDefinition): string[] {
  const patterns = table.autres.filter((column) => typeof column !== 'string');
  const names = [...table.colonnes, ...table.autres.filter((column) => typeof column === 'string')];
  if (table.revision !== null) names.push(table.revision);
  for (const layout of table.layouts) names.push(...layout.requises);
  const known = new Set(names.map((column) => columns.indexOf(column)));
  return columns.names.filter(
    (name, index) =>
      name !== '' &&
      !known.has(index) &&
      !patterns.some((pattern) => pattern.test(name) || pattern.test(name.toUpperCase())),
  );
}
