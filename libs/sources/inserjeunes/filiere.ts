import type { Voie } from '../core/voie.ts';

/** Route of a filière of InserJeunes (`apprentissage`, `voie_pro_sco_educ_nat`, `dont apprentis`…). */
export function voieOfFiliere(filiere: string | null): Voie | null {
  if (filiere === null) return null;
  if (/apprenti/i.test(filiere)) return 'apprentissage';
  return /voie_?\s?pro|sco/i.test(filiere) ? 'scolaire' : null;
}
