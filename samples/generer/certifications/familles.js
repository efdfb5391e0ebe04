/**
 * The diploma families of the samples.
 *
 * key;level;interministerial level;LIBELLE_COURT;LIBELLE_100;NIVEAU_QUALIFICATION_RNCP;what LIBELLE_LONG_200 ends
 * with;table (N, or E51 for the Enquête 51);GESTIONNAIRE;years;type of Certif Info;its code;what the Certif Info
 * label starts with;who delivers it;dispositifs, each as dispositif/duration/year/mnemonic/MEF_STAT_11 start.
 */
const LIGNES = `
BTS;320;3;BTS;BREVET DE TECHNICIEN SUPERIEUR;05;(BTS);N;DGESIP A2;2;Brevet de technicien supérieur;320;BTS ;Ministère de l'éducation nationale et de la jeunesse;311/2/1/1BTS2/322110,311/2/2/2BTS2/322210,310/1/1/1BTS1/321110
BTSA;323;3;BTSA;BREVET DE TECHNICIEN SUPERIEUR AGRICOLE;05;(BTSA);N;MAP DGER MISSI;2;Brevet de technicien supérieur agricole;323;BTSA ;Ministère de l’agriculture et de la souveraineté alimentaire;371/2/1/1BTS2A/322120,371/2/2/2BTS2A/322220,370/1/1/1BTS1A/321120
CAP;500;5;CAP;CERTIFICAT D'APTITUDE PROFESSIONNELLE;03;(CAP);N;DGESCO A2-3;2;Certificat d'aptitude professionnelle;500;CAP ;Ministère de l'éducation nationale et de la jeunesse;241/2/1/1CAP2/232100,241/2/2/2CAP2/232200,240/1/1/1CAP1/231100
CAPA;503;5;CAPA;CERTIFICAT D'APTITUDE PROFESSIONNELLE AGRICOLE;03;(CAPA);N;MAP DGER MISSI;2;Certificat d'aptitude professionnelle agricole;503;CAPa ;Ministère de l’agriculture et de la souveraineté alimentaire;271/2/1/1CAP2A/232110,271/2/2/2CAP2A/232210
BAC_PRO;400;4;BAC PRO;BAC PROFESSIONNEL;04;(BAC PRO);N;DGESCO A2-3;3;Baccalauréat professionnel;400;Bac pro ;Ministère de l'éducation nationale et de la jeunesse;247/3/1/2NDPRO/238100,247/3/2/1ERPRO/238200,247/3/3/TLEPRO/238300
BAC_PRO_AGRICOLE;403;4;BAC PRO AG;BAC PROFESSIONNEL AGRICOLE;04;(BAC PRO AG);N;MAP DGER MISSI;3;Baccalauréat professionnel agricole;403;Bac pro ;Ministère de l’agriculture et de la souveraineté alimentaire;276/3/1/2DPROA/238110,276/3/2/1EPROA/238210,276/3/3/TLPROA/238310
BP;450;4;BP;BREVET PROFESSIONNEL;04;(BP);N;DGESCO A2-3;2;Brevet professionnel (Education nationale);450;BP ;Ministère de l'éducation nationale et de la jeunesse;254/2/1/1BP2/251100,254/2/2/2BP2/251200
BPA4;453;4;BPA4;BREVET PROFESSIONNEL AGRICOLE DE NIVEAU IV;04;(BP);N;MAP DGER MISSI;2;Brevet professionnel (Agriculture);454;BP option ;Ministère de l’agriculture et de la souveraineté alimentaire;275/9/9/BPA4/251000
MC;010;0;MC4;MENTION COMPLEMENTAIRE;XX;(MC NIVEAU IV);N;DGESCO A2-3;1;Mention complémentaire (de niveau 4);437;MC ;Ministère de l'éducation nationale et de la jeunesse;253/1/1/MC/239100
CS4;461;4;CS4;CERTIFICAT DE SPECIALISATION DE NIVEAU 4;04;(CS4);N;DGESCO A2-3;1;Certificat de spécialisation (CS de niveau 4 Education Nationale);438;Certificat de spécialisation ;Ministère de l'éducation nationale et de la jeunesse;258/1/1/CS-4/23K000
CS3;561;5;CS3;CERTIFICAT DE SPECIALISATION DE NIVEAU 3;03;(CS3);N;DGESCO A2-3;1;Certificat de spécialisation (CS de niveau 3 Education Nationale);538;Certificat de spécialisation ;Ministère de l'éducation nationale et de la jeunesse;257/1/1/CS-3/23J000
CSA4;463;4;CSA NIV4;CERTIFICAT DE SPECIALISATION AGRICOLE DE NIVEAU 4;04;(CSA);N;SPN AGRI;1;Certificat de spécialisation (CS de niveau 4 Agriculture);463;CS ;Ministère de l’agriculture et de la souveraineté alimentaire;278/9/9/CSA4/23G000
FCIL;481;4;FCND_4;FCIL & FC NON DIPLOMANTE POST NIVEAU_4;04;;N;DGESCO A1-4;1;;;;;741/1/1/FCIL4/442100
FCIL3;381;3;FCND_3;FCIL & FC NON DIPLOMANTE POST NIVEAU_3;05;;N;DGESCO A1-4;1;;;;;742/1/1/FCIL3/443100
DE_NIVEAU_6;260;2;DIV-2;AUTRES DIPLOMES DE NIVEAU II;06;;N;SPN;3;Autre diplôme d'Etat de niveau 6;287;;Ministère du travail, de la santé et des solidarités;441/3/1/1PD2-3/521110,441/3/2/2PD2-3/521210,441/3/3/3PD2-3/521310
DE_NIVEAU_4;460;4;DIV-4;AUTRES DIPLOMES DE NIVEAU IV;04;;N;SPN;1;Autre diplôme d'Etat de niveau 4;487;;Ministère du travail, de la santé et des solidarités;290/1/1/1PD4-1/511100
DE_NIVEAU_3;560;5;DIV-5;AUTRES DIPLOMES DE NIVEAU V;03;;N;DEPP A4;1;Autre diplôme d'Etat de niveau 3;587;;Ministère du travail, de la santé et des solidarités;293/1/1/1PD5-1/511110
DCG;260;2;DCG;AUTRES DIPLOMES DE NIVEAU II;06;(DCG);N;DGESIP A2;3;Autre certification de niveau 6;299;Diplôme de ;ministère de l'enseignement supérieur et de la recherche;412/3/1/DCG1/32A110,412/3/2/DCG2/32A210,412/3/3/DCG3/32A310
DN_MADE;241;2;DN MADE;DIPLOME NATIONAL DES METIERS D'ART ET DU DESIGN;06;(DN);N;DGESIP A1-2;3;Diplôme national des métiers d'art et du design;248;DN MADE ;ministère de l'enseignement supérieur et de la recherche;418/3/1/1MADE3/327100,418/3/2/2MADE3/327200,418/3/3/3MADE3/327300
BPJEPS;446;4;BP JEPS;BREVET PROFESSIONNEL DE LA JEUNESSE, DE L'EDUCATION POPULAIRE ET DU SPORT;04;(BP JEPS);E51;DEPPA1;1;Brevet professionnel de la jeunesse, de l'éducation populaire et du sport;446;BPJEPS ;Ministère des sports et des jeux Olympiques et Paralympiques;
BUT;251;2;BUT;BACHELOR UNIVERSITAIRE DE TECHNOLOGIE;06;(BUT);E51;DEPPA1;3;Bachelor universitaire de technologie;253;BUT spécialité ;ministère de l'enseignement supérieur et de la recherche;
DUT;350;3;DUT;DIPLOME UNIVERSITAIRE DE TECHNOLOGIE;05;(DUT);E51;SPN DEP B5;2;Diplôme universitaire de technologie;350;DUT ;ministère de l'enseignement supérieur et de la recherche;
LICENCE;205;2;LIC LMD;LICENCE LMD;06;(LIC LMD);E51;DEPPA1;3;Licence;205;Licence mention ;ministère de l'enseignement supérieur et de la recherche;
LICENCE_PRO;250;2;LIC-PRO;LICENCE PROFESSIONNELLE;06;(LP);E51;DEPPA1;1;Licence professionnelle;250;Licence pro mention ;ministère de l'enseignement supérieur et de la recherche;
MASTER;135;1;MASTER PRO;MASTER PROFESSIONNEL;07;(MASTER);E51;DEPPA1;2;Master;132;Master mention ;ministère de l'enseignement supérieur et de la recherche;
INGENIEUR;170;1;ING;INGENIEURS RECONNUS (RCT..), NFI , ALTERNANCE;07;;E51;DEPPA1;3;Diplôme d'ingénieur;170;;ministère de l'enseignement supérieur et de la recherche;
TP3;56T;5;TH5-T;TH DE NIV 5 MINISTERE DU TRAVAIL - AFPA;03;(TP);E51;DEPPA1;1;Titre professionnel (TP de niveau 3);561;Titre professionnel ;Ministère du travail, de la santé et des solidarités;
TP4;46T;4;TH4-T;TH DE NIV 4 MINISTERE DU TRAVAIL - AFPA;04;(TP);E51;DEPPA1;1;Titre professionnel (TP de niveau 4);461;Titre professionnel ;Ministère du travail, de la santé et des solidarités;
TP5;36T;3;TH3-T;TH DE NIV 3 MINISTERE DU TRAVAIL - AFPA;05;(TP);E51;DEPPA1;1;Titre professionnel (TP de niveau 5);361;Titre professionnel ;Ministère du travail, de la santé et des solidarités;
TP6;26T;2;TH2-T;TH DE NIV 2 MINISTERE DU TRAVAIL - AFPA;06;(TP);E51;DEPPA1;1;Titre professionnel (TP de niveau 6);261;Titre professionnel ;Ministère du travail, de la santé et des solidarités;
TITRE3;56X;5;TH5-X;TH DE NIV 5 ORGANISMES GESTIONNAIRES DIVERS;03;;E51;DEPPA1;1;Autre titre inscrit sur demande au RNCP (niveau 3);565;;;
TITRE5;36X;3;TH3-X;TH DE NIV 3 ORGANISMES GESTIONNAIRES DIVERS;05;;E51;DEPPA1;1;Autre titre inscrit sur demande au RNCP (niveau 5);365;;;
TITRE5C;36C;3;TH3-C;TH DE NIV 3 DES CCI ET MINISTERE COMMERCE ARTISANAT PME;05;;E51;DEPPA1;1;Autre titre inscrit sur demande au RNCP (niveau 5);365;;;
TITRE6;26X;2;TH2-X;TH DE NIV 2 ORGANISMES GESTIONNAIRES DIVERS;06;;E51;DEPPA1;1;Autre titre inscrit sur demande au RNCP (niveau 6);265;;;
TITRE7;16X;1;TH1-X;TH DE NIV 1 ORGANISMES GESTIONNAIRES DIVERS;07;;E51;DEPPA1;2;Autre titre inscrit sur demande au RNCP (niveau 7);165;;;
`;

