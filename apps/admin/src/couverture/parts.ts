import { formatPercent } from '../affichage/formats.ts';

const signed = new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 1, signDisplay: 'exceptZero' });

/** A part of a total in per cents, that no line end cuts; a dash where there is no total. */
export const share = (n: number, total: number): string =>
  total === 0 ? '–' : formatPercent(n / total).replace(' ', '\u00a0');

/** A difference with its sign: `+1,4`, `-3`. */
export const difference = (value: number): string => signed.format(value);
