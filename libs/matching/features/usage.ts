import type { Critere } from './paire.ts';

/** How often the listings that taught the model used this code: between two equal labels, the living one. */
export const usage: Critere = {
  nom: 'usage',
  valeurs: ['usage', 'usage ailleurs', 'usage × ressemblance', 'usage, texte libre'],
  evaluer({ demande, meilleur, usage: count, usageAilleurs }, valeurs, de) {
    valeurs[de] = count;
    valeurs[de + 1] = usageAilleurs;
    valeurs[de + 2] = count * meilleur.ressemblance;
    if (demande.style === 'libre') valeurs[de + 3] = count;
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
