import { foldHeader } from './header-name.ts';

export type Voie = 'scolaire' | 'apprentissage';

/** Route named by a column of its own (STATUT, APPRENTISSAGEOUSCOLAIRE, voie); null when it names none. */
export function parseVoie(cell: string | null): Voie | null {
  const text = foldHeader(cell ?? '');
  if (text.startsWith('APPRENTI')) return 'apprentissage';
  return text.startsWith('SCOLAIRE') ? 'scolaire' : null;
}

/** Parcoursup says the route of a row in its label, after a dash. */
export function voieOfLabel(...labels: (string | null)[]): Voie | null {
  return labels.some((label) => label?.toLowerCase().includes('en apprentissage')) ? 'apprentissage' : null;
}
