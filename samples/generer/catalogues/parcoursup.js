import { certification } from '../certifications/index.js';
import { etablissement, ETABLISSEMENTS, etablissementsDeType } from '../etablissements.js';
import { creerAlea, empreinte } from '../noyau/alea.js';
import { ligneCsv } from '../noyau/csv.js';
import { lireCodes, mefDe } from './codes-donnes.js';
import { AJOUTS_PARCOURSUP } from './parcoursup-ajouts.js';
import { CAS_PARCOURSUP } from './parcoursup-cas.js';
import { ORDINAIRES, TYPES } from './parcoursup-ordinaires.js';

const COLONNES = [
  'UAI_GES',
  'UAI_COMPOSANTE',
  'LIB_COMPOSANTE',
  'LIB_INS',
  'UAI_AFF',
  'LIB_AFF',
  'ACADÉMIE',
  'CODEFORMATION',
  'LIBFORMATION',
  'CODESPÉCIALITÉ',
  'LIBSPÉCIALITÉ',
  'CODESPÉFORMATIONINITIALE',
  'CODEMEF',
  'CODECFD',
  'CODEFORMATIONINSCRIPTION',
  'CODEFORMATIONACCUEIL',
  'CODESISE',
  'LISTE_IDEO',
  'ID_RCO',
  'FORMATION_PARAMÉTRÉE',
  'APPRENTISSAGEOUSCOLAIRE',
  'LISTE_RNCP',
  'CAPACITE',
  'NBDEDEMANDES',
];

const TYPE_CORRIGE = {
  'BTS - Srevices': 'BTS - Services',
  'BTS - Prodution': 'BTS - Production',
  'Certifcat de Spécialisation': 'Certificat de Spécialisation',
  'Mention complémentaire': 'Certificat de Spécialisation',
  '': 'BTS - Services',
};

/** Codes of an ordinary row, by the letters of its line. */
function codesOrdinaires(cfd, lettres, apprentissage) {
  const c = certification(cfd);
  const codes = {};
  if (lettres.includes('m')) codes.mef = mefDe(cfd);
  if (lettres.includes('c')) codes.cfd = cfd;
  if (lettres.includes('s')) codes.sise = c.sise;
  if (lettres.includes('i') && (apprentissage || c.sise !== '')) codes.ideo = c.ideo;
  if (lettres.includes('r') && (apprentissage || !lettres.includes('c'))) codes.rncp = c.rncp;
  return codes;
}

function demandesOrdinaires() {
  return ORDINAIRES.split('\n')
    .filter((ligne) => ligne !== '')
    .flatMap((ligne) => {
      const [type, libelle, cfd, scolaires, apprentis, lettres] = ligne.split(';');
      const ordinaire = (n, voie, texte) => ({
        type,
        libelle: texte,
        voie,
        n: Number(n),
        codes: codesOrdinaires(cfd, lettres, voie === 'a'),
        cle: voie === 'a' && lettres.includes('k') ? cfd : null,
        cas: ['ordinaire', 'apparie', `CFD:${cfd}`, ''],
      });
      return [
        ordinaire(scolaires, 's', libelle),
        ordinaire(apprentis, 'a', `${libelle} - en apprentissage`),
      ].filter((d) => d.n > 0);
    });
}

function demandesDifficiles() {
  return CAS_PARCOURSUP.split('\n')
    .filter((ligne) => ligne !== '')
    .map((ligne) => {
      const [type, libelle, voie, n, codes, ...cas] = ligne.split(';');
      return { type, libelle, voie, n: Number(n), ...lireCodes(codes), cas };
    });
}

/** Clé ministères éducatifs: CI, then both SIRET and the INSEE code of the place. */
function cleMinisteres(cfd, etablissement) {
  return `${certification(cfd).ci}P0111${etablissement.siret}${etablissement.siret}-${etablissement.insee}#L01`;
}

function specialiteDe(libelle) {
  return 10400 + (empreinte(libelle.replace(/ - en apprentissage.*$/, '')) % 500);
}

/** What a row says of the formation itself, wherever it is taught. */
function colonnesFormation({ type, libelle, voie, codes, accueil }) {
  const [codeFormation] = TYPES[TYPE_CORRIGE[type] ?? type];
  const specialite = specialiteDe(libelle);
  return {
    CODEFORMATION: codeFormation,
    LIBFORMATION: type,
    CODESPÉCIALITÉ: voie === 'a' ? specialite + 1000 : specialite,
    LIBSPÉCIALITÉ: libelle,
    CODESPÉFORMATIONINITIALE: specialite,
    CODEMEF: codes.mef,
    CODECFD: codes.cfd,
    CODEFORMATIONINSCRIPTION: accueil,
    CODEFORMATIONACCUEIL: accueil,
    CODESISE: codes.sise,
    LISTE_IDEO: codes.ideo,
    APPRENTISSAGEOUSCOLAIRE: voie === 'a' ? 'Apprentissage' : 'Scolaire',
    LISTE_RNCP: codes.rncp,
  };
}

