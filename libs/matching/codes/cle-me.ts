import { cleanCell, type Brand } from './brand.ts';

/** Clé ministères éducatifs (ID_RCO): the identity of a row of the apprenticeship catalogue. */
export type CleMe = Brand<'CleMe'>;

export interface CleMeLue {
  readonly cle: CleMe;
  /** The key without its suffix: what every site of the same training shares. */
  readonly racine: string;
  /** `L01`, `L02`… for a site. */
  readonly lieu: string | null;
  /** Whether the suffix says distance learning (`#LAD`). */
  readonly aDistance: boolean;
}

/**
 * Reads a clé ministères éducatifs and its suffix.
 *
 * @example readCleMe('115708P01211772900550007217729005500072-77284#L01')?.lieu // 'L01'
 */
export function readCleMe(text: string): CleMeLue | null {
  const match = /^([0-9]{1,6}P[0-9A-Z|*-]+)(?:#(L(?:[0-9]{2,3}|AD)))?$/.exec(cleanCell(text));
  if (match === null) return null;
  const racine = match[1] ?? '';
  const suffixe = match[2] ?? null;
  return {
    cle: (suffixe === null ? racine : `${racine}#${suffixe}`) as CleMe,
    racine,
    lieu: suffixe === null || suffixe === 'LAD' ? null : suffixe,
    aDistance: suffixe === 'LAD',
  };
}

/** The clé of a cell, or null when it is not one. */
export function parseCleMe(text: string): CleMe | null {
  return readCleMe(text)?.cle ?? null;
}
