import type { ReadRow } from '#sources';

/** Called now and then with the lines read so far. */
export type LinesProgress = (lignes: number) => void;

/** Lines of one table on their way to the database. */
export interface StagedCounts {
  acceptees: number;
  refusees: number;
}

const csvCell = (value: unknown): string => `"${JSON.stringify(value).replaceAll('"', '""')}"`;

/** One chunk for many lines: a write a line would cost more than the parsing. */
const CHUNK = 65_536;

/** The lines as the staging table takes them by COPY (line, content, refusal), counted on the way. */
export async function* stagingLines(
  rows: AsyncIterable<ReadRow<unknown>>,
  counts: StagedCounts,
  onProgress?: LinesProgress,
): AsyncGenerator<string> {
  let batch = '';
  for await (const read of rows) {
    if ('row' in read) {
      counts.acceptees += 1;
      batch += `${read.ligne},${csvCell(read.row)},\n`;
    } else {
      counts.refusees += 1;
      batch += `${read.ligne},${read.lisible === undefined ? '' : csvCell(read.lisible)},${csvCell(read.rejet)}\n`;
    }
    if (batch.length > CHUNK) {
      onProgress?.(counts.acceptees + counts.refusees);
      yield batch;
      batch = '';
    }
  }
  onProgress?.(counts.acceptees + counts.refusees);
  yield batch;
}
