import { FAMILLES } from '../labels/famille-lexicon.ts';
import type { Critere } from './paire.ts';

/** Families of the ministry of agriculture, whose code families end in 3. */
const AGRICOLES: ReadonlySet<string> = new Set(
  FAMILLES.map(({ nom }) => nom).filter((nom) => /agricole|BTSA|BPA/.test(nom)),
);

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
    'contraire à la colonne ou au libellé',
  ],
  evaluer({ demande, nature, meilleur }, valeurs, de) {
    const { niveau } = nature;
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
      if ((niveau.charAt(2) === '3') !== AGRICOLES.has(said.nom)) valeurs[de + 4] = 1;
      // Whether the short label or the long one answered best must not decide on "(MASTER)"; but Affelnet prints the
      // labels of N_MEF, whose mnemonic is their own.
      const { famille: own, familleDeLUn } = meilleur.label;
      if ((demande.style === 'affelnet' ? own : familleDeLUn) === said.nom) valeurs[de + 5] = 1;
    }
    if (nature.seuleDeSaFamille && demande.seulsNiveaux.includes(niveau)) valeurs[de + 6] = 1;
    valeurs[de + 9] = Math.max(valeurs[de + 1] ?? 0, valeurs[de + 3] ?? 0);
  },
  expliquer({ demande, certification, nature }) {
    const { niveau } = nature;
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
