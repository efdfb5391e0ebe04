import { CERTIFICATIONS } from '../certifications/index.js';
import { tableBrute } from '../noyau/csv.js';
import { annee, dateStable, iso } from './dates.js';
import { lignesMef } from './bcn-mef.js';
import { libelleGroupe, libelleLettre } from './specialites.js';

const ARRETES = Array.from({ length: 10 }, (_, i) => `DATE_ARRETE_MODIFICATION_${i + 1}`);
const ANCIENS = Array.from({ length: 7 }, (_, i) => `ANCIEN_DIPLOME_${i + 1}`);
const NOUVEAUX = Array.from({ length: 7 }, (_, i) => `NOUVEAU_DIPLOME_${i + 1}`);
const DEBUT = [
  'FORMATION_DIPLOME',
  'NIVEAU_FORMATION_DIPLOME',
  'GROUPE_SPECIALITE',
  'LETTRE_SPECIALITE',
  'ANCIEN_RECME',
  'LIBELLE_COURT',
  'LIBELLE_STAT_33',
  'LIBELLE_LONG_200',
  'DATE_OUVERTURE',
  'DATE_FERMETURE',
];
const SESSIONS = [
  'UNITE_CAPITALISABLE',
  'DATE_PREMIERE_SESSION',
  'DATE_DERNIERE_SESSION',
  'DATE_ARRETE_CREATION',
  'DATE_ARRETE_ABROGATION',
  ...ARRETES,
  'COMMENTAIRE',
  'NATURE_FORMATION_DIPLOME',
  'GESTIONNAIRE_FORMATION_DIPLOME',
];

const COLONNES_N = [
  ...DEBUT,
  ...ANCIENS,
  ...NOUVEAUX,
  ...SESSIONS,
  'DATE_INTERVENTION',
  'NB_MEF_OUVERT',
  'NB_MEF_FERME',
  'ID_DOCUMENT',
  'CITE_DOMAINE_FORMATION',
  'DATE_SESSION_RATTRAPAGE',
  'OBSERVATION',
  'N_COMMENTAIRE',
  'CITE_DOMAINE_DETAILLE',
  'NIVEAU_QUALIFICATION_RNCP',
];
const COLONNES_N_ANCIEN = [
  ...DEBUT,
  ...ANCIENS,
  ...NOUVEAUX,
  ...SESSIONS,
  'DATE_INTERVENTION',
  'NUMERO_COMPTE',
  'GESTION_DIFFUSION',
  'NB_MEF_OUVERT',
  'NB_MEF_FERME',
  'ID_DOCUMENT',
  'CITE_DOMAINE_FORMATION',
  'DATE_SESSION_RATTRAPAGE',
  'OBSERVATION',
  'ID',
  'CREATED_AT',
  'UPDATED_AT',
  'N_COMMENTAIRE',
  'CITE_DOMAINE_DETAILLE',
];
const COLONNES_V = [
  ...DEBUT,
  ...SESSIONS,
  'DATE_INTERVENTION',
  'ID_DOCUMENT',
  'CITE_DOMAINE_FORMATION',
  'NIVEAU_QUALIFICATION_RNCP',
];
const COLONNES_E51 = [
  'FORMATION_DIPLOME',
  'NIVEAU_FORMATION_DIPLOME',
  'N_NIVEAU_FORMATION_DIPLOME.LIBELLE_100',
  'GROUPE_SPECIALITE',
  'N_GROUPE_SPECIALITE.LIBELLE_LONG',
  'LETTRE_SPECIALITE',
  'N_LETTRE_SPECIALITE.LIBELLE_LONG',
  ...DEBUT.slice(4),
  ...SESSIONS.slice(0, -1),
  'N_NATURE_FORMATION_DIPLOME.LIBELLE_100',
  'GESTIONNAIRE_FORMATION_DIPLOME',
  'DATE_INTERVENTION',
  'ID_DOCUMENT',
  'CITE_DOMAINE_FORMATION',
  'N_CITE_DOMAINE_FORMATION.LIBELLE_EDITION',
  'DIPLOME_SISE',
  'N_DIPLOME_SISE.LIBELLE_INTITULE_1',
  'HABILITATION_ORIGINE',
  'NUMERO_UAI',
  'N_COMMENTAIRE',
  'CITE_DOMAINE_DETAILLE',
  'N_CITE_2013_DOMAINE_DETAILL.LIBELLE_EDITION',
  'NIVEAU_QUALIFICATION_RNCP',
  'N_NIVEAU_QUALIFICATION_RNCP.LIBELLE_LONG',
];

