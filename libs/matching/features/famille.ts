import type { Critere } from './paire.ts';

const AGRICOLE = /agricole|BTSA|BPA/;

/** Below this fit the listing's column excludes a code family; a fit that is not a number excludes nothing. */
export const COLUMN_EXCLUDES = 0.15;

/** Type of diploma: said by the listing's own column, by the label, both or neither. Never a hard filter. */
export const famille: Critere = {
  nom: 'type de diplôme',
  valeurs: [
    'colonne',
    'colonne contraire',
    'libellé',
    'libellé contraire',
    'agricole contraire',
    'même sigle',
    'seule de la famille nommée',
    'libellé contraire, liste à choix',
    'exclue par la colonne',
  ],
  evaluer({ demande, certification, meilleur, seuleDeSaFamille }, valeurs, de) {
    const niveau = certification.niveau ?? '';
    const column = demande.fitColonne(niveau);
    const label = demande.fitLibelle(niveau);
    const said = demande.familleLibelle ?? demande.familleColonne;
    if (!Number.isNaN(column)) {
      valeurs[de] = column;
      valeurs[de + 1] = 1 - column;
      if (column <= COLUMN_EXCLUDES) valeurs[de + 8] = 1;
    }
    if (!Number.isNaN(label)) {
      valeurs[de + 2] = label;
      valeurs[de + 3] = 1 - label;
      // Parcoursup and Affelnet fill the type from a list: there it is hardly ever wrong.
      if (demande.style !== 'libre') valeurs[de + 7] = 1 - label;
    }
    if (said !== null) {
      if ((niveau.charAt(2) === '3') !== AGRICOLE.test(said.nom)) valeurs[de + 4] = 1;
      if (meilleur.label.champs.familles[0]?.nom === said.nom) valeurs[de + 5] = 1;
    }
    if (seuleDeSaFamille && (column >= 0.9 || label >= 0.9)) valeurs[de + 6] = 1;
  },
  expliquer({ demande, certification }) {
    const niveau = certification.niveau ?? '';
    const said = demande.familleLibelle ?? demande.familleColonne;
    const fit = Math.max(demande.fitColonne(niveau) || 0, demande.fitLibelle(niveau) || 0);
    const nom = certification.famille ?? niveau;
    return {
      detail:
        said === null
          ? `type de diplôme non précisé (candidat : ${nom})`
          : `type de diplôme : ${said.nom} ${fit >= 0.7 ? '=' : fit >= 0.3 ? '≈' : '≠'} ${nom}`,
      demande: said?.nom ?? '',
      candidat: nom,
    };
  },
};
