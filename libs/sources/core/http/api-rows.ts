import type { RowTypes, TableId } from '../canonical.ts';
import { SourceFormatError } from '../errors.ts';
import { parseDate } from '../date-cell.ts';
import { flatRecord } from '../flat-record.ts';
import { Columns, nearestTable, unknownColumns } from '../recognise.ts';
import type { TableDefinition } from '../table-definition.ts';
import type { ReadRow } from '../table-reader.ts';
import type { RowsEvent } from './connector.ts';

/** Records of an answer, each an object by column name. */
export type ApiRecord = Readonly<Record<string, unknown>>;

/** A page of records, about to become lines of a table. */
export interface ApiPage<Id extends TableId> {
  readonly source: string;
  readonly etape: string;
  readonly definition: TableDefinition<Id>;
  readonly records: readonly ApiRecord[];
  /** Rank of the first record in the whole import, from 1: what a refusal calls its line. */
  readonly premiere: number;
  /** Columns that only the service adds (`__id`, `created_at`), never noted as unknown. */
  readonly ignorees?: readonly (string | RegExp)[];
}

/**
 * Reads records by the parser that reads the table's files, flattened as a JSON file is; columns are found whatever
 * their case and accents.
 * Throws SourceFormatError, naming what is missing, when the records are not those of the table.
 */
export function rowsOf<Id extends TableId>(page: ApiPage<Id>): RowsEvent | null {
  const { source, etape, definition, records, premiere, ignorees = [] } = page;
  if (records.length === 0) return null;
  const lines = records.map(flatRecord);
  const names = [...new Set(lines.flatMap((line) => [...line.keys()]))].filter(
    (name) => !ignorees.some((other) => (typeof other === 'string' ? other === name : other.test(name))),
  );
  const columns = new Columns(names);
  checkColumns(columns, definition, source);
  const indexes = definition.colonnes.map((colonne) => [colonne, columns.indexOf(colonne)] as const);
  const revisionIndex = definition.revision === null ? -1 : columns.indexOf(definition.revision);
  const lignes = lines.map((line, offset): ReadRow<RowTypes[Id]> => {
    const raw: Record<string, string> = {};
    for (const [colonne, index] of indexes) {
      const name = names[index];
      raw[colonne] = name === undefined ? '' : (line.get(name) ?? '');
    }
    return definition.readLine(raw, {
      ligne: premiere + offset,
      nom: etape,
      has: (colonne) => columns.has(colonne),
    });
  });
  return {
    kind: 'rows',
    etape,
    table: definition.id,
    lignes,
    colonnes: names,
    colonnesInconnues: unknownColumns(columns, definition),
    revision: latestRevision(lines, names[revisionIndex]),
  } as unknown as RowsEvent;
}

/** The greatest date of a column, as ISO 8601; '' without one. */
function latestRevision(lines: readonly ReadonlyMap<string, string>[], colonne: string | undefined): string {
  if (colonne === undefined) return '';
  return lines.reduce((latest, line) => {
    const date = parseDate(line.get(colonne) ?? '');
    return date && date > latest ? date : latest;
  }, '');
}

function checkColumns(columns: Columns, definition: TableDefinition, source: string): void {
  const near = nearestTable(columns, [definition], true);
  const missing = near?.manquantes ?? definition.layouts[0]?.requises ?? [];
  if (missing.length === 0) return;
  throw new SourceFormatError(
    `${source} : colonne${missing.length > 1 ? 's' : ''} ${missing.join(', ')} absente${missing.length > 1 ? 's' : ''} ` +
      `de la réponse (${definition.libelle}).`,
    { source: definition.id, colonne: missing[0], colonnes: columns.names },
  );
}
