import type { Critere, Paire } from './paire.ts';

const SECONDE = /^(?:apprentis\. )?2/;

function asked({ demande }: Paire): boolean {
  const said = demande.familleLibelle ?? demande.familleColonne;
  return said !== null && said.nom.startsWith('Bac pro') && SECONDE.test(demande.canonique);
}

/** "2NDPRO", "2DPROA": the entry year of the bac pro, which some families have a code of its own for. */
export const seconde: Critere = {
  nom: '2nde',
  valeurs: ['demandée et trouvée', 'trouvée, pas demandée', 'demandée, suite d’une 2nde commune'],
  evaluer(paire, valeurs, de) {
    if (paire.nature.seconde) valeurs[asked(paire) ? de : de + 1] = 1;
    else if (paire.entree !== null && asked(paire)) valeurs[de + 2] = 1;
  },
  expliquer(paire) {
    return {
      detail: paire.nature.seconde
        ? asked(paire)
          ? '2nde demandée, code de 2nde'
          : 'code de 2nde, que la formation ne demande pas'
        : 'pas de 2nde en propre',
      demande: asked(paire) ? '2nde' : '',
      candidat: paire.nature.seconde ? '2nde' : '',
    };
  },
};
