import type { RowTypes, TableId } from '../canonical.ts';
import { SourceFormatError } from '../errors.ts';
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
 * Reads records by the parser that reads the table's files: columns are found whatever their case and accents.
 * Throws SourceFormatError, naming what is missing, when the records are not those of the table.
 */
export function rowsOf<Id extends TableId>(page: ApiPage<Id>): RowsEvent | null {
  const { source, etape, definition, records, premiere, ignorees = [] } = page;
  if (records.length === 0) return null;
  const names = [...new Set(records.flatMap((record) => Object.keys(record)))].filter(
    (name) => !ignorees.some((other) => (typeof other === 'string' ? other === name : other.test(name))),
  );
  const columns = new Columns(names);
  checkColumns(columns, definition, source);
  const indexes = definition.colonnes.map((colonne) => [colonne, columns.indexOf(colonne)] as const);
  const lignes = records.map((record, offset): ReadRow<RowTypes[Id]> => {
    const raw: Record<string, string> = {};
    for (const [colonne, index] of indexes) {
      const name = names[index];
      raw[colonne] = name === undefined ? '' : cellOf(record[name]);
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
    colonnesInconnues: unknownColumns(columns, definition),
  } as unknown as RowsEvent;
}

function checkColumns(columns: Columns, definition: TableDefinition, source: string): void {
  const near = nearestTable(columns, [definition], true);
  const missing = near?.manquantes ?? definition.layouts[0]?.requises ?? [];
  if (missing.length === 0) return;
  throw new SourceFormatError(
    `${source} : colonne${missing.length > 1 ? 's' : ''} ${missing.join(', ')} absente${missing.length > 1 ? 's' : ''} ` +
      `de la réponse (${definition.libelle}).`,
    { source: definition.id, colonne: missing[0] },
  );
}

/** A JSON value as the cell that a file would hold. */
export function cellOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean' || typeof value === 'bigint')
    return String(value);
  if (Array.isArray(value) && value.every((item) => typeof item !== 'object' || item === null)) {
    return value.map(cellOf).join(';');
  }
  return JSON.stringify(value);
}