/** Deleted from the current table although other rows still name them. */
const DISPARUES = new Set(['40030001', '32031407']);

/** The older vintage was taken in February 2024: it knows neither the CS nor what was renovated since. */
const ANCIEN_LE = 2024;

const NATURES = {
  T: 'TRONC COMMUN',
  N: 'MISE A NIVEAU',
  S: 'SUPPORT',
  1: "DIPLOME NATIONAL / DIPLOME D'ETAT",
  2: 'TITRE PROFESSIONNEL HOMOLOGUE OU CERTIFIE',
};

function natureDe(c) {
  if (/classe de mise à niveau/.test(c.libelle)) return 'N';
  if (c.commune) return 'T';
  if (c.cleFamille.startsWith('FCIL')) return 'S';
  return c.cleFamille.startsWith('TITRE') || c.cleFamille.startsWith('TP') ? '2' : '1';
}

function commentaireDe(c) {
  if (c.famille.table === 'E51') return c.rncp === '' ? '' : `rncp ${c.rncp}`;
  const phrases = [];
  if (c.anciens.length > 0) phrases.push(`REPREND ${c.anciens.join(' ET ')}.`);
  if (c.nouveaux.length > 0 && c.fermeture !== '')
    phrases.push(
      `DERNIERE ENTREE EN ${annee(c.fermeture) - c.famille.duree}, PUIS ${c.nouveaux.join(', ')}.`,
    );
  return phrases.join(' ');
}

/** Free comments, with the characters that only cp1252 has: they prove the encoding of the file. */
const REMARQUES = new Map([
  ['32033422', 'Première année commune aux trois options : le choix se fait à l’entrée en 2e année.'],
  ['32032612', "L'option est choisie à la fin du premier semestre."],
  ['40025519', 'Regroupe deux options à la rentrée 2023, suivi particulier des redoublants…'],
  ['50034002', 'Renvois croisés à vérifier (échantillon de test).'],
  ['24113401', 'Éclaté en mentions à la rentrée 2024.'],
  ['16X34090', 'Fiche du registre renouvelée – voir l’arrêté.'],
  ['32020118', 'Ouverture prévue à la rentrée 2027 – arrêté à paraître.'],
]);

/** @param {import('../certifications/index.js').Certification} c @param {number} annesDeRevision */
function ligneCommune(c, anneeDeRevision) {
  const premiere =
    c.commune || c.cleFamille.startsWith('FCIL') ? '' : annee(c.ouverture) + (c.famille.duree || 1);
  const derniere = c.commune || c.fermeture === '' || c.famille.table === 'E51' ? '' : annee(c.fermeture);
  const nature = natureDe(c);
  return {
    FORMATION_DIPLOME: c.cfd,
    NIVEAU_FORMATION_DIPLOME: c.cfd.slice(0, 3),
    GROUPE_SPECIALITE: c.groupe,
    LETTRE_SPECIALITE: c.lettre,
    LIBELLE_COURT: c.court,
    LIBELLE_STAT_33: c.stat33,
    LIBELLE_LONG_200: c.long,
    DATE_OUVERTURE: c.ouverture,
    DATE_FERMETURE: c.fermeture,
    DATE_PREMIERE_SESSION: c.famille.table === 'E51' ? '' : premiere,
    DATE_DERNIERE_SESSION: derniere,
    DATE_ARRETE_CREATION: c.famille.table === 'E51' ? '' : dateStable(`creation${c.cfd}`, annee(c.ouverture)),
    DATE_ARRETE_ABROGATION:
      derniere === '' ? '' : dateStable(`abrogation${c.cfd}`, Math.min(annee(c.fermeture) - 1, 2026)),
    COMMENTAIRE: commentaireDe(c),
    NATURE_FORMATION_DIPLOME: nature,
    GESTIONNAIRE_FORMATION_DIPLOME: c.famille.gestionnaire,
    DATE_INTERVENTION: dateStable(`revision${c.cfd}`, anneeDeRevision),
    N_COMMENTAIRE: REMARQUES.get(c.cfd) ?? '',
    NIVEAU_QUALIFICATION_RNCP: c.famille.rncp,
  };
}

