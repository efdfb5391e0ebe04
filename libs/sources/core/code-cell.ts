/**
 * Codes as catalogues and reference tables write them. Each function answers null for an empty cell and for
 * a text that has not the form of the code: a catalogue row whose code is unreadable still has its label.
 */

/** Spreadsheets drop leading zeros (`1022105`) and add a specialty letter (`50023209S`): both are mended. */
export function parseCfd(cell: string): string | null {
  const text = cell.trim().toUpperCase();
  if (/^[0-9A-Z]{8}$/.test(text) && /\d/.test(text)) return text;
  if (/^\d[0-9A-Z]{6}$/.test(text)) return `0${text}`;
  if (/^[0-9A-Z]{8}[A-Z]$/.test(text) && /\d/.test(text)) return text.slice(0, 8);
  return null;
}

/** MEF of ten characters. */
export function parseMef(cell: string): string | null {
  const text = cell.trim().toUpperCase();
  return /^\d[0-9A-Z]{9}$/.test(text) ? text : null;
}

/** Affelnet writes the MEF followed by a zero, or the word AFFECTATION where a row has no MEF. */
export function parsePaddedMef(cell: string): string | null {
  const text = cell.trim().toUpperCase();
  return /^\d[0-9A-Z]{9}0$/.test(text) ? text.slice(0, 10) : parseMef(text);
}

/** MEFSTAT of eleven characters. */
export function parseMefstat11(cell: string): string | null {
  const text = cell.trim().toUpperCase();
  return /^\d[0-9A-Z]{10}$/.test(text) ? text : null;
}

/** SISE code of seven characters, letters possible anywhere (`M000184`). */
export function parseSise(cell: string): string | null {
  const text = cell.trim().toUpperCase();
  return /^[0-9A-Z]{7}$/.test(text) && /\d/.test(text) ? text : null;
}

/** `34030`, `RNCP34030` and `RNCP 34030` are the fiche `RNCP34030`. */
export function parseRncp(cell: string): string | null {
  const found = /^(?:RNCP)?\s*0*(\d{1,6})$/i.exec(cell.trim());
  return found && Number(found[1]) > 0 ? `RNCP${found[1] ?? ''}` : null;
}

/** `6305`, `RS6305` and `RS 6305` are the entry `RS6305` of the répertoire spécifique. */
export function parseRs(cell: string): string | null {
  const found = /^(?:RS)?\s*0*(\d{1,6})$/i.exec(cell.trim());
  return found && Number(found[1]) > 0 ? `RS${found[1] ?? ''}` : null;
}

/** Idéo formation `FOR.846`; `TYPDISP.12` names a dispositif and is not one. */
export function parseIdeo(cell: string): string | null {
  const text = cell.trim().toUpperCase();
  return /^FOR\.\d+$/.test(text) ? text : null;
}

/** Number of a certification of Certif Info. */
export function parseCi(cell: string): string | null {
  const text = cell.trim();
  return /^\d{1,8}$/.test(text) ? text : null;
}

/** Cells of a list written with `;`, `|`, `,` or blanks, each parsed; what is not a code is left out. */
export function parseCodes(cell: string, parse: (cell: string) => string | null): string[] {
  const codes = new Set<string>();
  for (const part of cell.replace(/RNCP\s+/gi, 'RNCP').split(/[;|,\s]+/)) {
    const code = parse(part);
    if (code !== null) codes.add(code);
  }
  return [...codes];
}
