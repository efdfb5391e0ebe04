import type { Critere } from './paire.ts';

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
    'racine de l’écart ressemblance',
    'racine de l’écart couverture demande',
    'racine de l’écart couverture libellé',
  ],
  evaluer({ meilleur, groupe }, valeurs, de) {
    const { ressemblance, couvertureDemande, couvertureLibelle } = meilleur;
    valeurs[de] = ressemblance;
    valeurs[de + 1] = ressemblance ** 2;
    valeurs[de + 2] = couvertureDemande;
    valeurs[de + 3] = couvertureLibelle;
    if (couvertureDemande > 0.97 && couvertureLibelle > 0.97) valeurs[de + 4] = 1;
    valeurs[de + 5] = ressemblance - groupe.meilleureRessemblance;
    valeurs[de + 6] = couvertureDemande - groupe.meilleureCouvertureDemande;
    valeurs[de + 7] = couvertureLibelle - groupe.meilleureCouvertureLibelle;
    valeurs[de + 8] = meilleur.plusGrosManqueDemande;
    valeurs[de + 9] = meilleur.plusGrosManqueLibelle;
    valeurs[de + 10] = meilleur.nettete;
    valeurs[de + 11] = Math.min(0, ressemblance - groupe.meilleureRessemblanceOuverte);
    // The first word missed costs more than the fifth.
    for (let i = 0; i < 3; i++) valeurs[de + 12 + i] = -Math.sqrt(Math.max(0, -(valeurs[de + 5 + i] ?? 0)));
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
