import type { RowTypes, TableId } from './canonical.ts';
import type { Format } from './record-file.ts';

/**
 * One refused line, as a value: the import goes on. Line and column count from 1; the header is line 1. The line
 * of a JSON or XML content is the rank of the record, that of a workbook the row of its sheet.
 */
export interface RowRejection {
  readonly ligne: number;
  /** The source's own column name, or null when the whole line is at fault. */
  readonly colonne: string | null;
  /** Stable code of the reason, such as `UAI_INVALIDE`. */
  readonly motif: string;
  /** In French: what was found and what was expected. */
  readonly message: string;
  /** The offending cell or line, cut to 200 characters. */
  readonly extrait: string;
}

/** What one line of a file became. */
export type ReadRow<Row> =
  | { readonly ligne: number; readonly row: Row }
  | {
      readonly ligne: number;
      readonly rejet: RowRejection;
      /**
       * The refused row without its faulty cell, where its formation is nevertheless readable (a catalogue row
       * with a bad UAI): who must answer every row of a file can still answer this one.
       */
      readonly lisible?: Row;
    };

export type Encodage = 'utf-8' | 'windows-1252' | 'iso-8859-1' | 'macintosh';

export interface OpenOptions {
  /** Name to show in messages when the path is a temporary file. */
  readonly nom?: string;
  /** Overrides the detection. */
  readonly encodage?: Encodage;
  /** The table that the caller expects: a file that is another one is refused. */
  readonly attendu?: TableId;
  readonly signal?: AbortSignal;
}

/** A recognised file, ready to be streamed once. */
export interface OpenedTable<Id extends TableId = TableId> {
  readonly table: Id;
  readonly nom: string;
  readonly format: Format;
  readonly encodage: Encodage;
  /** Of a CSV; '' for another format. */
  readonly separateur: string;
  readonly colonnes: readonly string[];
  /** Columns that the table does not know: noted, never an error. */
  readonly colonnesInconnues: readonly string[];
  /** Streams the lines in file order. Throws SourceFormatError for a file that is cut or not text. */
  rows(): AsyncIterable<ReadRow<RowTypes[Id]>>;
  /**
   * Greatest date found so far in the rows' own revision column (DATE_INTERVENTION, Date_MaJ…), complete once
   * `rows()` has been read to its end; '' where the table has none. Orders vintages.
   */
  millesime(): string;
}
