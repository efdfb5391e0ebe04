import type { Limits } from './limits.ts';

/** A file to be opened, with the words for its errors. */
export interface FileToOpen {
  readonly path: string;
  /** Name to show. */
  readonly nom: string;
  /** Table expected by the caller, or `inconnue`. */
  readonly source: string;
  readonly limits: Limits;
}

/** One text to read, wherever it is packed; opened as often as there are passes over it. */
export interface ByteContent {
  /** Name to show: the file's, followed by the member's for an archive. */
  readonly nom: string;
  open(): AsyncIterable<Buffer>;
  /** The same bytes up to where a cut archive stops, without its error: used to count the sound lines. */
  openTolerant(): AsyncIterable<Buffer>;
}
