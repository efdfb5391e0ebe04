import { empreinte } from '../noyau/alea.js';
import { capitales, libelleStat33, minusculeInitiale } from '../noyau/textes.js';
import { BTS, BTSA } from './bts.js';
import { FAMILLES } from './familles.js';
import * as secondaire from './secondaire.js';
import * as superieur from './superieur.js';
import * as titres from './titres.js';

/**
 * @typedef {object} Certification
 * @property {string} cfd
 * @property {string} cleFamille
 * @property {import('./familles.js').Famille} famille
 * @property {string} groupe NSF group
 * @property {string} lettre
 * @property {string} libelle with accents and lower case, without the family
 * @property {string} court LIBELLE_COURT
 * @property {string} stat33
 * @property {string} long LIBELLE_LONG_200
 * @property {string} ouverture JJ/MM/AAAA
 * @property {string} fermeture JJ/MM/AAAA or ''
 * @property {readonly string[]} anciens
 * @property {readonly string[]} nouveaux
 * @property {string} rncp digits, '' where the register has none
 * @property {string} sise
 * @property {string} ci
 * @property {string} ideo
 * @property {boolean} commune a first year shared by several diplomas
 */

/** Typing errors of the nomenclature itself, kept on a few rows because readers must survive them. */
const COQUILLES_LONG = new Map([
  ['32023013', 'MANAGEMENT ECONOMIQUE DE LA CONSTRUCTION  (BTS)'],
  ['32025014', 'MAINTENANCE DES SYSTEMES OPTION A SYSTEMES DE PRODUCTION(BTS)'],
  ['32022209', 'BIOANALYSES EN LABORATOIRE DE CONTRÔLE (BTS)'],
  ['40022105', 'BOULANGER-PÂTISSIER (BAC PRO)'],
  ['26031403', 'COMPTABILITE ET GESTION (DIPLÔME DE) (DCG)'],
]);

/** Cells that the nomenclature pads with blanks. */
const REMPLIES = new Map([
  ['32321401', 'AMENAGEMENTS PAYSAGERS  '],
  ['32321304', 'GESTION FORESTIERE '],
]);

const COMMUNE = /1(ère|e) année|2nde commune|\(sec pro agricole\)/;
const SANS_SUFFIXE = /BTS 1(ère|e) année|classe de mise à niveau/;

/** @param {string} date a year or JJ/MM/AAAA @param {string} jour */
function dateComplete(date, jour) {
  return /^\d{4}$/.test(date) ? `${jour}/${date}` : date;
}

/** The mentions complémentaires that became CS of level 3 were of that level already. */
function mentionDeNiveau3(cfd) {
  return /^010(221|33605)/.test(cfd);
}

function courtDe(cfd, famille, libelle) {
  if (/classe de mise à niveau/.test(libelle)) return 'BTS CM-NIV';
  return mentionDeNiveau3(cfd) ? 'MC3' : famille.court;
}

function longDe(cfd, famille, libelle) {
  const connu = COQUILLES_LONG.get(cfd);
  if (connu) return connu;
  const texte = capitales(libelle.replace(' (sec pro agricole)', ''));
  if (/sec pro agricole/.test(libelle)) return `${texte} (SEC PRO AG)`;
  if (mentionDeNiveau3(cfd)) return `${texte} (MC NIVEAU III)`;
  return famille.suffixe === '' || SANS_SUFFIXE.test(libelle) ? texte : `${texte} ${famille.suffixe}`;
}

/** Register numbers are invented where the line gives none: in the range in use, and stable. */
function numero(base, etendue, cle, pris) {
  let n = base + (empreinte(cle) % etendue);
  while (pris.has(n)) n = base + ((n - base + 1) % etendue);
  pris.add(n);
  return String(n);
}

const BLOCS = [
  ['BTS', BTS],
  ['BTSA', BTSA],
  ['CAP', secondaire.CAP],
  ['CAPA', secondaire.CAPA],
  ['BAC_PRO', secondaire.BAC_PRO],
  ['BAC_PRO_AGRICOLE', secondaire.BAC_PRO_AGRICOLE],
  ['BP', secondaire.BP],
  ['BPA4', secondaire.BPA4],
  ['MC', secondaire.MC],
  ['CS4', secondaire.CS4],
  ['CS3', secondaire.CS3],
  ['CSA4', secondaire.CSA4],
  ['FCIL', secondaire.FCIL],
  ['DE_NIVEAU_6', superieur.DE_NIVEAU_6],
  ['DE_NIVEAU_4', superieur.DE_NIVEAU_4],
  ['DE_NIVEAU_3', superieur.DE_NIVEAU_3],
  ['DCG', superieur.DCG],
  ['DN_MADE', superieur.DN_MADE],
  ['BPJEPS', superieur.BPJEPS],
  ['BUT', superieur.BUT],
  ['DUT', superieur.DUT],
  ['LICENCE', superieur.LICENCE],
  ['LICENCE_PRO', superieur.LICENCE_PRO],
  ['MASTER', superieur.MASTER],
  ['INGENIEUR', superieur.INGENIEUR],
  ['TP3', titres.TP3],
  ['TP4', titres.TP4],
  ['TP5', titres.TP5],
  ['TP6', titres.TP6],
  ['TITRE3', titres.TITRE3],
  ['TITRE5', titres.TITRE5],
  ['TITRE6', titres.TITRE6],
  ['TITRE7', titres.TITRE7],
];

