import { Readable, pipeline } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { ArchiveDamage } from './bounded-chunks.ts';
import { decodedText } from './decoded-text.ts';
import { SourceFormatError } from './errors.ts';
import type { ByteContent } from './file-to-open.ts';
import type { TableRecord } from './record-file.ts';
import type { Encodage } from './table-reader.ts';

/** Where the records of a text are and how they are written. */
export interface CsvBody {
  readonly content: ByteContent;
  readonly source: string;
  readonly encodage: Encodage;
  readonly separateur: string;
  readonly endOfLine: '\n' | '\r';
  readonly bom: boolean;
  /** Characters before the first record, and its line. */
  readonly start: number;
  readonly ligne: number;
  readonly maxRecord: number;
}

/** Streams the records of a text; blank lines are passed over. Throws SourceFormatError for a cut text. */
export async function* readRecords(body: CsvBody, signal?: AbortSignal): AsyncGenerator<TableRecord> {
  // The stream may drop the records that wait in it when it fails: the line is noted where they are made.
  let after = body.ligne;
  const starts: number[] = [];
  const parser = parse({
    delimiter: body.separateur,
    record_delimiter: body.endOfLine === '\r' ? '\r' : ['\r\n', '\n'],
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    max_record_size: body.maxRecord,
    on_record: (cells, context) => {
      after = body.ligne + context.lines;
      starts.push(after - 1 - lineBreaks(cells));
      return cells;
    },
  });
  pipeline(
    Readable.from(decodedText(body.content, body.encodage, body.bom, body.start)),
    parser,
    () => undefined,
  );
  try {
    for await (const cells of parser as AsyncIterable<string[]>) {
      signal?.throwIfAborted();
      const ligne = starts.shift() ?? after;
      if (cells.length > 1 || cells[0]?.trim() !== '') yield { ligne, cells };
    }
  } catch (cause) {
    throw explain(cause, body, after);
  }
}

function lineBreaks(record: readonly string[]): number {
  let count = 0;
  for (const cell of record) {
    for (let at = cell.indexOf('\n'); at >= 0; at = cell.indexOf('\n', at + 1)) count += 1;
  }
  return count;
}

function explain(cause: unknown, { content, source, maxRecord }: CsvBody, ligne: number): unknown {
  const { nom } = content;
  const details = { source, fichier: nom, ligne, cause };
  if (cause instanceof ArchiveDamage) {
    return new SourceFormatError(
      `${nom} : l'archive est coupée ou abîmée après la ligne ${String(ligne - 1)}.`,
      details,
    );
  }
  if (!(cause instanceof CsvError)) return cause;
  const where = `${nom}, ligne ${String(ligne)}`;
  if (cause.code === 'CSV_QUOTE_NOT_CLOSED') {
    return new SourceFormatError(`${where} : un guillemet ouvert ici n'est jamais refermé.`, details);
  }
  if (cause.code === 'CSV_MAX_RECORD_SIZE') {
    return new SourceFormatError(
      `${where} : l'enregistrement dépasse ${String(maxRecord)} octets (guillemet jamais refermé ?).`,
      details,
    );
  }
  return new SourceFormatError(`${where} : CSV illisible (${cause.code}).`, details);
}
