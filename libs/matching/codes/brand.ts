declare const brand: unique symbol;

/**
 * A text that a parser has recognised as a code of one family. Codes stay text everywhere: their leading
 * zeros and letters mean something.
 */
export type Brand<Name extends string> = string & { readonly [brand]: Name };

/**
 * What a cell holds once the noise of files is gone: blanks of any kind on both sides (no-break spaces too),
 * zero-width marks and the apostrophe that spreadsheets put before a text that looks like a number.
 */
export function cleanCell(text: string): string {
  return text
    .replace(/[\u200B-\u200D\uFEFF]/g, '')
    .trim()
    .replace(/^'/, '')
    .trim()
    .toUpperCase();
}
