/**
 * The errors of a source. Each message is French, names the file and, where it has one, the line and column.
 * Building an error has no side effect.
 */
export interface SourceErrorDetails {
  /** Id of the table or connector, or `inconnue`. */
  readonly source: string;
  readonly fichier?: string;
  readonly ligne?: number;
  readonly colonne?: string;
  /** The header that was read, where the content has one and is not the table's. */
  readonly colonnes?: readonly string[];
  readonly cause?: unknown;
}

export abstract class SourceError extends Error {
  abstract readonly code: string;
  /** Whether the same call may succeed later without anyone's help. */
  abstract readonly retryable: boolean;
  readonly details: SourceErrorDetails;

  constructor(message: string, details: SourceErrorDetails) {
    super(message, { cause: details.cause });
    this.name = new.target.name;
    this.details = details;
  }
}

/** The source cannot be reached or read now: network, 5xx, time-out, a file that is not there. */
export class SourceUnavailableError extends SourceError {
  readonly code = 'SOURCE_INDISPONIBLE';
  readonly retryable: boolean = true;
}

/** A file that does not exist or cannot be opened. */
export class SourceFileError extends SourceError {
  readonly code = 'FICHIER_ILLISIBLE';
  readonly retryable = false;
}

/** The content is not what the table promises: missing column, wrong encoding, cut archive, empty file. */
export class SourceFormatError extends SourceError {
  readonly code = 'FORMAT_INATTENDU';
  readonly retryable = false;
}

/** No known table has this header. */
export class UnknownTableError extends SourceError {
  readonly code = 'TABLE_INCONNUE';
  readonly retryable = false;
}

/**
 * Whether an error says that a file is no table at all (a read-me, a workbook, an image among the references)
 * rather than a table that is damaged: who walks a folder names the former and passes it over.
 */
export function isForeignFile(error: unknown): error is SourceError {
  if (error instanceof UnknownTableError) return true;
  return error instanceof SourceFormatError && error.details.source === 'inconnue';
}

/** A format error of no table yet, once the table that the damaged content was is known. */
export function attributed(error: SourceError, source: string): SourceError {
  return error instanceof SourceFormatError && error.details.source === 'inconnue'
    ? new SourceFormatError(error.message, { ...error.details, source })
    : error;
}
