import { z } from 'zod';
import type { Mesure, MotifSansValeur } from './canonical.ts';
import { foldHeader } from './header-name.ts';

/** How producers write that a figure is not given, folded. */
const MOTIFS: Readonly<Record<string, MotifSansValeur>> = {
  ND: 'nd',
  NONDIFFUSE: 'nd',
  NONDIFFUSEE: 'nd',
  NONDISPONIBLE: 'nd',
  SECRETSTATISTIQUE: 'nd',
  NA: 'na',
  NONAPPLICABLE: 'na',
  SANSOBJET: 'na',
  SO: 'na',
  NULL: 'vide',
};

const NUMBER = /^[-+]?(?:\d+(?:[.,]\d*)?|[.,]\d+)$/;

/**
 * A figure as it is published: `54,6`, `54.6`, `54 %`, `1 234`, `nd` (non diffusé), `na` (sans objet), or
 * nothing; undefined for a cell that is none of these.
 */
export function parseMesure(cell: string): Mesure | undefined {
  const text = cell.replace(/[\s\u00a0\u202f]/g, '');
  if (text === '') return { motif: 'vide' };
  const digits = text.replace(/[%€]$/, '');
  if (NUMBER.test(digits)) return { valeur: Number(digits.replace(',', '.')) };
  const motif = MOTIFS[foldHeader(text)];
  return motif === undefined ? undefined : { motif };
}

/** A figure of Mon compte formation, where -1 says that there is none. */
export function parseMesureCpf(cell: string): Mesure | undefined {
  const mesure = parseMesure(cell);
  return mesure !== undefined && 'valeur' in mesure && mesure.valeur === -1 ? { motif: 'na' } : mesure;
}

function cellOf(parse: (cell: string) => Mesure | undefined) {
  return z.string().transform((cell, context): Mesure => {
    const mesure = parse(cell);
    if (mesure !== undefined) return mesure;
    context.addIssue({
      code: 'custom',
      message: `« ${cell.trim()} » n'est ni un nombre, ni nd, ni na`,
      params: { motif: 'MESURE_INVALIDE' },
    });
    return z.NEVER;
  });
}

/** A figure, or why there is none; anything else refuses the line. */
export const mesureCell = cellOf(parseMesure);

/** A figure of Mon compte formation. */
export const mesureCpfCell = cellOf(parseMesureCpf);

/** The same cell under each of several names. */
export function mesureColumns<const Name extends string>(
  names: readonly Name[],
  cell: typeof mesureCell = mesureCell,
): Record<Name, typeof mesureCell> {
  return Object.fromEntries(names.map((name) => [name, cell])) as Record<Name, typeof mesureCell>;
}

/** The measures of a line whose columns the file has. */
export function mesuresOf<const Name extends string>(
  cells: Readonly<Record<Name, Mesure>>,
  names: readonly Name[],
  has: (name: string) => boolean,
): Record<string, Mesure> {
  return Object.fromEntries(names.filter(has).map((name) => [name, cells[name]]));
}
