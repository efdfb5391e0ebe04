const NOT_ALNUM = /[^A-Z0-9]+/g;
const MARKS = /\p{M}/gu;
// eslint-disable-next-line no-control-regex -- everything beyond ASCII is removed
const NOT_ASCII = /[^\x00-\x7F]/g;

/** A column name without case, accents, blanks or punctuation: `CODESPÉCIALITÉ ` → `CODESPECIALITE`. */
export function foldHeader(name: string): string {
  return name.normalize('NFD').replace(MARKS, '').replace(/œ/gi, 'oe').toUpperCase().replace(NOT_ALNUM, '');
}

/** What is left of a column name whose accented letters were lost or mis-decoded: `LIBELLÃ‰FORMATION` → `LIBELLFORMATION`. */
export function asciiHeader(name: string): string {
  return name.normalize('NFC').replace(NOT_ASCII, '').toUpperCase().replace(NOT_ALNUM, '');
}
