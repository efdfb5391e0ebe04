import { basename } from 'node:path';
import type { CatalogueTableId, TableId } from './canonical.ts';
import { DocumentTable } from './document-table.ts';
import { SourceFormatError } from './errors.ts';
import { DEFAULT_LIMITS, type Limits } from './limits.ts';
import { openRecordFiles } from './open-records.ts';
import { tablesOf, type Columns } from './recognise.ts';
import type { Identify, JsonShape } from './record-file.ts';
import { RecordTable } from './record-table.ts';
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
 * Opens a file (plain, gzip, zip or workbook, told by its bytes), finds its format, encoding, separator and
 * table by its content alone, and gives it ready to be streamed once. The whole text is read once here, so
 * that a cut, binary or badly encoded file is refused before its first row.
 *
 * Throws SourceFileError (no such file), SourceFormatError (empty, binary, cut, column missing, several
 * tables, not the expected table) or UnknownTableError (no table has this header), each with a French message.
 */
export async function openTableAmong(
  definitions: readonly TableDefinition[],
  path: string,
  options: OpenTableOptions,
): Promise<OpenedTable> {
  const [only, ...others] = await openAll(definitions, path, options, (tables) => tables.slice(0, 1));
  if (only !== undefined && others.length === 0) return only;
  const nom = options.nom ?? basename(path);
  const names = [only, ...others]
    .map((opened) => `${opened?.nom ?? ''} : ${labelOf(definitions, opened?.table)}`)
    .join(' ; ');
  throw new SourceFormatError(`${nom} : l'archive contient plusieurs tables, séparez-les (${names}).`, {
    source: options.plateforme ?? options.attendu ?? 'inconnue',
    fichier: nom,
  });
}

/**
 * Opens every table that a file holds: one, or all the recognised members of an archive (ACCE's, France
 * compétences'), in its order. At least one is given; what is no table there is passed over. A header made of two
 * tables of one source (both rates of the SIES) is both.
 *
 * Throws as `openTableAmong` does, but for several tables.
 */
export function openTablesAmong(
  definitions: readonly TableDefinition[],
  path: string,
  options: OpenTableOptions,
): Promise<OpenedTable[]> {
  return openAll(definitions, path, options, ([first, ...others]) =>
    first === undefined ? [] : [first, ...others.filter(({ source }) => source === first.source)],
  );
}

/** @param choose those, among the tables that one content may be, as which it is read. */
async function openAll(
  definitions: readonly TableDefinition[],
  path: string,
  options: OpenTableOptions,
  choose: (tables: readonly TableDefinition[]) => readonly TableDefinition[],
): Promise<OpenedTable[]> {
  const nom = options.nom ?? basename(path);
  const expected = options.plateforme ?? options.attendu;
  const source = expected ?? 'inconnue';
  const file = { path, nom, source, limits: { ...DEFAULT_LIMITS, ...options.limites } };
  const identify: Identify = (columns, json) => candidates(columns, json, definitions)[0]?.id ?? null;
  const files = await openRecordFiles(file, options, identify);
  const readable = files.flatMap((content) => {
    const tables = candidates(content.columns, content.json, definitions);
    const wanted = tables.find((found) => found.id === expected);
    return (wanted === undefined ? choose(tables) : [wanted]).map((table) => ({ content, table }));
  });
  const chosen = readable.filter(({ table }) => expected === undefined || table.id === expected);
  if (chosen.length === 0) {
    throw explainMismatch({ nom, expected, files, actual: readable[0]?.table }, definitions);
  }
  return chosen.map(({ content, table }) =>
    table.document === undefined || content.json === undefined
      ? new RecordTable(content, table, options.signal)
      : new DocumentTable(content, content.json, table.document, table, options.signal),
  );
}

/** The tables that a content may be: by its whole values first, then by its columns. */
function candidates(
  columns: Columns,
  json: JsonShape | undefined,
  definitions: readonly TableDefinition[],
): TableDefinition[] {
  const documents = definitions.filter(({ document }) => json && document?.reconnait(json) === true);
  return [...documents, ...tablesOf(columns, definitions)];
}

function labelOf(definitions: readonly TableDefinition[], id: TableId | undefined): string {
  return definitions.find((definition) => definition.id === id)?.libelle ?? '';
}
