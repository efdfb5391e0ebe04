import type { Critere } from './paire.ts';

/** A label can be known before its code opens, or outlive it: the predecessors and successors answer too. */
export const continuite: Critere = {
  nom: 'continuité',
  valeurs: ['parente mieux nommée', 'parente nommée'],
  evaluer({ meilleur, ressemblanceParente }, valeurs, de) {
    valeurs[de] = Math.max(0, ressemblanceParente - meilleur.ressemblance);
    valeurs[de + 1] = ressemblanceParente;
  },
  expliquer({ certification, ressemblanceParente, meilleur }) {
    const better = ressemblanceParente > meilleur.ressemblance;
    return {
      detail: better
        ? 'libellé de la certification qu’elle remplace ou qui la remplace'
        : 'aucune certification parente mieux nommée',
      demande: '',
      candidat: [...certification.anciens, ...certification.nouveaux].join(' '),
    };
  },
};
