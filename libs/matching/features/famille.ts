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
  evaluer({ demande, certification, meilleur, seuleDeSaFamille }) {
    const niveau = certification.niveau ?? '';
    const column = demande.fitColonne(niveau);
    const label = demande.fitLibelle(niveau);
    const said = demande.familleLibelle ?? demande.familleColonne;
    const agricole = niveau.charAt(2) === '3';
    const saidAgricole = said !== null && AGRICOLE.test(said.nom);
    const refFamille = meilleur.label.champs.familles[0];
    return [
      Number.isNaN(column) ? 0 : column,
      Number.isNaN(column) ? 0 : 1 - column,
      Number.isNaN(label) ? 0 : label,
      Number.isNaN(label) ? 0 : 1 - label,
      said !== null && agricole !== saidAgricole ? 1 : 0,
      refFamille !== undefined && said !== null && refFamille.nom === said.nom ? 1 : 0,
      seuleDeSaFamille && (column >= 0.9 || label >= 0.9) ? 1 : 0,
      // Parcoursup and Affelnet fill the type from a list: there it is hardly ever wrong.
      demande.style !== 'libre' && !Number.isNaN(label) ? 1 - label : 0,
      column <= COLUMN_EXCLUDES ? 1 : 0,
    ];
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
