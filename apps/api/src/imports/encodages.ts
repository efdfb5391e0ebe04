import type { Encodage } from '#sources';

/** Encodings an operator may impose on a file. */
export const ENCODAGES = [
  'utf-8',
  'windows-1252',
  'iso-8859-1',
  'macintosh',
] as const satisfies readonly Encodage[];
