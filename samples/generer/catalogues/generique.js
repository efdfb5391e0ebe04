import { certification } from '../certifications/index.js';
import { ETABLISSEMENTS } from '../etablissements.js';
import { creerAlea } from '../noyau/alea.js';
import { tableCsv } from '../noyau/csv.js';
import { mefDe } from './codes-donnes.js';

const COLONNES = [
  'id',
  'libelle_formation',
  'libelle_specialite',
  'type_diplome',
  'voie',
  'uai',
  'siret',
  'etablissement',
  'academie',
  'commune',
  'code_cfd',
  'code_mef',
  'code_mefstat11',
  'code_sise',
  'codes_rncp',
  'codes_ideo',
  'cle_me',
];

/**
 * label;specialty;type;route;codes;case;status;certification;why. Codes are `column=value` parted by ` & `; `@` and a
 * CFD stand for the first-year MEF, the RNCP or the Idéo of that diploma, as the column wants.
 */
const LIGNES = `
BTS;Négociation et digitalisation de la relation client;BTS;apprentissage;code_cfd=32031212;ordinaire;apparie;CFD:32031212;
BTS;Gestion de la PME;BTS;scolaire;code_mefstat11=32211031409;mefstat11;apparie;CFD:32031409;code statistique de première année
BTS;Comptabilité et gestion;;scolaire;code_mef=@32031408;ordinaire;apparie;CFD:32031408;
BTSA Aménagements paysagers;;;scolaire;code_mefstat11=32212021401;mefstat11_btsa;apparie;CFD:32321401;le raccourci 320 + cinq chiffres serait faux
BTSA Viticulture oenologie;;;apprentissage;codes_rncp=RNCP@32321112;ordinaire;apparie;CFD:32321112;
CAP Boulanger;;CAP;apprentissage;code_cfd= 50022137 ;code_a_blancs;apparie;CFD:50022137;blancs autour du code
CAP Boulanger;;CAP;apprentissage;code_cfd=50022137S;lettre_de_specialite;apparie;CFD:50022137;neuvième caractère : la lettre de spécialité
CAP;Cuisine;CAP;scolaire;;codes_absents;apparie;CFD:50022146;deux CAP du même nom, un seul ouvert
Bac pro;Métiers de l'électricité et de ses environnements connectés;Bac professionnel;scolaire;;codes_absents;apparie;CFD:40025520;deux bacs pro du même nom, un seul ouvert
Bac pro;Boulanger-pâtissier;Bac professionnel;apprentissage;code_cfd=40022105;ordinaire;apparie;CFD:40022105;
2nde pro Métiers de la relation client;;Bac professionnel;scolaire;code_mefstat11=23810031211;seconde_commune;apparie;CFD:40031211;seconde commune
Certificat de spécialisation;Cybersécurité;CS;apprentissage;code_cfd=1025509;zero_perdu;apparie;CFD:46125509;zéro perdu, code disparu
BUT Informatique;Parcours administration, gestion et exploitation des données;BUT;scolaire;codes_rncp=35477;but_parcours;apparie;CFD:25132602;parcours et RNCP concordent
BUT Informatique;;BUT;scolaire;codes_rncp=RNCP@25132602|@25132603|@25132605;but_sans_parcours;a_verifier;;trois parcours possibles
Licence;Informatique;Licence;scolaire;code_sise=2300030;ordinaire;apparie;CFD:20532618;
Licence;Lettres;Licence;scolaire;code_sise=2300026;sise_sans_cfd;apparie;SISE:2300026;licence sans CFD
Licence;Psychologie;Licence;scolaire;code_sise=9999999;code_inconnu;apparie|a_verifier;CFD:20512403;SISE inconnu, libellé exact
Licence professionnelle;Métiers du jeu vidéo;Licence professionnelle;scolaire;code_sise=2400147;ordinaire;apparie;CFD:25032316;
Master;Informatique;Master;scolaire;code_sise=2500080;ordinaire;apparie;CFD:1353261J;code avec lettre finale
Master;Informatique;Licence;scolaire;;type_contradictoire;a_verifier;;la colonne du type dit licence, le libellé dit master
Titre professionnel;Concepteur développeur d'applications;Titre professionnel;apprentissage;codes_rncp=37873;ordinaire;apparie;CFD:26T32601;
Titre professionnel;Maçon;Titre professionnel;apprentissage;;famille;apparie;CFD:56T23202;CAP, BP et titre portent le même nom
BP;Maçon;BP;apprentissage;;famille;apparie;CFD:45023216;CAP, BP et titre portent le même nom
Maçon;;;apprentissage;;famille_absente;a_verifier;;CAP, BP ou titre professionnel
Diplôme d'État d'aide-soignant;;;;code_cfd=46033104;ordinaire;apparie;CFD:46033104;
DE Moniteur éducateur;;Diplôme d'État;apprentissage;codes_ideo=@46033202|TYPDISP.12;ideo_seul;apparie;CFD:46033202;un Idéo et un dispositif
Manager des risques;;Titre RNCP;apprentissage;codes_rncp=38900;ordinaire;apparie;CFD:16X34090;
Vendeur conseil en boutique;;Titre RNCP de niveau 3;apprentissage;;codes_absents;apparie|a_verifier;CFD:56X31290;libellé exact d’un seul titre
École de management de Montreval;Diplôme de l’école;;scolaire;code_sise=M009101;sise_sans_cfd;apparie;SISE:M009101;SISE qui commence par une lettre
FCIL;Nivoculteur;FCIL;scolaire;code_cfd=48199901;fcil;sans_correspondance|a_verifier;;code générique
Stage de découverte des métiers de la mer;;;;;hors_certification;sans_correspondance|a_verifier;;pas une formation certifiante
BTS;Opticien lunetier;BTS;scolaire;code_cfd=32033107 & code_mef=@32033426;codes_contradictoires;a_verifier;CFD:32033107;MEF du BTS Tourisme
BTS;Gestion de la PME;BTS;scolaire;code_cfd=32031409 & siret=99414110900012;ordinaire;apparie;CFD:32031409;le SIRET a une clé fausse
`;

const VALEURS = {
  code_mef: mefDe,
  codes_rncp: (cfd) => certification(cfd).rncp,
  codes_ideo: (cfd) => certification(cfd).ideo,
};

/** @param {string} texte */
function lireCodes(texte) {
  const paires = texte === '' ? [] : texte.split(' & ').map((paire) => paire.split('='));
  return Object.fromEntries(
    paires.map(([colonne, valeur]) => [
      colonne,
      valeur.replace(/@(\w{8})/g, (_, cfd) => VALEURS[colonne](cfd)),
    ]),
  );
}

/** @returns {{texte: string, cas: string[][]}} */
export function generique() {
  const alea = creerAlea(20260115);
  const demandes = LIGNES.split('\n').filter((ligne) => ligne !== '');
  const cas = [];
  const lignes = demandes.map((demande, i) => {
    const [libelle, specialite, type, voie, codes, ...attendu] = demande.split(';');
    const id = `G${String(i + 1).padStart(3, '0')}`;
    const e = alea.choisir(ETABLISSEMENTS);
    cas.push(['generique', id, ...attendu]);
    return {
      id,
      libelle_formation: libelle,
      libelle_specialite: specialite,
      type_diplome: type,
      voie,
      uai: e.uai,
      siret: e.siret,
      etablissement: e.nom,
      academie: e.academie,
      commune: e.commune,
      ...lireCodes(codes),
    };
  });
  return { texte: tableCsv(COLONNES, lignes), cas };
}
