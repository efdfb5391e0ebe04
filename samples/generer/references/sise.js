import { CERTIFICATIONS, SISE_SEULS } from '../certifications/index.js';
import { ligneCsv, tableBrute } from '../noyau/csv.js';
import { capitales } from '../noyau/textes.js';
import { dateStable } from './dates.js';

const TYPES_SISE = [
  ['01', "DIPLOME D'UNIVERSITE"],
  ['CB', 'DIPLOME UNIVERSITAIRE DE TECHNOLOGIE'],
  ['DP', 'LICENCE PROFESSIONNELLE (LP)'],
  ['DR', 'BACHELOR UNIVERSITAIRE DE TECHNOLOGIE'],
  ['FI', "DIPLOME D'INGENIEUR"],
  ['RD', "DIPLOME D'ECOLE VISE, BAC+3"],
  ['XA', 'LICENCE LMD'],
  ['XB', 'MASTER LMD'],
];
const TYPE_DE_FAMILLE = {
  BUT: 'DR',
  DUT: 'CB',
  LICENCE: 'XA',
  LICENCE_PRO: 'DP',
  MASTER: 'XB',
  INGENIEUR: 'FI',
};
const SECTEUR_DE_GROUPE = { 1: '38', 2: '16', 3: '39' };
const ENTETE_COMMENTEE = (table) =>
  `# Échantillon écrit pour Concordance, à la manière de la table ${table}\n# Produit le 02.06.2026\n`;

const COLONNES_SISE = [
  'DIPLOME_SISE',
  'TYPE_DIPLOME_SISE',
  'VOIE_LMD',
  'DOMAINE_FORMATION',
  'LIBELLE_INTITULE_1',
  'LIBELLE_INTITULE_2',
  'GROUPE_SPECIALITE',
  'LETTRE_SPECIALITE',
  'SECTEUR_DISCIPLINAIRE_SISE',
  'CITE_DOMAINE_FORMATION',
  'DUREE',
  'NATURE_DIPLOME_SISE',
  'DATE_OUVERTURE',
  'DATE_FERMETURE',
  'DATE_INTERVENTION',
  'DEFINITIF',
  'N_COMMENTAIRE',
  'CATEGORIE_FORMATION_SISE',
  'CITE_DOMAINE_DETAILLE',
  'SECTEUR_DISCIPL_DETAIL_SISE',
];

/** N_DIPLOME_SISE as the nomenclature's own export writes it: bars between the cells, accents in ISO-8859-1. */
export function nDiplomeSise() {
  const deCfd = CERTIFICATIONS.filter((c) => c.sise !== '').map((c) => ({
    DIPLOME_SISE: c.sise,
    TYPE_DIPLOME_SISE: TYPE_DE_FAMILLE[c.cleFamille],
    LIBELLE_INTITULE_1: c.long.replace(/ \([A-Z ]+\)$/, ''),
    GROUPE_SPECIALITE: c.groupe,
    LETTRE_SPECIALITE: c.lettre,
    SECTEUR_DISCIPLINAIRE_SISE: SECTEUR_DE_GROUPE[c.groupe[0]],
    DATE_OUVERTURE: c.ouverture,
    DATE_FERMETURE: c.fermeture,
    N_COMMENTAIRE: c.cleFamille === 'DUT' ? 'Remplacé par le BUT à la rentrée 2021' : '',
  }));
  const seuls = SISE_SEULS.map((s) => ({
    DIPLOME_SISE: s.sise,
    TYPE_DIPLOME_SISE: s.type,
    LIBELLE_INTITULE_1: capitales(s.libelle),
    SECTEUR_DISCIPLINAIRE_SISE: s.secteur,
    DATE_OUVERTURE: '01/09/2014',
  }));
  const lignes = [...deCfd, ...seuls]
    .sort((a, b) => (a.DIPLOME_SISE < b.DIPLOME_SISE ? -1 : 1))
    .map((l) => ({
      ...l,
      DEFINITIF: 'O',
      DATE_INTERVENTION: dateStable(`sise${l.DIPLOME_SISE}`, 2026),
      SECTEUR_DISCIPL_DETAIL_SISE: l.SECTEUR_DISCIPLINAIRE_SISE,
    }));
  return tableBrute(COLONNES_SISE, lignes, '|');
}

/** N_TYPE_DIPLOME_SISE, as the extract of 2020 had it: its header starts with a hash, and comments follow. */
export function nTypeDiplomeSise() {
  return `#TYPE_DIPLOME_SISE;LIBELLE_LONG\n${ENTETE_COMMENTEE('N_TYPE_DIPLOME_SISE')}${TYPES_SISE.map((l) => ligneCsv(l)).join('\n')}\n`;
}
