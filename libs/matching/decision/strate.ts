import type { Paire } from '../features/paire.ts';

/** Diplomas of higher education and titles: many certifiers share a name there. */
export const STRATE_FAIBLE = 'supérieur et titres';

/** The stratum whose threshold an answer must pass: weaker families have their own. */
export function strateOf({ certification }: Pick<Paire, 'certification'>): string {
  return /^(?:[1-5]6[A-Z0-9]|[1-5]60|1[0-9]{2}|2[0-9]{2})/.test(certification.niveau ?? '')
    ? STRATE_FAIBLE
    : 'toutes';
}

/** Titles that bodies of any kind register; those of the ministries of Labour and of Sports have one certifier. */
const TITRE = /^[1-5]6(?![TJ])[A-Z4]/;

/** Whether a code family is one of titles, which several certifiers may register under one name. */
export const isTitre = (niveau: string): boolean => TITRE.test(niveau);
