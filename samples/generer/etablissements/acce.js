import { ETABLISSEMENTS, OUTRE_MER } from '../etablissements.js';
import { tableCsv } from '../noyau/csv.js';
import { ACCE, RATTACHEMENTS } from './cas.js';

const COLONNES = [
  'numero_uai',
  'nature_uai',
  'nature_uai_libe',
  'type_uai',
  'type_uai_libe',
  'etat_etablissement',
  'etat_etablissement_libe',
  'ministere_tutelle',
  'ministere_tutelle_libe',
  'tutelle_2',
  'tutelle_2_libe',
  'secteur_public_prive',
  'secteur_public_prive_libe',
  'sigle_uai',
  'contrat_etablissement',
  'contrat_etablissement_libe',
  'commune',
  'commune_libe',
  'academie',
  'academie_libe',
  'departement_insee_3',
  'departement_insee_3_libe',
  'denomination_principale',
  'appellation_officielle',
  'patronyme_uai',
  'numero_siren_siret_uai',
  'date_ouverture',
  'date_fermeture',
  'date_derniere_mise_a_jour',
  'code_postal_uai',
];

const NATURES = {
  L: ['306', 'Lycée polyvalent', 'LYC', 'Lycées', 'LPO'],
  LP: ['320', 'Lycée professionnel', 'LP', 'Lycées professionnels', 'LP'],
  A: ['300', "Lycée d'enseignement général et technologique", 'LYC', 'Lycées', 'LEGTA'],
  C: ['600', "Centre de formation d'apprentis", 'CFA', "Centres de formation d'apprentis", 'CFA'],
  CA: ['600', "Centre de formation d'apprentis", 'CFA', "Centres de formation d'apprentis", 'CFA'],
  I: ['523', 'Institut universitaire de technologie', 'SUP', 'Enseignement supérieur', 'IUT'],
  U: ['500', 'Université', 'SUP', 'Enseignement supérieur', 'UNIV'],
  E: ['553', 'École supérieure privée', 'SUP', 'Enseignement supérieur', ''],
  S: ['560', 'École de formation sanitaire et sociale', 'SUP', 'Enseignement supérieur', ''],
};
const ETATS = { 1: 'Ouvert', 2: 'À fermer', 3: 'À ouvrir', 4: 'Fermé' };
const CONTRATS = { 10: 'Hors contrat', 30: "Contrat d'association pour toutes les classes", 99: 'Sans objet' };
const AGRICULTURE = ['03', "ministère de l'agriculture"];
const EDUCATION = ['06', "ministère de l'éducation nationale"];
const SANTE = ['35', 'ministère de la santé et de la solidarité nationale'];
const ACADEMIES = {
  Paris: '01', 'Aix-Marseille': '02', Besançon: '03', Bordeaux: '04', 'Clermont-Ferrand': '06', Dijon: '07', Grenoble: '08',
  Lille: '09', Lyon: '10', Montpellier: '11', 'Nancy-Metz': '12', Poitiers: '13', Rennes: '14', Strasbourg: '15',
  Toulouse: '16', Nantes: '17', 'Orléans-Tours': '18', Reims: '19', Amiens: '20', Limoges: '22', Nice: '23', Créteil: '24',
  Versailles: '25', Normandie: '70', Mayotte: '43',
};

function tutelle({ type }) {
  if (type === 'A' || type === 'CA') return AGRICULTURE;
  return type === 'S' ? SANTE : EDUCATION;
}

function ligneAcce(e, rang) {
  const [nature, natureLibelle, type, typeLibelle, sigle] = NATURES[e.type];
  const [ministere, ministereLibelle] = tutelle(e);
  const cas = ACCE[e.nom] ?? {};
  const { absent, siren, siretDe, ...colonnes } = cas;
  const siret = siretDe === undefined ? e.siret : parNom(siretDe).siret;
  const prive = ['C', 'E'].includes(e.type);
  const ligne = {
    numero_uai: e.uai,
    nature_uai: nature,
    nature_uai_libe: natureLibelle,
    type_uai: type,
    type_uai_libe: typeLibelle,
    etat_etablissement: '1',
    ministere_tutelle: ministere,
    ministere_tutelle_libe: ministereLibelle,
    secteur_public_prive: prive ? 'PR' : 'PU',
    secteur_public_prive_libe: prive ? 'Privé' : 'Public',
    sigle_uai: sigle,
    contrat_etablissement: e.type === 'E' ? '30' : '99',
    commune: e.insee,
    commune_libe: e.commune,
    academie: ACADEMIES[e.academie],
    academie_libe: e.academie,
    departement_insee_3: e.insee.startsWith('97') ? e.insee.slice(0, 3) : `0${e.insee.slice(0, 2)}`,
    denomination_principale: natureLibelle.toUpperCase(),
    appellation_officielle: e.nom,
    patronyme_uai: '',
    numero_siren_siret_uai: siren === true ? siret.slice(0, 9) : siret,
    date_ouverture: `01/09/${1965 + (rang % 50)}`,
    date_fermeture: '',
    date_derniere_mise_a_jour: '12/06/2026',
    code_postal_uai: e.codePostal,
    ...colonnes,
  };
  return {
    ...ligne,
    etat_etablissement_libe: ETATS[ligne.etat_etablissement],
    contrat_etablissement_libe: CONTRATS[ligne.contrat_etablissement],
  };
}

/** ACCE_UAI: every establishment that ACCE knows. */
export function acceUai() {
  const connus = [...ETABLISSEMENTS, ...OUTRE_MER].filter(({ nom }) => ACCE[nom]?.absent !== true);
  return tableCsv(COLONNES, connus.map(ligneAcce));
}

const parNom = (nom) => {
  const trouve = ETABLISSEMENTS.find((e) => e.nom === nom);
  if (trouve === undefined) throw new Error(`établissement inconnu : ${nom}`);
  return trouve;
};

/** @param {'mere' | 'fille'} bout from which end the link is said */
function rattachements(bout) {
  const autre = `numero_uai_${bout}`;
  const colonnes = ['numero_uai_trouve', autre, 'type_rattachement', 'nature_uai', 'date_ouverture', 'date_fermeture'];
  return tableCsv(
    colonnes,
    RATTACHEMENTS.map(([mere, fille, type, fermeture]) => {
      const [trouve, decrit] = bout === 'mere' ? [parNom(fille), parNom(mere)] : [parNom(mere), parNom(fille)];
      return {
        numero_uai_trouve: trouve.uai,
        [autre]: decrit.uai,
        type_rattachement: type,
        nature_uai: NATURES[decrit.type][0],
        date_ouverture: '01/09/1990',
        date_fermeture: fermeture,
      };
    }),
  );
}

export const acceMere = () => rattachements('mere');
export const acceFille = () => rattachements('fille');
