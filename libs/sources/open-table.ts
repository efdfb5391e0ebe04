import { openTableAmong, openTablesAmong, type OpenTableOptions } from './core/open-table.ts';
import type { OpenedTable } from './core/table-reader.ts';
import { DEFINITIONS } from './tables.ts';

/**
 * Opens a file as whichever known table its header says, or as the one that the options demand; see
 * `openTableAmong` for what it throws.
 *
 * @example
 * const table = await openTable('n_mef.csv.gz');
 * for await (const line of table.rows()) if ('row' in line) keep(table.table, line.row);
 */
export function openTable(path: string, options: OpenTableOptions = {}): Promise<OpenedTable> {
  return openTableAmong(DEFINITIONS, path, options);
}

/** Opens every table that a file holds, such as those of an archive of ACCE; see `openTablesAmong`. */
export function openTables(path: string, options: OpenTableOptions = {}): Promise<OpenedTable[]> {
  return openTablesAmong(DEFINITIONS, path, options);
}
