/** Luhn sum of a text of digits. */
function luhnSum(digits: string): number {
  let sum = 0;
  for (let index = 0; index < digits.length; index += 1) {
    const digit = digits.charCodeAt(digits.length - 1 - index) - 48;
    const weighed = index % 2 === 1 ? digit * 2 : digit;
    sum += weighed > 9 ? weighed - 9 : weighed;
  }
  return sum;
}

/** SIREN of La Poste, whose establishments follow another rule: the plain sum of the digits is a multiple of 5. */
const LA_POSTE = '356000000';

/** Whether a text is a SIRET (14 digits, Luhn; La Poste's own rule accepted). */
export function isSiret(text: string): boolean {
  if (!/^\d{14}$/.test(text)) return false;
  if (luhnSum(text) % 10 === 0) return true;
  if (!text.startsWith(LA_POSTE)) return false;
  return [...text].reduce((sum, digit) => sum + Number(digit), 0) % 5 === 0;
}

/** The SIRET of a cell, blanks between its groups removed, or null when it is not one. */
export function parseSiret(cell: string): string | null {
  const text = cell.replace(/\s/g, '');
  return isSiret(text) ? text : null;
}

/**
 * The SIRET of the first of these cells that has one, or what the first written one holds where none is a SIRET.
 * A lone `0` says that there is none.
 */
export function readSiret(cells: readonly string[]): { siret: string | null; siretRefuse?: string } {
  for (const cell of cells) {
    const siret = parseSiret(cell);
    if (siret !== null) return { siret };
  }
  const written = cells.map((cell) => cell.trim()).find((cell) => !/^0*$/.test(cell));
  return written === undefined ? { siret: null } : { siret: null, siretRefuse: written.slice(0, 50) };
}
