import { cleanCell, type Brand } from './brand.ts';

/** A fiche of the Répertoire national, `RNCP` and two to six digits without leading zeros. */
export type Rncp = Brand<'Rncp'>;

/**
 * Reads `RNCP34030`, `rncp 34030` or the bare number that Certif Info and many catalogues write.
 *
 * @example parseRncp('34030') // 'RNCP34030'
 */
export function parseRncp(text: string): Rncp | null {
  const match = /^(?:RNCP[\s:°N-]*)?0*([1-9][0-9]{1,5})(?:\.0)?$/.exec(cleanCell(text));
  return match === null ? null : (`RNCP${match[1]}` as Rncp);
}
