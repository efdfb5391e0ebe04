import { openTable, UnknownTableError, walkFiles, type OpenedTable } from '#sources';
import type { ReferenceData, ReferenceTable, Vintage } from '#matching';
import { referenceOf } from './reference-rows.ts';

type MutableReference = { -readonly [Table in ReferenceTable]: Vintage<unknown>[] };

/**
 * The nomenclature tables found in folders or files of the real data, as the engine wants them. Files of
 * another kind are passed over; refused lines are left out, as an import would.
 */
export async function loadReference(paths: readonly string[]): Promise<ReferenceData> {
  const empty = referenceOf();
  const reference = Object.fromEntries(
    Object.keys(empty).map((table) => [table, []]),
  ) as unknown as MutableReference;
  for (const path of await walkFiles(paths)) {
    const opened = await openKnown(path);
    if (opened === null || !(opened.table in reference)) continue;
    const rows: unknown[] = [];
    for await (const line of opened.rows()) if ('row' in line) rows.push(line.row);
    reference[opened.table as ReferenceTable].push({ millesime: opened.millesime(), rows });
  }
  return reference as unknown as ReferenceData;
}

async function openKnown(path: string): Promise<OpenedTable | null> {
  try {
    return await openTable(path);
  } catch (error) {
    if (error instanceof UnknownTableError) return null;
    throw error;
  }
}
