import { foldHeader } from './header-name.ts';

export type Voie = 'scolaire' | 'apprentissage';

/** Route named by a column of its own (STATUT, APPRENTISSAGEOUSCOLAIRE, voie); null when it names none. */
export function parseVoie(cell: string | null): Voie | null {
  const text = foldHeader(cell ?? '');
  if (text.startsWith('APPRENTI')) return 'apprentissage';
  return text.startsWith('SCOLAIRE') ? 'scolaire' : null;
}

/** The second year alone is then in apprenticeship: the row itself is not. */
const SECOND_YEAR = /(?:seconde|deuxième|2e|2ème|2nde) année (?:possible )?en apprentissage/g;

/** Parcoursup says the route of a row in its label, after a dash. */
export function voieOfLabel(...labels: (string | null)[]): Voie | null {
  const said = (label: string | null): boolean =>
    label?.toLowerCase().replace(SECOND_YEAR, '').includes('en apprentissage') === true;
  return labels.some(said) ? 'apprentissage' : null;
}
