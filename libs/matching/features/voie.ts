import type { Critere } from './paire.ts';

/** Route: a diploma taught at school has years in N_MEF. */
export const voie: Critere = {
  nom: 'voie',
  valeurs: ['enseignée en scolaire', 'scolaire demandée, non enseignée', 'Affelnet, non enseignée'],
  evaluer({ demande, nature }, valeurs, de) {
    if (nature.voieScolaire) {
      valeurs[de] = 1;
      return;
    }
    if (demande.voie === 'scolaire') valeurs[de + 1] = 1;
    if (demande.style === 'affelnet') valeurs[de + 2] = 1;
  },
  expliquer({ demande, nature }) {
    return {
      detail: nature.voieScolaire
        ? 'certification enseignée par la voie scolaire'
        : 'certification sans année de formation en voie scolaire',
      demande: demande.voie ?? '',
      candidat: nature.voieScolaire ? 'scolaire' : '',
    };
  },
};