function numeroter(colonnes, codes) {
  return Object.fromEntries(codes.map((code, i) => [colonnes[i], code]));
}

function avecMefs(ligne, c) {
  const mefs = lignesMef(c);
  const ouverts = mefs.filter((m) => m.DATE_FERMETURE === '').length;
  return { ...ligne, NB_MEF_OUVERT: ouverts, NB_MEF_FERME: mefs.length - ouverts };
}

/** N_FORMATION_DIPLOME in force. */
export function nFormationDiplome() {
  const lignes = CERTIFICATIONS.filter(
    (c) => c.famille.table === 'N' && c.cleFamille !== 'MC' && !DISPARUES.has(c.cfd),
  ).map((c) => ({
    ...avecMefs(ligneCommune(c, 2026), c),
    ...numeroter(ANCIENS, c.anciens),
    ...numeroter(NOUVEAUX, c.nouveaux),
  }));
  return tableBrute(COLONNES_N, lignes);
}

/** N_FORMATION_DIPLOME as it was two years before: the mentions complémentaires are still there. */
export function nFormationDiplomeAncien() {
  const connues = CERTIFICATIONS.filter(
    (c) => c.famille.table === 'N' && !['CS4', 'CS3'].includes(c.cleFamille) && annee(c.ouverture) <= 2023,
  );
  const codes = new Set(connues.map((c) => c.cfd));
  const lignes = connues.map((c, i) => {
    const encoreOuverte = c.fermeture !== '' && annee(c.fermeture) > ANCIEN_LE;
    const vue = encoreOuverte ? { ...c, fermeture: '', nouveaux: [] } : c;
    return {
      ...avecMefs(ligneCommune(vue, ANCIEN_LE - 1), c),
      ...numeroter(
        ANCIENS,
        c.anciens.filter((code) => codes.has(code)),
      ),
      ...numeroter(
        NOUVEAUX,
        vue.nouveaux.filter((code) => codes.has(code)),
      ),
      NUMERO_COMPTE: `BCNSCO${1 + (i % 7)}`,
      GESTION_DIFFUSION: '02',
      ID: i + 1,
    };
  });
  return tableBrute(COLONNES_N_ANCIEN, lignes);
}

/** V_FORMATION_DIPLOME: school and Enquête 51 together, without the links between diplomas. */
export function vFormationDiplome() {
  const lignes = CERTIFICATIONS.filter((c) => c.cleFamille !== 'MC' && !DISPARUES.has(c.cfd)).map((c) => ({
    ...ligneCommune(c, 2026),
    UNITE_CAPITALISABLE: c.famille.table === 'N' && iso(c.ouverture) < '2021-01-01' ? 'N' : '',
  }));
  lignes.sort((a, b) => (a.FORMATION_DIPLOME < b.FORMATION_DIPLOME ? -1 : 1));
  return tableBrute(COLONNES_V, lignes);
}

/** The diplomas of the survey on apprentices, with their SISE code. */
export function enquete51() {
  const lignes = CERTIFICATIONS.filter((c) => c.famille.table === 'E51').map((c) => {
    const ligne = ligneCommune(c, 2026);
    return {
      ...ligne,
      'N_NIVEAU_FORMATION_DIPLOME.LIBELLE_100': c.famille.libelle,
      'N_GROUPE_SPECIALITE.LIBELLE_LONG': libelleGroupe(c.groupe),
      'N_LETTRE_SPECIALITE.LIBELLE_LONG': libelleLettre(c.lettre),
      'N_NATURE_FORMATION_DIPLOME.LIBELLE_100': NATURES[ligne.NATURE_FORMATION_DIPLOME],
      'N_CITE_DOMAINE_FORMATION.LIBELLE_EDITION': '',
      DIPLOME_SISE: c.sise,
      'N_DIPLOME_SISE.LIBELLE_INTITULE_1': c.sise === '' ? '' : c.long.replace(/ \([A-Z ]+\)$/, ''),
      'N_CITE_2013_DOMAINE_DETAILL.LIBELLE_EDITION':
        c.cleFamille === 'LICENCE_PRO' ? 'Formation supérieure courte à visée professionnelle' : '',
      'N_NIVEAU_QUALIFICATION_RNCP.LIBELLE_LONG': `NIVEAU ${Number(c.famille.rncp)}`,
    };
  });
  return tableBrute(COLONNES_E51, lignes);
}
