import type { Critere, Paire } from './paire.ts';

/** From this share on, a word is worth naming to a reader. */
const TELLING = 0.3;

/** Share of the word's weight that the labels learned from bring, beyond what the candidate's own label holds. */
function broughtOf({ appris, meilleur }: Paire, word: number): number {
  return Math.max(0, (appris?.[word] ?? 0) - (meilleur.tenus[word] ?? 0));
}

/** Share of the label's weight, 0 to 1, that the words learned with this code explain and its own label does not. */
export function learnedShare(paire: Paire): number {
  const { appris, demande } = paire;
  if (appris === null || demande.poids === 0) return 0;
  let brought = 0;
  demande.mots.forEach(({ poids }, word) => (brought += poids * broughtOf(paire, word)));
  return brought / demande.poids;
}

/**
 * Words that the listings use for a code and the nomenclature does not: "webdesign" for the designer of digital sites.
 * Learned from labels already linked to the code, never from the label being judged.
 */
export const motsAppris: Critere = {
  nom: 'mots appris',
  valeurs: ['apportés'],
  evaluer(paire, valeurs, de) {
    valeurs[de] = learnedShare(paire);
  },
  expliquer(paire) {
    const { demande, certification } = paire;
    const words = demande.mots
      .filter((_, word) => broughtOf(paire, word) >= TELLING)
      .map(({ texte }) => texte);
    return {
      detail:
        words.length === 0
          ? 'aucun autre mot connu pour ce code'
          : `« ${words.join(' ')} » : déjà vu avec ce code`,
      demande: words.join(' '),
      candidat: certification.code,
    };
  },
};
