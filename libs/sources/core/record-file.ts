import type { TableId } from './canonical.ts';
import type { ByteContent } from './file-to-open.ts';
import type { Columns } from './recognise.ts';
import type { Encodage } from './table-reader.ts';

/** One record: its line (CSV), row (workbook) or rank (JSON, XML), from 1, and its cells in column order. */
export interface TableRecord {
  readonly ligne: number;
  readonly cells: readonly string[];
}

export type Format = 'csv' | 'json' | 'xml' | 'xlsx';

/** A content whose columns are known, whatever its format, ready to be streamed once. */
export interface RecordFile {
  /** Name to show: the file's, then the member's or sheet's. */
  readonly nom: string;
  readonly format: Format;
  readonly encodage: Encodage;
  /** Of a CSV; '' otherwise. */
  readonly separateur: string;
  readonly columns: Columns;
  /** Line of the header. */
  readonly ligne: number;
  /** Greatest date that the comment lines or the envelope announce, or ''. */
  readonly annonce: string;
  /** Streams the records. `source` names the table in errors. Throws SourceFormatError for a cut content. */
  records(source: string, signal: AbortSignal | undefined): AsyncIterable<TableRecord>;
  /** The whole values of a JSON content, for the tables that are not made of cells. */
  readonly json?: JsonContent;
}

/** One value of a JSON content and its rank. */
export interface JsonElement {
  readonly ligne: number;
  readonly value: unknown;
}

/** What a JSON content is recognised by. */
export interface JsonShape {
  /** The other keys of the object that holds the records; empty when none does. */
  readonly enveloppe: Readonly<Record<string, unknown>>;
  readonly premier: unknown;
}

/** The table whose header these columns are, or whose documents these values are. */
export type Identify = (columns: Columns, json?: JsonShape) => TableId | null;

/** A JSON content: what surrounds its records, its first record, and a way to stream them. */
export interface JsonContent extends JsonShape {
  /** `racines` gives each root value whole, envelopes included. */
  elements(source: string, signal: AbortSignal | undefined, racines?: boolean): AsyncIterable<JsonElement>;
}

/** Where a JSON or XML text is and how it is written. */
export interface TextContent {
  readonly content: ByteContent;
  /** Table expected, for the errors, or `inconnue`. */
  readonly source: string;
  readonly encodage: Encodage;
  readonly bom: boolean;
}
