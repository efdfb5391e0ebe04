import { certification, libelleCertifInfo } from '../certifications/index.js';
import { etablissement, etablissementsDeType } from '../etablissements.js';
import { creerAlea } from '../noyau/alea.js';
import { ligneCsv } from '../noyau/csv.js';
import { CAS, ORDINAIRES } from './apprentissage-lignes.js';

const COLONNES = [
  'code-region',
  'intitule-region',
  'numeroFO',
  'numeroAf',
  'Nom de la formation',
  'code-CERTIFINFO',
  'Diplôme ou titre visé',
  'Intitulé du diplôme ou titre',
  'Code scolarité',
  'code niveau EN',
  'nom niveau EN',
  'code niveau européen',
  'nom niveau européen',
  'CFA-OFA responsable_nom',
  'CFA-OFA raison sociale',
  'CFA-OFA SIRET (ORESP)',
  'formateur_SIRET',
  'formateur_RS',
  'modalites-entrees-sorties',
  "Périodes d'entrée",
  'UAI localisation formation (ORESP) map fichier UAI-SIRET Onisep-CO',
  'code postal lieu',
  'code INSEE lieu',
  "Capacité d'accueil de la formation--pas Lheo",
  'identifiant session--<session numero =...>',
  'code-RNCP--<code-RNCP>',
  "nombre total d''heures de AF--<nombre-heures-total>",
  'CAS',
  'CAS libellé',
];

const REGIONS = {
  'Nancy-Metz': [44, 'Grand-Est'],
  Strasbourg: [44, 'Grand-Est'],
  Reims: [44, 'Grand-Est'],
  Besançon: [27, 'Bourgogne-Franche-Comté'],
  Dijon: [27, 'Bourgogne-Franche-Comté'],
  Toulouse: [76, 'Occitanie'],
  Montpellier: [76, 'Occitanie'],
  'Aix-Marseille': [93, "Provence-Alpes-Côte d'Azur"],
  Nice: [93, "Provence-Alpes-Côte d'Azur"],
  Grenoble: [84, 'Auvergne-Rhône-Alpes'],
  Lyon: [84, 'Auvergne-Rhône-Alpes'],
  'Clermont-Ferrand': [84, 'Auvergne-Rhône-Alpes'],
  Limoges: [75, 'Nouvelle-Aquitaine'],
  Bordeaux: [75, 'Nouvelle-Aquitaine'],
  Poitiers: [75, 'Nouvelle-Aquitaine'],
  Nantes: [52, 'Pays-de-la-Loire'],
  Rennes: [53, 'Bretagne'],
  Normandie: [28, 'Normandie'],
  Lille: [32, 'Hauts-de-France'],
  Amiens: [32, 'Hauts-de-France'],
  Versailles: [11, 'Ile-de-France'],
  Créteil: [11, 'Ile-de-France'],
  Paris: [11, 'Ile-de-France'],
  'Orléans-Tours': [24, 'Centre-Val de Loire'],
};
const NIVEAUX = {
  3: [5, 'Niveau CAP, BEP', 'Savoirs couvrant des faits, principes, concepts généraux'],
  4: [4, 'Bac', 'Savoirs factuels et théoriques'],
  5: [3, 'Bac + 2', 'Savoirs étendus, spécialisés, factuels et théoriques'],
  6: [2, 'Bac + 3 et 4', 'Savoirs approfondis'],
  7: [1, 'Bac + 5 et plus', 'Savoirs hautement spécialisés'],
};
const HEURES = ['', '', 840, 1100, 1350, 1600];

function presence(siret, uai, rncp, cfd) {
  if (uai !== '' && rncp !== '' && cfd !== '') return ['cas 1 ', 'SIRET/UAI et RNCP/codescol'];
  if (uai !== '' && cfd !== '') return ['cas 3  ', 'SIRET/UAI avec code scol / sans RNCP'];
  if (uai !== '' && rncp !== '') return ['cas  6  ', 'SIRET/UAI avec RNCP/sans codescol'];
  if (rncp !== '' && cfd !== '') return ['cas 5 ', 'SIRET/sans UAI avec RNCP/ codescol'];
  if (cfd !== '') return ['cas 4 ', 'SIRET / sans UAI avec code scol /sans RNCP'];
  return rncp !== '' ? ['cas 2 ', 'SIRET/sans UAI avec RNCP/ sans codescol'] : ['', ''];
}

function lignesDe(bloc) {
  return bloc.split('\n').filter((ligne) => ligne !== '');
}

/** The organisations that can train for a diploma: agricultural ones keep to agriculture. */
function formateursPour(cfd) {
  if (/^(323|403|453|463|503)/.test(cfd)) return etablissementsDeType('CA', 'A');
  if (/^(205|250|251|135|350)/.test(cfd)) return etablissementsDeType('U', 'I');
  return etablissementsDeType('C', 'C', 'E');
}

