import type { Critere, Paire } from './paire.ts';

const frenchDate = (date: string): string => date.split('-').reverse().join('/');

function sentence({ certification, situation }: Paire): string {
  const { dateOuverture, dateFermeture } = certification;
  if (situation.fermee && dateFermeture !== null)
    return `certification fermée le ${frenchDate(dateFermeture)}, avant la rentrée`;
  if (situation.ouvrePlusTard && dateOuverture !== null)
    return `certification ouverte le ${frenchDate(dateOuverture)}, après la rentrée`;
  if (situation.premiereAnneeFermee) return 'plus d’entrée en première année à la rentrée';
  if (situation.entreeManquee || situation.entreeManqueeDUnAn) {
    return `dernière session trop proche pour entrer à la rentrée (${String(certification.derniereSession ?? dateFermeture?.slice(0, 4) ?? '')})`;
  }
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
    'entrée manquée d’un an',
    'entrée manquée',
    'première entrée',
    'sans date',
    'fermée, texte libre',
    'entrée manquée d’un an, texte libre',
    'entrée manquée, texte libre',
    'première entrée, texte libre',
    'ouvre plus tard, texte libre',
    'absente du dernier millésime',
    'ouvre à la rentrée, texte libre',
    'récente, texte libre',
    'sans fermeture, texte libre',
    'première année fermée',
    'première année fermée, texte libre',
  ],
  evaluer({ demande, situation, certification }) {
    // Carif-Oref's offers are typed by schools and keep codes that Parcoursup and Affelnet no longer carry.
    const libre = demande.style === 'libre';
    return [
      situation.fermee ? 1 : 0,
      situation.fermeSousUnAn ? 1 : 0,
      situation.fermeSousDeuxAns ? 1 : 0,
      situation.ouvrePlusTard ? 1 : 0,
      situation.recente ? 1 : 0,
      situation.entreeManqueeDUnAn ? 1 : 0,
      situation.entreeManquee ? 1 : 0,
      situation.premiereEntree ? 1 : 0,
      situation.sansDate ? 1 : 0,
      libre && situation.fermee ? 1 : 0,
      libre && situation.entreeManqueeDUnAn ? 1 : 0,
      libre && situation.entreeManquee ? 1 : 0,
      libre && situation.premiereEntree ? 1 : 0,
      libre && situation.ouvrePlusTard ? 1 : 0,
      certification.presence === 'ancienne' ? 1 : 0,
      libre && situation.ouvreALaRentree ? 1 : 0,
      libre && situation.recente ? 1 : 0,
      libre && situation.sansFermeture ? 1 : 0,
      situation.premiereAnneeFermee ? 1 : 0,
      libre && situation.premiereAnneeFermee ? 1 : 0,
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