/**
 * @typedef {object} Famille
 * @property {string} niveau first three characters of the CFD
 * @property {string} court
 * @property {string} interministeriel
 * @property {string} libelle
 * @property {string} rncp
 * @property {number} europe 0 where the family has no level
 * @property {string} suffixe
 * @property {string} table
 * @property {string} gestionnaire
 * @property {number} duree
 * @property {string} type
 * @property {string} codeType
 * @property {string} prefixe
 * @property {string} certificateur
 * @property {readonly (readonly [string, number, number, string, string])[]} mefs
 */

function mefsDe(texte) {
  if (texte === '') return [];
  return texte.split(',').map((mef) => {
    const [dispositif, duree, annee, mnemonique, statistique] = mef.split('/');
    return [dispositif, Number(duree), Number(annee), mnemonique, statistique];
  });
}

/** @type {Record<string, Famille>} */
export const FAMILLES = Object.fromEntries(
  LIGNES.split('\n')
    .filter((ligne) => ligne !== '')
    .map((ligne) => {
      const [
        cle,
        niveau,
        interministeriel,
        court,
        libelle,
        rncp,
        suffixe,
        table,
        gestionnaire,
        duree,
        type,
        codeType,
        prefixe,
        certificateur,
        mefs,
      ] = ligne.split(';');
      const famille = {
        niveau,
        interministeriel,
        court,
        libelle,
        rncp,
        europe: Number(rncp) || 0,
        suffixe,
        table,
        gestionnaire,
        duree: Number(duree),
        type,
        codeType,
        prefixe,
        certificateur,
        mefs: mefsDe(mefs),
      };
      return [cle, famille];
    }),
);