/** @returns {{texte: string, cas: string[][]}} the file, and what is expected of each of its rows */
export function parcoursup() {
  const alea = creerAlea(20260901);
  const lignes = [];
  const cas = [];
  let accueil = 41000;
  for (const demande of [...demandesOrdinaires(), ...demandesDifficiles()]) {
    const { type, libelle, voie = 's', n = 1, codes, cle = null, uai = null } = demande;
    const [, scolaires, apprentis] = TYPES[TYPE_CORRIGE[type] ?? type];
    const candidats = etablissementsDeType(...(voie === 'a' ? apprentis : scolaires));
    const pris = alea.tirer(
      candidats.length >= n ? candidats : ETABLISSEMENTS.filter((e) => ['L', 'LP', 'C'].includes(e.type)),
      n,
    );
    for (const [rang, etablissement] of pris.entries()) {
      accueil += alea.entier(1, 23);
      const antenne = alea.entier(1, 9) === 1 ? ` - Antenne de ${alea.choisir(ETABLISSEMENTS).commune}` : '';
      const capacite = voie === 'a' && alea.entier(1, 4) === 1 ? '' : alea.entier(8, 35);
      const uaiLigne = uai ?? etablissement.uai;
      const gestion =
        uai === null && voie === 'a' && alea.entier(1, 5) === 1
          ? alea.choisir(etablissementsDeType('C')).uai
          : uaiLigne;
      lignes.push({
        UAI_GES: gestion,
        UAI_COMPOSANTE: uaiLigne,
        LIB_COMPOSANTE: etablissement.nom + antenne,
        LIB_INS: '',
        UAI_AFF: uaiLigne,
        LIB_AFF: etablissement.nom + antenne,
        ACADÉMIE: etablissement.academie,
        ...colonnesFormation({ type, libelle, voie, codes, accueil }),
        ID_RCO: cle !== null && rang === 0 ? cleMinisteres(cle, etablissement) : '',
        FORMATION_PARAMÉTRÉE: alea.entier(1, 12) === 1 ? 'Non Paramétrée' : 'Paramétrée',
        CAPACITE: capacite,
        NBDEDEMANDES: voie === 'a' ? alea.entier(0, 180) : alea.entier(40, 900),
      });
      cas.push(['parcoursup', String(accueil), ...demande.cas]);
    }
  }
  const tirees = melanger(lignes, cas, alea);
  const ajoutees = AJOUTS_PARCOURSUP.split('\n').filter((ligne) => ligne !== '').map(ligneAjoutee);
  for (const { cas: attendu } of ajoutees) cas.push(attendu);
  const textes = [...tirees, ...ajoutees.map(({ texte }) => texte)];
  return { texte: `${[COLONNES.join(';'), ...textes].join('\n')}\n`, cas };
}

/** A row whose three places are chosen. */
function ligneAjoutee(ligne) {
  const [accueil, type, libelle, voie, ecrits, composante, affectation, gestion, cle, ...cas] = ligne.split(';');
  const { codes } = lireCodes(ecrits);
  const cellules = {
    UAI_GES: etablissement(gestion).uai,
    UAI_COMPOSANTE: etablissement(composante).uai,
    LIB_COMPOSANTE: composante,
    UAI_AFF: etablissement(affectation).uai,
    LIB_AFF: affectation,
    ACADÉMIE: etablissement(composante).academie,
    ...colonnesFormation({ type, libelle, voie, codes, accueil }),
    ID_RCO: cle,
    FORMATION_PARAMÉTRÉE: 'Paramétrée',
    CAPACITE: 24,
    NBDEDEMANDES: 120,
  };
  return {
    texte: ligneCsv(COLONNES.map((colonne) => cellules[colonne])),
    cas: ['parcoursup', accueil, ...cas],
  };
}

/** The rows in a drawn order, as the platform's extract is in none; `cas` follows the same order. */
function melanger(lignes, cas, alea) {
  const ordre = alea.tirer(
    lignes.map((_, i) => i),
    lignes.length,
  );
  const casEnOrdre = ordre.map((i) => cas[i]);
  cas.splice(0, cas.length, ...casEnOrdre);
  return ordre.map((i) => ligneCsv(COLONNES.map((colonne) => lignes[i][colonne])));
}
