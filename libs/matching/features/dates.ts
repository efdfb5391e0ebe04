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
  evaluer({ demande, situation, nature }, valeurs, de) {
    if (situation.fermee) valeurs[de] = 1;
    if (situation.fermeSousUnAn) valeurs[de + 1] = 1;
    if (situation.fermeSousDeuxAns) valeurs[de + 2] = 1;
    if (situation.ouvrePlusTard) valeurs[de + 3] = 1;
    if (situation.recente) valeurs[de + 4] = 1;
    if (situation.entreeManqueeDUnAn) valeurs[de + 5] = 1;
    if (situation.entreeManquee) valeurs[de + 6] = 1;
    if (situation.premiereEntree) valeurs[de + 7] = 1;
    if (situation.sansDate) valeurs[de + 8] = 1;
    if (nature.ancienne) valeurs[de + 14] = 1;
    if (situation.premiereAnneeFermee) valeurs[de + 18] = 1;
    // Carif-Oref's offers are typed by schools and keep codes that Parcoursup and Affelnet no longer carry.
    if (demande.style !== 'libre') return;
    if (situation.fermee) valeurs[de + 9] = 1;
    if (situation.entreeManqueeDUnAn) valeurs[de + 10] = 1;
    if (situation.entreeManquee) valeurs[de + 11] = 1;
    if (situation.premiereEntree) valeurs[de + 12] = 1;
    if (situation.ouvrePlusTard) valeurs[de + 13] = 1;
    if (situation.ouvreALaRentree) valeurs[de + 15] = 1;
    if (situation.recente) valeurs[de + 16] = 1;
    if (situation.sansFermeture && !nature.fermetureDateeDOffice) valeurs[de + 17] = 1;
    if (situation.premiereAnneeFermee) valeurs[de + 19] = 1;
  },
  expliquer(paire) {
    return {
      detail: sentence(paire),
      demande: paire.demande.rentree,
      candidat: `${paire.certification.dateOuverture ?? ''} / ${paire.certification.dateFermeture ?? ''}`,
    };
  },
};
