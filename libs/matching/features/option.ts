import type { Critere, Paire } from './paire.ts';

type Verdict = 'identique' | 'contraire' | 'non dite' | 'nommée' | 'en trop' | 'aucune';

function verdict({ demande, meilleur }: Paire): Verdict {
  const asked = demande.champs.option.lettre;
  const own = meilleur.label.option;
  // "Option thermique" says its option in full: the words compare it, and no letter is missing.
  if (asked === null) return own === null ? 'aucune' : demande.champs.option.nommee ? 'nommée' : 'non dite';
  if (own === null) return 'en trop';
  return asked === own ? 'identique' : 'contraire';
}

/**
 * Option letter, and what a missing option means: on Parcoursup the entry year that the options share, in
 * Carif-Oref option A (domain.md §4).
 */
export const option: Critere = {
  nom: 'option',
  valeurs: [
    'identique',
    'identique, lue seule',
    'contraire',
    'contraire, lue seule',
    'non dite',
    'non dite : A en texte libre',
    'demandée, absente',
    "entrée commune d'un texte sans option",
    'entrée commune malgré une option',
    "option d'une entrée commune, non dite",
    'entrée commune, Parcoursup',
  ],
  evaluer(paire, valeurs, de) {
    const { demande, nature, entree, meilleur } = paire;
    const { lettre, nommee, sure } = demande.champs.option;
    const found = verdict(paire);
    if (found === 'identique') valeurs[sure ? de : de + 1] = 1;
    else if (found === 'contraire') valeurs[sure ? de + 2 : de + 3] = 1;
    else if (found === 'non dite') {
      valeurs[de + 4] = 1;
      if (demande.style === 'libre' && meilleur.label.option === 'A') valeurs[de + 5] = 1;
    } else if (found === 'en trop') valeurs[de + 6] = 1;
    const saysOption = lettre !== null || nommee;
    if (nature.commune) {
      valeurs[saysOption ? de + 8 : de + 7] = 1;
      if (!saysOption && demande.style === 'parcoursup') valeurs[de + 10] = 1;
    }
    if (entree !== null && !saysOption) valeurs[de + 9] = 1;
  },
  expliquer(paire) {
    const { demande, nature, meilleur } = paire;
    const asked = demande.champs.option.lettre ?? '';
    const own = meilleur.label.option ?? '';
    const text: Readonly<Record<Verdict, string>> = {
      identique: `option ${asked} identique`,
      contraire: `option : ${asked} ≠ ${own}`,
      'non dite': `option ${own} non demandée par la formation`,
      nommée: `option ${own}, que la formation dit par son nom ou par un autre`,
      'en trop': `option ${asked} absente de la certification`,
      aucune: 'pas d’option, des deux côtés',
    };
    return {
      detail: nature.commune
        ? `première année commune${asked === '' ? '' : `, option ${asked} demandée`}`
        : text[verdict(paire)],
      demande: asked,
      candidat: own,
    };
  },
};
