import type { Critere } from './paire.ts';

/** Route: a diploma taught at school has years in N_MEF. */
export const voie: Critere = {
  nom: 'voie',
  valeurs: ['enseignée en scolaire', 'scolaire demandée, non enseignée', 'Affelnet, non enseignée'],
  evaluer({ demande, certification }) {
    return [
      certification.voieScolaire ? 1 : 0,
      demande.voie === 'scolaire' && !certification.voieScolaire ? 1 : 0,
      demande.style === 'affelnet' && !certification.voieScolaire ? 1 : 0,
    ];
  },
  expliquer({ demande, certification }) {
    return {
      detail: certification.voieScolaire
        ? 'certification enseignée par la voie scolaire'
        : 'certification sans année de formation en voie scolaire',
      demande: demande.voie ?? '',
      candidat: certification.voieScolaire ? 'scolaire' : '',
    };
  },
};
