import type { Critere, Paire } from './paire.ts';

const frenchDate = (date: string): string => date.split('-').reverse().join('/');

function sentence({ certification, situation }: Paire): string {
  const { dateOuverture, dateFermeture } = certification;
  if (situation.fermee && dateFermeture !== null)
    return `certification fermée le ${frenchDate(dateFermeture)}, avant la rentrée`;
  if (situation.ouvrePlusTard && dateOuverture !== null)
    return `certification ouverte le ${frenchDate(dateOuverture)}, après la rentrée`;
  if (situation.sessionPassee) return `dernière session en ${String(certification.derniereSession)}`;
  if (situation.fermeSousUnAn && dateFermeture !== null)
    return `certification qui ferme le ${frenchDate(dateFermeture)}`;
  return 'certification ouverte à la rentrée';
}

/** Dates at the rentrée: what tells the two codes of a renovated diploma apart. */
export const dates: Critere = {
  nom: 'dates',
  valeurs: [
    'fermée',
    'ferme sous un an',
    'ferme sous deux ans',
    'ouvre plus tard',
    'récente',
    'session passée',
    'sans date',
    'absente du dernier millésime',
  ],
  evaluer({ situation, certification }) {
    return [
      situation.fermee ? 1 : 0,
      situation.fermeSousUnAn ? 1 : 0,
      situation.fermeSousDeuxAns ? 1 : 0,
      situation.ouvrePlusTard ? 1 : 0,
      situation.recente ? 1 : 0,
      situation.sessionPassee ? 1 : 0,
      situation.sansDate ? 1 : 0,
      certification.presence === 'ancienne' ? 1 : 0,
    ];
  },
  expliquer(paire) {
    return {
      detail: sentence(paire),
      demande: paire.demande.rentree,
      candidat: `${paire.certification.dateOuverture ?? ''} / ${paire.certification.dateFermeture ?? ''}`,
    };
  },
};
