/**
 * UAI of an establishment: 7 digits and a check letter, the 7 digits modulo 23 in an alphabet without I, O
 * and Q (RAMSESE). Numbers allotted outside the repertory (`C752887F` in Parcoursup) are not UAI.
 */
const LETTRES = 'ABCDEFGHJKLMNPRSTUVWXYZ';
const FORME = /^(\d{7})([A-Z])$/;

/** Whether a trimmed, upper-case text is a UAI with the right check letter. */
export function isUai(text: string): boolean {
  const found = FORME.exec(text);
  return found !== null && LETTRES[Number(found[1]) % 23] === found[2];
}

/** The UAI of a cell in canonical form (`0751234X`), or null when it is not one. */
export function parseUai(cell: string): string | null {
  const text = cell.trim().toUpperCase();
  return isUai(text) ? text : null;
}
