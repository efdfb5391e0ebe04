import type { Critere } from './paire.ts';

/** The school or certifier that the reference names in brackets: does the listing name it too? */
export const etablissement: Critere = {
  nom: 'établissement du libellé',
  valeurs: ['nommé et retrouvé', 'nommé, pas retrouvé'],
  evaluer(paire, valeurs, de) {
    const words = paire.meilleur.label.etablissement;
    if (words.length === 0) return;
    const found = words.some((word) => paire.demande.canonique.includes(word));
    valeurs[found ? de : de + 1] = 1;
  },
  expliquer(paire) {
    const words = paire.meilleur.label.etablissement.join(' ');
    return {
      detail: words === '' ? 'libellé sans établissement' : `libellé propre à « ${words} »`,
      demande: paire.demande.champs.bavardage.etablissement.trim(),
      candidat: words,
    };
  },
};
