import { certificateur, CERTIFICATIONS, libelleCertifInfo, SISE_SEULS } from '../certifications/index.js';
import { empreinte } from '../noyau/alea.js';
import { tableCsv } from '../noyau/csv.js';
import { annee, dateStable, iso } from './dates.js';

const FORMACODES = {
  1: ['13054', 'Sciences humaines'],
  2: ['31654', 'Génie industriel'],
  3: ['34566', 'Négociation commerciale'],
};
const COLONNES_CI = [
  'Code_Diplome',
  'Libelle_Diplome',
  'Libelle_Type_Diplome',
  'Code_Niveau_Europeen',
  'Date_MaJ',
  'Code_FormaCode',
  'Libelle_FormaCode',
  'Code_Rome_1',
  'Code_Rome_2',
  'Code_Rome_3',
  'Code_Rome_4',
  'Code_Rome_5',
  'Code_Nsf',
  'Code_RNCP',
  'Code_RS',
  'Code_Scolarité',
  'valideur',
  'certificateur',
  'Annee_Premiere_Session',
  'Annee_Derniere_Session',
  'Code_Ancien_Diplome',
  'Intitulé_Ancien_Diplome',
  'Code_Ancien_RNCP',
  'Code_Ancien_Scolarité',
  '`Options`',
  'Etat',
  'Etat_Libelle',
  'Etat_Ancien_Diplome',
  'Etat_Ancien_Diplome_Libelle',
  'accessibilite_fi',
  'accessibilite_ca',
  'accessibilite_fc',
  'accessibilite_cp',
  'accessibilite_vae',
  'accessibilite_ind',
  'code_type_diplome',
  'codeIdeo2',
];

/** Trainings that certify nothing: the register lists them without RNCP nor code scolarité. */
const NON_CERTIFIANTES = [
  ['97110', 'Magistère droit des activités économiques', 'Magistère', '122', '110', 'FOR.9711'],
  [
    '97111',
    'Classe préparatoire aux études supérieures - cinéma audiovisuel',
    'Classe préparatoire',
    '100',
    '370',
    'FOR.9712',
  ],
  ['97112', 'DU tremplin réussite', "Diplôme d'université (bac + 1)", '', '156', ''],
  [
    '97113',
    'FCIL secrétariat médical',
    "Formation complémentaire d'initiative locale",
    '324',
    '481',
    'FOR.9713',
  ],
];

/** Diplomas that have no CFD and that Certif Info alone links to the register and to Onisep. */
const CI_DES_SISE_SEULS = SISE_SEULS.map((s, i) => ({
  ...s,
  ci: String(93100 + i * 7),
  rncp: String(24400 + i * 31),
  ideo: `FOR.${4810 + i * 3}`,
}));

function enVigueur(c) {
  return c.fermeture === '' || iso(c.fermeture) >= '2026-08-31';
}

function ligneCertifInfo(c) {
  const ancienne = CERTIFICATIONS.find((a) => a.cfd === c.anciens[0]);
  const [formacode, libelleFormacode] = FORMACODES[c.groupe[0]];
  return {
    Code_Diplome: c.ci,
    Libelle_Diplome: libelleCertifInfo(c),
    Libelle_Type_Diplome: c.famille.type,
    Code_Niveau_Europeen: c.famille.europe || '',
    Date_MaJ: dateStable(`ci${c.cfd}`, 2026),
    Code_FormaCode: formacode,
    Libelle_FormaCode: libelleFormacode,
    Code_Rome_1: `${'ADFGHKMN'[empreinte(c.cfd) % 8]}1${100 + (empreinte(`rome${c.cfd}`) % 6) * 100 + 1}`,
    Code_Nsf: c.groupe,
    Code_RNCP: c.rncp,
    Code_Scolarité: c.cfd,
    valideur: certificateur(c),
    certificateur: certificateur(c),
    Annee_Premiere_Session: c.famille.table === 'E51' ? '' : annee(c.ouverture) + c.famille.duree,
    Annee_Derniere_Session: c.fermeture === '' ? '' : annee(c.fermeture),
    Code_Ancien_Diplome: ancienne?.ci ?? '',
    Intitulé_Ancien_Diplome: ancienne?.ci ? libelleCertifInfo(ancienne) : '',
    Code_Ancien_RNCP: ancienne?.rncp ?? '',
    Code_Ancien_Scolarité: ancienne?.cfd ?? '',
    '`Options`': '  ',
    Etat: enVigueur(c) ? 0 : 3,
    Etat_Libelle: enVigueur(c) ? 'Publié' : 'archivée',
    Etat_Ancien_Diplome: ancienne ? 3 : '',
    Etat_Ancien_Diplome_Libelle: ancienne ? 'archivée' : 'inconnu',
    accessibilite_fi: c.cleFamille.startsWith('TP') || c.cleFamille.startsWith('TITRE') ? 0 : 1,
    accessibilite_ca: 1,
    accessibilite_fc: 1,
    accessibilite_cp: 1,
    accessibilite_vae: 1,
    accessibilite_ind: 0,
    code_type_diplome: c.famille.codeType,
    codeIdeo2: c.ideo,
  };
}

