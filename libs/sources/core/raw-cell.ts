import { z } from 'zod';
import { parseBoolean } from './boolean-cell.ts';
import { parseText } from './cell-text.ts';
import { parseCfd } from './code-cell.ts';
import { parseDate } from './date-cell.ts';
import { parseInteger, parseYear } from './number-cell.ts';

/**
 * Zod types of raw cells, from which each table's schema is written in the source's own column names. An
 * issue carries the reason code of the refused line in `params.motif`.
 */

/** Any cell, as it is written. */
export const anyCell = z.string();

/** Text or null. */
export const textCell = z.string().transform(parseText);

/** Year of a session, or null. */
export const yearCell = z.string().transform(parseYear);

/** Whole number, or null. */
export const integerCell = z.string().transform(parseInteger);

/** Day as `AAAA-MM-JJ`, or null; anything else refuses the line. */
export const dateCell = z.string().transform((cell, context) => {
  const date = parseDate(cell);
  if (date !== undefined) return date;
  context.addIssue({
    code: 'custom',
    message: `la date « ${cell.trim()} » n'est pas de la forme JJ/MM/AAAA ou AAAA-MM-JJ`,
    params: { motif: 'DATE_INVALIDE' },
  });
  return z.NEVER;
});

/** Day as `AAAA-MM-JJ`; null where the cell holds anything else (`NR`, a year, a sentence). */
export const looseDateCell = z.string().transform((cell) => parseDate(cell) ?? null);

/** Oui or non as the sources write them (`oui`, `True`, `1`, `ACTIVE`); null for anything else. */
export const booleanCell = z.string().transform(parseBoolean);

/** A code without which the line says nothing: `parse` answers null for what is not one. */
export function requiredCode(nom: string, parse: (cell: string) => string | null, motif = 'CODE_INVALIDE') {
  return z.string().transform((cell, context) => {
    const code = parse(cell);
    if (code !== null) return code;
    const vide = cell.trim() === '';
    context.addIssue({
      code: 'custom',
      message: vide ? `le ${nom} est absent` : `« ${cell.trim()} » n'est pas un ${nom}`,
      params: { motif: vide ? 'CODE_ABSENT' : motif },
    });
    return z.NEVER;
  });
}

/** A code that may be absent or unreadable. */
export function optionalCode(parse: (cell: string) => string | null) {
  return z.string().transform(parse);
}

/** Code formation diplôme of a reference table. */
export const requiredCfd = requiredCode('code formation diplôme (8 caractères)', parseCfd);

/** A label without which the row cannot be matched. */
export const requiredLabel = z.string().transform((cell, context) => {
  const text = parseText(cell);
  if (text !== null) return text;
  context.addIssue({ code: 'custom', message: 'le libellé est absent', params: { motif: 'LIBELLE_ABSENT' } });
  return z.NEVER;
});
