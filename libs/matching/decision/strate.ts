import type { Paire } from '../features/paire.ts';

/** Diplomas of higher education and titles: many certifiers share a name there. */
export const STRATE_FAIBLE = 'supérieur et titres';

/** The stratum whose threshold an answer must pass: weaker families have their own. */
export function strateOf({ certification }: Pick<Paire, 'certification'>): string {
  return /^(?:[1-5]6[A-Z0-9]|[1-5]60|1[0-9]{2}|2[0-9]{2})/.test(certification.niveau ?? '')
    ? STRATE_FAIBLE
    : 'toutes';
}