function lignes(bloc) {
  return bloc.split('\n').filter((ligne) => ligne !== '');
}

function familleDe(cleFamille, cfd) {
  if (cfd.startsWith('381')) return 'FCIL3';
  if (cfd.startsWith('36C')) return 'TITRE5C';
  return cleFamille;
}

function lireCertifications() {
  const cisPris = new Set();
  const ideosPris = new Set();
  const rncpPris = new Set();
  for (const [, bloc] of BLOCS) {
    for (const ligne of lignes(bloc)) rncpPris.add(Number(ligne.split(';')[7]));
  }
  const toutes = [];
  for (const [cleBloc, bloc] of BLOCS) {
    for (const ligne of lignes(bloc)) {
      const [cfd, specialite, libelle, ouverture, fermeture, anciens, nouveaux, rncp, sise = ''] =
        ligne.split(';');
      const cleFamille = familleDe(cleBloc, cfd);
      const famille = FAMILLES[cleFamille];
      if (!cfd.startsWith(famille.niveau)) throw new Error(`${cfd} n'est pas de la famille ${cleFamille}`);
      const commune = COMMUNE.test(libelle);
      const enregistrable = !commune && famille.type !== '' && !/classe de mise à niveau/.test(libelle);
      toutes.push({
        cfd,
        cleFamille,
        famille,
        groupe: specialite.slice(0, 3),
        lettre: specialite.slice(3),
        libelle,
        court: courtDe(cfd, famille, libelle),
        stat33:
          REMPLIES.get(cfd) ??
          libelleStat33(
            libelle
              .replace(/ \((sec pro agricole|diplôme d'État|diplôme de)\)/, '')
              .replace(/ \([A-ZÉ' ]+\)$/, ''),
          ),
        long: longDe(cfd, famille, libelle),
        ouverture: dateComplete(ouverture, '01/09'),
        fermeture: dateComplete(fermeture, '31/08'),
        anciens: anciens === '' ? [] : anciens.split(','),
        nouveaux: nouveaux === '' ? [] : nouveaux.split(','),
        rncp: !enregistrable ? '' : rncp !== '' ? rncp : numero(34100, 6600, `rncp${cfd}`, rncpPris),
        sise,
        ci: enregistrable ? numero(89000, 29000, `ci${cfd}`, cisPris) : '',
        ideo: enregistrable ? `FOR.${numero(1000, 9200, `ideo${cfd}`, ideosPris)}` : '',
        commune,
      });
    }
  }
  return toutes;
}

/** @type {readonly Certification[]} */
export const CERTIFICATIONS = lireCertifications();

const PAR_CFD = new Map(CERTIFICATIONS.map((c) => [c.cfd, c]));

/** @param {string} cfd @returns {Certification} */
export function certification(cfd) {
  const trouvee = PAR_CFD.get(cfd);
  if (!trouvee) throw new Error(`certification ${cfd} absente des échantillons`);
  return trouvee;
}

/** The label of Certif Info: the family's prefix, then the label in lower case. @param {Certification} c */
export function libelleCertifInfo(c) {
  const nu = c.libelle
    .replace(/ \(diplôme (d'État|de)\)$/, '')
    .replace(/ \(([A-ZÉ' ]+)\)$/, (tout, nom) => (nom.length > 6 ? '' : tout));
  if (c.cleFamille.startsWith('DE_')) {
    const article = /^[aeiouéèh]/i.test(nu) ? "d'" : 'de ';
    return `Diplôme d'État ${article}${minusculeInitiale(nu)}`;
  }
  if (c.cleFamille === 'BUT') return `BUT spécialité ${minusculeInitiale(nu).replace(' : ', ' parcours ')}`;
  if (c.cleFamille === 'DN_MADE')
    return nu.includes(' - ') ? `DN MADE mention ${nu.split(' - ')[1]}` : 'DN MADE';
  return c.famille.prefixe === '' ? nu : c.famille.prefixe + minusculeInitiale(nu);
}

/** The body that delivers it. @param {Certification} c */
export function certificateur(c) {
  const entreParentheses = /\(([^()]+)\)$/.exec(c.libelle);
  if (c.cleFamille.startsWith('TITRE') && entreParentheses) return entreParentheses[1];
  return c.famille.certificateur;
}

export const SISE_SEULS = lignes(superieur.SISE_SEULS).map((ligne) => {
  const [sise, type, secteur, libelle] = ligne.split(';');
  return { sise, type, secteur, libelle };
});
