import type { Critere, Paire } from './paire.ts';

/** Likenesses closer than this are those of one name. */
const SAME_NAME = 0.02;
const NEVER = '9999-12-31';

/** Whether two pairs are open certifications of one code family, named alike by the label. */
function areNamesakes(one: Paire, other: Paire): boolean {
  return (
    one.nature.niveau === other.nature.niveau &&
    Math.abs(one.meilleur.ressemblance - other.meilleur.ressemblance) < SAME_NAME
  );
}

const isOpen = ({ situation }: Paire): boolean => !situation.fermee && !situation.ouvrePlusTard;

/** Says of each pair whether it closes after all its namesakes; a pair without one closes after nobody. */
export function markLastToClose(pairs: readonly Paire[]): Paire[] {
  return pairs.map((paire) => {
    const own = paire.certification.dateFermeture ?? NEVER;
    let later = false;
    for (const other of pairs) {
      if (other === paire || !isOpen(other) || !areNamesakes(paire, other)) continue;
      const its = other.certification.dateFermeture ?? NEVER;
      if (its > own) return paire;
      if (its < own) later = true;
    }
    return later ? { ...paire, fermeLaDerniere: true } : paire;
  });
}

/** Namesakes: several certifiers registered one title. The one registered for longest is the one still prepared. */
export const homonymes: Critere = {
  nom: 'homonymes',
  valeurs: ['ferme la dernière, texte libre'],
  evaluer({ fermeLaDerniere }, valeurs, de) {
    if (fermeLaDerniere) valeurs[de] = 1;
  },
  expliquer({ demande, fermeLaDerniere, certification }) {
    return {
      detail: fermeLaDerniere
        ? 'ferme après les certifications du même nom'
        : 'ne ferme pas après d’autres du même nom',
      demande: demande.rentree,
      candidat: certification.dateFermeture ?? '',
    };
  },
};