/** Type, level, code of the type and start of the label, by SISE type. */
const TYPES_SANS_CFD = {
  XA: ['Licence', '6', '205', 'Licence mention '],
  DP: ['Licence professionnelle', '6', '250', 'Licence pro mention '],
  XB: ['Master', '7', '132', 'Master mention '],
  RD: ["Diplôme d'école de commerce (bac + 3)", '6', '248', ''],
};

const SANS_ANCIEN = { '`Options`': '  ', Etat_Ancien_Diplome_Libelle: 'inconnu', accessibilite_fi: 1 };

function ligneSansCfd(s) {
  const [type, niveau, codeType, prefixe] = TYPES_SANS_CFD[s.type];
  return {
    ...SANS_ANCIEN,
    Code_Diplome: s.ci,
    Libelle_Diplome: prefixe === '' ? s.libelle : prefixe + s.libelle.toLowerCase(),
    Libelle_Type_Diplome: type,
    Code_Niveau_Europeen: niveau,
    Date_MaJ: '12/05/2026',
    Code_RNCP: s.rncp,
    Etat: 0,
    Etat_Libelle: 'Publié',
    accessibilite_ca: 1,
    accessibilite_fc: 1,
    accessibilite_cp: 1,
    accessibilite_vae: 1,
    accessibilite_ind: 0,
    code_type_diplome: codeType,
    codeIdeo2: s.ideo,
  };
}

function ligneNonCertifiante([ci, libelle, type, nsf, codeType, ideo]) {
  return {
    ...SANS_ANCIEN,
    Code_Diplome: ci,
    Libelle_Diplome: libelle,
    Libelle_Type_Diplome: type,
    Date_MaJ: '16/04/2026',
    Code_Nsf: nsf,
    Etat: 4,
    Etat_Libelle: 'formations préparatoires et non certifiantes',
    accessibilite_ca: 2,
    accessibilite_fc: 2,
    accessibilite_cp: 2,
    accessibilite_vae: 0,
    accessibilite_ind: 2,
    code_type_diplome: codeType,
    codeIdeo2: ideo,
  };
}

/** The Certif Info register, current and archived records. */
export function certifInfo() {
  return tableCsv(COLONNES_CI, [
    ...CERTIFICATIONS.filter((c) => c.ci !== '').map(ligneCertifInfo),
    ...CI_DES_SISE_SEULS.map(ligneSansCfd),
    ...NON_CERTIFIANTES.map(ligneNonCertifiante),
  ]);
}

/** Onisep's passage table: the active records that have a code in the register or at school. */
export function passageOnisep() {
  const lignes = [
    ...NON_CERTIFIANTES.filter((l) => l[5] !== '').map(([ci, , , , , ideo]) => ({
      certif_info_ci_identifiant: ci,
      ideo_identifiant_formation: ideo,
      ci_etat: 'formations préparatoires et non certifiantes',
    })),
    ...CI_DES_SISE_SEULS.map((s) => ({
      certif_info_ci_identifiant: s.ci,
      ideo_identifiant_formation: s.ideo,
      ci_code_rncp: s.rncp,
      ci_etat: 'Publié',
    })),
    ...CERTIFICATIONS.filter((c) => c.ci !== '' && enVigueur(c)).map((c) => ({
      certif_info_ci_identifiant: c.ci,
      ideo_identifiant_formation: c.ideo,
      ci_code_rncp: c.rncp,
      ci_code_scolarite: c.cfd,
      ci_etat: 'Publié',
    })),
  ];
  return tableCsv(
    [
      'certif_info_ci_identifiant',
      'ideo_identifiant_formation',
      'ci_code_rncp',
      'ci_code_scolarite',
      'ci_etat',
    ],
    lignes,
    ',',
  );
}
