import { distance } from 'fastest-levenshtein';
import type { Critere } from './paire.ts';

const LIMIT = 64;
const FAR = 0.35;

function likeness(asked: string, own: string): number {
  const a = asked.slice(0, LIMIT);
  const b = own.slice(0, LIMIT);
  const longest = Math.max(a.length, b.length);
  return longest === 0 ? 0 : 1 - distance(a, b) / longest;
}

/** Likeness letter by letter of the two texts, which sees the order of the words. */
export const lettres: Critere = {
  nom: 'écriture',
  valeurs: ['ressemblance des mots', 'mots identiques', 'ressemblance du texte', 'texte identique'],
  evaluer({ demande, meilleur, groupe }, valeurs, de) {
    // Far from the best, the spelling no longer decides: not worth the comparison.
    if (meilleur.ressemblance < groupe.meilleureRessemblance - FAR) return;
    const words = likeness(demande.coeur, meilleur.label.coeur);
    const text = likeness(demande.brut, meilleur.label.brut);
    valeurs[de] = words;
    if (words === 1) valeurs[de + 1] = 1;
    valeurs[de + 2] = text;
    if (text === 1) valeurs[de + 3] = 1;
  },
  expliquer(paire) {
    return {
      detail: `écriture proche à ${String(Math.round(likeness(paire.demande.brut, paire.meilleur.label.brut) * 100))} %`,
      demande: paire.demande.brut,
      candidat: paire.meilleur.label.brut,
    };
  },
};
