import { distance } from 'fastest-levenshtein';
import type { Critere, Paire } from './paire.ts';

const LIMIT = 80;

function likeness({ demande, meilleur }: Paire): number {
  const a = demande.coeur.slice(0, LIMIT);
  const b = meilleur.label.coeur.slice(0, LIMIT);
  const longest = Math.max(a.length, b.length);
  return longest === 0 ? 0 : 1 - distance(a, b) / longest;
}

/** Likeness letter by letter of the two texts, which sees the order of the words. */
export const lettres: Critere = {
  nom: 'écriture',
  valeurs: ['ressemblance des lettres', 'texte identique'],
  evaluer(paire) {
    const share = likeness(paire);
    return [share, share === 1 ? 1 : 0];
  },
  expliquer(paire) {
    return {
      detail: `écriture proche à ${String(Math.round(likeness(paire) * 100))} %`,
      demande: paire.demande.coeur,
      candidat: paire.meilleur.label.coeur,
    };
  },
};