function demandes() {
  const ordinaires = lignesDe(ORDINAIRES).flatMap((ligne) => {
    const [libelle, cfd, n, lettres] = ligne.split(';');
    const un = {
      libelle,
      modele: cfd,
      cfd: lettres.includes('c') ? cfd : '',
      rncp: lettres.includes('r') ? certification(cfd).rncp : '',
      cas: ['ordinaire', 'apparie', `CFD:${cfd}`, ''],
    };
    return Array.from({ length: Number(n) }, () => un);
  });
  const durs = lignesDe(CAS).map((ligne) => {
    const [libelle, cfd, rncp, modele, ...cas] = ligne.split(';');
    return { libelle, modele, cfd, rncp: rncp === '=' ? certification(modele).rncp : rncp, cas };
  });
  return [...ordinaires, ...durs];
}

/** Rows added once the others were drawn: they come last, at the place that they name. */
const AJOUTS = [
  {
    libelle: "BTS métiers de l'eau (en apprentissage)",
    modele: '32020114',
    cfd: '32020114',
    rncp: '',
    lieu: 'Campus des métiers de Noisemont',
    cas: ['ordinaire', 'apparie', 'CFD:32020114', 'rénové à la rentrée 2027, encore ouvert à celle-ci'],
  },
];

/** @returns {{texte: string, cas: string[][]}} */
export function apprentissage() {
  const alea = creerAlea(20260625);
  const toutes = demandes();
  const ordre = [...alea.tirer(toutes, toutes.length), ...AJOUTS];
  const lignes = ordre.map(({ libelle, modele, cfd, rncp, lieu }, i) => {
    const c = certification(modele);
    const formateur = lieu === undefined ? alea.choisir(formateursPour(modele)) : etablissement(lieu);
    const responsable = alea.entier(1, 3) === 1 ? alea.choisir(etablissementsDeType('C')) : formateur;
    const [codeRegion, region] = REGIONS[formateur.academie];
    const [codeEn, nomEn, nomEurope] = NIVEAUX[c.famille.europe || 4];
    const tirage = alea.entier(1, 10);
    const autreSite = alea.choisir(etablissementsDeType('C')).uai;
    const uai =
      lieu !== undefined
        ? formateur.uai
        : tirage <= 5
          ? ''
          : tirage === 10 && autreSite !== formateur.uai
          ? `${formateur.uai},${autreSite}`
          : formateur.uai;
    const action = String(1480000 + i * 37);
    const [cas, casLibelle] = presence(formateur.siret, uai, rncp, cfd);
    return {
      'code-region': codeRegion,
      'intitule-region': region,
      numeroFO: alea.entier(1, 3) === 1 ? `20260${200000 + i}F` : 520000 + i * 11,
      numeroAf: action,
      'Nom de la formation': libelle,
      'code-CERTIFINFO': c.ci,
      'Diplôme ou titre visé': c.famille.type,
      'Intitulé du diplôme ou titre': `${libelleCertifInfo(c).replace(c.famille.prefixe, '')}  `,
      'Code scolarité': cfd,
      'code niveau EN': codeEn,
      'nom niveau EN': nomEn,
      'code niveau européen': c.famille.europe || 4,
      'nom niveau européen': nomEurope,
      'CFA-OFA responsable_nom': responsable.nom,
      'CFA-OFA raison sociale': responsable.nom,
      'CFA-OFA SIRET (ORESP)': responsable.siret,
      formateur_SIRET: alea.entier(1, 40) === 1 ? '0' : formateur.siret,
      formateur_RS: formateur.nom,
      'modalites-entrees-sorties': alea.entier(0, 1),
      "Périodes d'entrée": alea.choisir([9, 9, 9, 10, 1]),
      'UAI localisation formation (ORESP) map fichier UAI-SIRET Onisep-CO': uai,
      'code postal lieu': Number(formateur.codePostal),
      'code INSEE lieu': Number(formateur.insee),
      "Capacité d'accueil de la formation--pas Lheo": alea.choisir(['', '', '', 12, 15, 20]),
      'identifiant session--<session numero =...>': action,
      'code-RNCP--<code-RNCP>': rncp,
      "nombre total d''heures de AF--<nombre-heures-total>": alea.choisir(HEURES),
      CAS: cas,
      'CAS libellé': casLibelle,
    };
  });
  return {
    texte: `${[ligneCsv(COLONNES), ...lignes.map((l) => ligneCsv(COLONNES.map((c) => l[c])))].join('\n')}\n`,
    cas: ordre.map((d, i) => ['apprentissage', `L${i + 2}`, ...d.cas]),
  };
}
