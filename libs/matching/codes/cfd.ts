import { cleanCell, type Brand } from './brand.ts';

/** Code formation diplôme: eight of `[0-9A-Z]`; the first three are its NIVEAU_FORMATION_DIPLOME. */
export type Cfd = Brand<'Cfd'>;

export interface CfdAvecSpecialite {
  readonly cfd: Cfd;
  /** The ninth letter that some listings append (`40025214S`), or null. */
  readonly lettreSpecialite: string | null;
}

/**
 * Reads a CFD as files write it: blanks around it, lower case, the first zero lost (`1022103` is `01022103`),
 * a ninth letter that names the specialty. Seven digits only are padded: a text with a letter never went
 * through a spreadsheet's numbers.
 *
 * @example parseCfdAvecSpecialite(' 40025214S ') // { cfd: '40025214', lettreSpecialite: 'S' }
 */
export function parseCfdAvecSpecialite(text: string): CfdAvecSpecialite | null {
  const cell = cleanCell(text);
  if (/^[0-9]{7}$/.test(cell)) return { cfd: `0${cell}` as Cfd, lettreSpecialite: null };
  const match = /^([0-9][0-9A-Z]{7})([A-Z])?$/.exec(cell);
  if (match === null) return null;
  return { cfd: match[1] as Cfd, lettreSpecialite: match[2] ?? null };
}

/**
 * The CFD of a cell, its ninth letter cut; null when it is not one.
 *
 * @example parseCfd('1022103') // '01022103'
 */
export function parseCfd(text: string): Cfd | null {
  return parseCfdAvecSpecialite(text)?.cfd ?? null;
}

/** NIVEAU_FORMATION_DIPLOME: the first three characters, such as `320` for a BTS. */
export function niveauOfCfd(cfd: string): string {
  return cfd.slice(0, 3);
}

const TITRE = /^[1-5]6(?![TJ])[A-Z4]/;

/**
 * Whether a NIVEAU_FORMATION_DIPLOME is one of titles that bodies of any kind register, several of them under one name.
 * Those of the ministries of Labour (`56T`) and of Sports (`46J`) have one certifier.
 */
export const isTitre = (niveau: string): boolean => TITRE.test(niveau);
