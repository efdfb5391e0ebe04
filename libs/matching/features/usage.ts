import type { Critere } from './paire.ts';

/** How often the listings that taught the model used this code: between two equal labels, the living one. */
export const usage: Critere = {
  nom: 'usage',
  valeurs: ['usage', 'usage ailleurs', 'usage × ressemblance', 'usage, texte libre'],
  evaluer({ demande, meilleur, usage: count, usageAilleurs }) {
    return [count, usageAilleurs, count * meilleur.ressemblance, demande.style === 'libre' ? count : 0];
  },
  expliquer({ usage: count, certification }) {
    return {
      detail:
        count === 0 ? 'code que les listes connues n’emploient pas' : 'code que les listes connues emploient',
      demande: '',
      candidat: certification.code,
    };
  },
};
