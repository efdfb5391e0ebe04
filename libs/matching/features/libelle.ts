import type { Critere, Paire } from './paire.ts';

const percent = (share: number): string => `${String(Math.round(share * 100))} %`;

/** Do the words of the label name this certification? Coverage both ways, weighted by how rare a word is. */
export const libelle: Critere = {
  nom: 'libellé',
  valeurs: [
    'ressemblance',
    'ressemblance²',
    'couverture demande',
    'couverture libellé',
    'exact',
    'écart ressemblance',
    'écart couverture demande',
    'écart couverture libellé',
    'plus gros manque demande',
    'plus gros manque libellé',
    'netteté',
    'meilleur des ouverts',
  ],
  evaluer({ meilleur, groupe }: Paire) {
    const exact = meilleur.couvertureDemande > 0.97 && meilleur.couvertureLibelle > 0.97 ? 1 : 0;
    return [
      meilleur.ressemblance,
      meilleur.ressemblance ** 2,
      meilleur.couvertureDemande,
      meilleur.couvertureLibelle,
      exact,
      meilleur.ressemblance - groupe.meilleureRessemblance,
      meilleur.couvertureDemande - groupe.meilleureCouvertureDemande,
      meilleur.couvertureLibelle - groupe.meilleureCouvertureLibelle,
      meilleur.plusGrosManqueDemande,
      meilleur.plusGrosManqueLibelle,
      meilleur.nettete,
      Math.min(0, meilleur.ressemblance - groupe.meilleureRessemblanceOuverte),
    ];
  },
  expliquer({ demande, meilleur }) {
    const exact = meilleur.couvertureDemande > 0.97 && meilleur.couvertureLibelle > 0.97;
    return {
      detail: exact
        ? 'libellé identique'
        : `libellé : ${percent(meilleur.couvertureDemande)} des mots de la formation et ${percent(meilleur.couvertureLibelle)} de ceux de la certification se répondent`,
      demande: demande.coeur,
      candidat: meilleur.label.libelle.texte,
    };
  },
};
