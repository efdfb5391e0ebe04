import type { Critere, Paire } from './paire.ts';

function extra({ demande, meilleur }: Paire): { missing: readonly string[]; added: readonly string[] } {
  const asked = demande.nombres;
  const own = meilleur.label.nombres;
  if (asked.length + own.length === 0) return { missing: asked, added: own };
  return { missing: asked.filter((n) => !own.includes(n)), added: own.filter((n) => !asked.includes(n)) };
}

/** Numbers of the label, roman ones included: a 1 is not a 2. */
export const nombres: Critere = {
  nom: 'nombres',
  valeurs: ['absents', 'en trop'],
  evaluer({ demande, meilleur }, valeurs, de) {
    const asked = demande.nombres;
    const own = meilleur.label.nombres;
    if (asked.some((n) => !own.includes(n))) valeurs[de] = 1;
    if (own.some((n) => !asked.includes(n))) valeurs[de + 1] = 1;
  },
  expliquer(paire) {
    const { missing, added } = extra(paire);
    return {
      detail:
        missing.length + added.length === 0
          ? 'mêmes nombres'
          : `nombres différents : ${missing.join(' ') || 'aucun'} ≠ ${added.join(' ') || 'aucun'}`,
      demande: missing.join(' '),
      candidat: added.join(' '),
    };
  },
};
