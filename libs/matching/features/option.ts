import type { Critere, Paire } from './paire.ts';

type Verdict = 'identique' | 'contraire' | 'non dite' | 'en trop' | 'aucune';

function verdict({ demande, meilleur }: Paire): Verdict {
  const asked = demande.champs.option.lettre;
  const own = meilleur.label.champs.option.lettre;
  if (asked === null) return own === null ? 'aucune' : 'non dite';
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
  evaluer(paire) {
    const { demande, certification, entree, meilleur } = paire;
    const found = verdict(paire);
    const sure = demande.champs.option.sure;
    const commune = certification.specialitesDuTroncCommun.length > 0;
    const saysOption = demande.champs.option.lettre !== null || demande.champs.option.nommee;
    return [
      found === 'identique' && sure ? 1 : 0,
      found === 'identique' && !sure ? 1 : 0,
      found === 'contraire' && sure ? 1 : 0,
      found === 'contraire' && !sure ? 1 : 0,
      found === 'non dite' ? 1 : 0,
      found === 'non dite' && demande.style === 'libre' && meilleur.label.champs.option.lettre === 'A'
        ? 1
        : 0,
      found === 'en trop' ? 1 : 0,
      commune && !saysOption ? 1 : 0,
      commune && saysOption ? 1 : 0,
      entree !== null && !saysOption ? 1 : 0,
      commune && !saysOption && demande.style === 'parcoursup' ? 1 : 0,
    ];
  },
  expliquer(paire) {
    const { demande, certification, meilleur } = paire;
    const asked = demande.champs.option.lettre ?? '';
    const own = meilleur.label.champs.option.lettre ?? '';
    const text: Readonly<Record<Verdict, string>> = {
      identique: `option ${asked} identique`,
      contraire: `option : ${asked} ≠ ${own}`,
      'non dite': `option ${own} non demandée par la formation`,
      'en trop': `option ${asked} absente de la certification`,
      aucune: 'pas d’option, des deux côtés',
    };
    const commune = certification.specialitesDuTroncCommun.length > 0;
    return {
      detail: commune
        ? `première année commune${asked === '' ? '' : `, option ${asked} demandée`}`
        : text[verdict(paire)],
      demande: asked,
      candidat: own,
    };
  },
};
