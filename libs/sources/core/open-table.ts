import { basename } from 'node:path';
import type { CatalogueTableId, TableId } from './canonical.ts';
import { openCsvFiles } from './csv-file.ts';
import { CsvTable } from './csv-table.ts';
import { SourceFormatError } from './errors.ts';
import { DEFAULT_LIMITS, type Limits } from './limits.ts';
import { tablesOf, type Columns } from './recognise.ts';
import type { TableDefinition } from './table-definition.ts';
import type { OpenedTable, OpenOptions } from './table-reader.ts';
import { explainMismatch } from './unknown-table.ts';

/** How to open a table, beyond what every caller may ask. */
export interface OpenTableOptions extends OpenOptions {
  /** Reads the file as this catalogue, and as nothing else. */
  readonly plateforme?: CatalogueTableId;
  readonly limites?: Partial<Limits>;
}

/**
 * Opens a file (plain, gzip or zip, told by its bytes), finds its encoding, separator and table by its
 * content alone, and gives it ready to be streamed once. The whole text is read once here, so that a cut,
 * binary or badly encoded file is refused before its first row.
 *
 * Throws SourceFileError (no such file), SourceFormatError (empty, binary, cut, column missing, not the
 * expected table) or UnknownTableError (no table has this header), each with a French message.
 */
export async function openTableAmong(
  definitions: readonly TableDefinition[],
  path: string,
  options: OpenTableOptions,
): Promise<OpenedTable> {
  const nom = options.nom ?? basename(path);
  const expected = options.plateforme ?? options.attendu;
  const source = expected ?? 'inconnue';
  const file = { path, nom, source, limits: { ...DEFAULT_LIMITS, ...options.limites } };
  const identify = (columns: Columns): TableId | null => tablesOf(columns, definitions)[0]?.id ?? null;
  const csvFiles = await openCsvFiles(file, options, identify);
  const readable = csvFiles.flatMap((csv) => {
    const tables = tablesOf(csv.header.columns, definitions);
    const table = tables.find((found) => found.id === expected) ?? tables[0];
    return table === undefined ? [] : [{ csv, table }];
  });
  const chosen = readable.filter(({ table }) => expected === undefined || table.id === expected);
  const [only, other] = chosen;
  if (only === undefined) {
    throw explainMismatch({ nom, expected, csvFiles, actual: readable[0]?.table }, definitions);
  }
  if (other !== undefined) {
    const names = chosen.map(({ csv, table }) => `${csv.nom} : ${table.libelle}`).join(' ; ');
    throw new SourceFormatError(`${nom} : l'archive contient plusieurs tables, séparez-les (${names}).`, {
      source,
      fichier: nom,
    });
  }
  return new CsvTable(only.csv, only.table, options.signal);
}
