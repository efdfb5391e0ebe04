import type { Critere, Paire } from './paire.ts';

/** CFD of the common years of the bac pro: 2ndes of the familles de métiers are numbered 400…00xx. */
function isCommon({ nature, meilleur }: Paire): boolean {
  return nature.commune || meilleur.label.anneeCommune;
}

/** "1ère année commune", "2nde commune": the entry year is meant, not one of its outcomes. */
export const anneeCommune: Critere = {
  nom: 'année commune',
  valeurs: ['demandée et trouvée', 'demandée, pas trouvée', 'trouvée, pas demandée'],
  evaluer(paire, valeurs, de) {
    const asked = paire.demande.champs.anneeCommune;
    const own = isCommon(paire);
    if (asked) valeurs[own ? de : de + 1] = 1;
    else if (own) valeurs[de + 2] = 1;
  },
  expliquer(paire) {
    const asked = paire.demande.champs.anneeCommune;
    const own = isCommon(paire);
    return {
      detail: asked
        ? own
          ? 'année commune, des deux côtés'
          : 'année commune demandée, certification terminale'
        : own
          ? 'année commune que la formation ne dit pas'
          : 'pas d’année commune',
      demande: asked ? 'commune' : '',
      candidat: own ? 'commune' : '',
    };
  },
};
