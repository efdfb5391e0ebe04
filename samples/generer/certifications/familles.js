/**
 * The diploma families of the samples. `mefs` lists the dispositifs that the family is taught in:
 * [dispositif, duration, year, mnemonic, first six characters of MEF_STAT_11].
 */
const annees = (dispositif, duree, liste) => liste.map(([annee, mnemonique, stat]) => [dispositif, duree, annee, mnemonique, stat]);

const BTS_MEFS = [
  ...annees('311', 2, [[1, '1BTS2', '322110'], [2, '2BTS2', '322210']]),
  ...annees('310', 1, [[1, '1BTS1', '321110']]),
];
const CAP_MEFS = [
  ...annees('241', 2, [[1, '1CAP2', '232100'], [2, '2CAP2', '232200']]),
  ...annees('240', 1, [[1, '1CAP1', '231100']]),
];
const TITRE_RNCP = 'Autre titre inscrit sur demande au RNCP';

/**
 * @typedef {object} Famille
 * @property {string} niveau first three characters of the CFD
 * @property {string} court LIBELLE_COURT
 * @property {string} interministeriel
 * @property {string} libelle LIBELLE_100 of the level
 * @property {string} rncp NIVEAU_QUALIFICATION_RNCP
 * @property {number} europe
 * @property {string} suffixe what LIBELLE_LONG_200 ends with
 * @property {'N' | 'E51'} table where the diploma is listed
 * @property {string} gestionnaire
 * @property {number} duree years
 * @property {string} type Libelle_Type_Diplome of Certif Info
 * @property {string} codeType
 * @property {string} prefixe what the Certif Info label starts with
 * @property {string} certificateur
 * @property {readonly (readonly [string, number, number, string, string])[]} mefs
 */

const EN = "Ministère de l'éducation nationale et de la jeunesse";
const ESR = "ministère de l'enseignement supérieur et de la recherche";
const AGRI = "Ministère de l’agriculture et de la souveraineté alimentaire";
const TRAVAIL = 'Ministère du travail, de la santé et des solidarités';

const f = (cle, niveau, interministeriel, court, libelle, rncp, suffixe, table, gestionnaire, duree, type, codeType, prefixe, certificateur, mefs = []) =>
  [cle, { niveau, interministeriel, court, libelle, rncp, europe: Number(rncp) || 0, suffixe, table, gestionnaire, duree, type, codeType, prefixe, certificateur, mefs }];

/** @type {Record<string, Famille>} */
export const FAMILLES = Object.fromEntries([
  f('BTS', '320', '3', 'BTS', 'BREVET DE TECHNICIEN SUPERIEUR', '05', '(BTS)', 'N', 'DGESIP A2', 2, 'Brevet de technicien supérieur', '320', 'BTS ', EN, BTS_MEFS),
  f('BTSA', '323', '3', 'BTSA', 'BREVET DE TECHNICIEN SUPERIEUR AGRICOLE', '05', '(BTSA)', 'N', 'MAP DGER MISSI', 2, 'Brevet de technicien supérieur agricole', '323', 'BTSA ', AGRI, [
    ...annees('371', 2, [[1, '1BTS2A', '322120'], [2, '2BTS2A', '322220']]), ...annees('370', 1, [[1, '1BTS1A', '321120']])]),
  f('CAP', '500', '5', 'CAP', "CERTIFICAT D'APTITUDE PROFESSIONNELLE", '03', '(CAP)', 'N', 'DGESCO A2-3', 2, "Certificat d'aptitude professionnelle", '500', 'CAP ', EN, CAP_MEFS),
  f('CAPA', '503', '5', 'CAPA', "CERTIFICAT D'APTITUDE PROFESSIONNELLE AGRICOLE", '03', '(CAPA)', 'N', 'MAP DGER MISSI', 2, "Certificat d'aptitude professionnelle agricole", '503', 'CAPa ', AGRI,
    annees('271', 2, [[1, '1CAP2A', '232110'], [2, '2CAP2A', '232210']])),
  f('BAC_PRO', '400', '4', 'BAC PRO', 'BAC PROFESSIONNEL', '04', '(BAC PRO)', 'N', 'DGESCO A2-3', 3, 'Baccalauréat professionnel', '400', 'Bac pro ', EN,
    annees('247', 3, [[1, '2NDPRO', '238100'], [2, '1ERPRO', '238200'], [3, 'TLEPRO', '238300']])),
  f('BAC_PRO_AGRICOLE', '403', '4', 'BAC PRO AG', 'BAC PROFESSIONNEL AGRICOLE', '04', '(BAC PRO AG)', 'N', 'MAP DGER MISSI', 3, 'Baccalauréat professionnel agricole', '403', 'Bac pro ', AGRI,
    annees('276', 3, [[1, '2DPROA', '238110'], [2, '1EPROA', '238210'], [3, 'TLPROA', '238310']])),
  f('BP', '450', '4', 'BP', 'BREVET PROFESSIONNEL', '04', '(BP)', 'N', 'DGESCO A2-3', 2, 'Brevet professionnel (Education nationale)', '450', 'BP ', EN,
    annees('254', 2, [[1, '1BP2', '251100'], [2, '2BP2', '251200']])),
  f('BPA4', '453', '4', 'BPA4', 'BREVET PROFESSIONNEL AGRICOLE DE NIVEAU IV', '04', '(BP)', 'N', 'MAP DGER MISSI', 2, 'Brevet professionnel (Agriculture)', '454', 'BP option ', AGRI, [['275', 9, 9, 'BPA4', '251000']]),
  f('MC', '010', '0', 'MC4', 'MENTION COMPLEMENTAIRE', 'XX', '(MC NIVEAU IV)', 'N', 'DGESCO A2-3', 1, 'Mention complémentaire (de niveau 4)', '437', 'MC ', EN, [['253', 1, 1, 'MC', '239100']]),
  f('CS4', '461', '4', 'CS4', 'CERTIFICAT DE SPECIALISATION DE NIVEAU 4', '04', '(CS4)', 'N', 'DGESCO A2-3', 1, 'Certificat de spécialisation (CS de niveau 4 Education Nationale)', '438', 'Certificat de spécialisation ', EN, [['258', 1, 1, 'CS-4', '23K000']]),
  f('CS3', '561', '5', 'CS3', 'CERTIFICAT DE SPECIALISATION DE NIVEAU 3', '03', '(CS3)', 'N', 'DGESCO A2-3', 1, 'Certificat de spécialisation (CS de niveau 3 Education Nationale)', '538', 'Certificat de spécialisation ', EN, [['257', 1, 1, 'CS-3', '23J000']]),
  f('CSA4', '463', '4', 'CSA NIV4', 'CERTIFICAT DE SPECIALISATION AGRICOLE DE NIVEAU 4', '04', '(CSA)', 'N', 'SPN AGRI', 1, 'Certificat de spécialisation (CS de niveau 4 Agriculture)', '463', 'CS ', AGRI, [['278', 9, 9, 'CSA4', '23G000']]),
  f('FCIL', '481', '4', 'FCND_4', 'FCIL & FC NON DIPLOMANTE POST NIVEAU_4', '04', '', 'N', 'DGESCO A1-4', 1, '', '', '', '', [['741', 1, 1, 'FCIL4', '442100']]),
  f('FCIL3', '381', '3', 'FCND_3', 'FCIL & FC NON DIPLOMANTE POST NIVEAU_3', '05', '', 'N', 'DGESCO A1-4', 1, '', '', '', '', [['742', 1, 1, 'FCIL3', '443100']]),
  f('DE_NIVEAU_6', '260', '2', 'DIV-2', 'AUTRES DIPLOMES DE NIVEAU II', '06', '', 'N', 'SPN', 3, "Autre diplôme d'Etat de niveau 6", '287', '', TRAVAIL,
    annees('441', 3, [[1, '1PD2-3', '521110'], [2, '2PD2-3', '521210'], [3, '3PD2-3', '521310']])),
  f('DE_NIVEAU_4', '460', '4', 'DIV-4', 'AUTRES DIPLOMES DE NIVEAU IV', '04', '', 'N', 'SPN', 1, "Autre diplôme d'Etat de niveau 4", '487', '', TRAVAIL, [['290', 1, 1, '1PD4-1', '511100']]),
  f('DE_NIVEAU_3', '560', '5', 'DIV-5', 'AUTRES DIPLOMES DE NIVEAU V', '03', '', 'N', 'DEPP A4', 1, "Autre diplôme d'Etat de niveau 3", '587', '', TRAVAIL, [['293', 1, 1, '1PD5-1', '511110']]),
  f('DCG', '260', '2', 'DCG', 'AUTRES DIPLOMES DE NIVEAU II', '06', '(DCG)', 'N', 'DGESIP A2', 3, 'Autre certification de niveau 6', '299', 'Diplôme de ', ESR,
    annees('412', 3, [[1, 'DCG1', '32A110'], [2, 'DCG2', '32A210'], [3, 'DCG3', '32A310']])),
  f('DN_MADE', '241', '2', 'DN MADE', "DIPLOME NATIONAL DES METIERS D'ART ET DU DESIGN", '06', '(DN)', 'N', 'DGESIP A1-2', 3, "Diplôme national des métiers d'art et du design", '248', 'DN MADE ', ESR,
    annees('418', 3, [[1, '1MADE3', '327100'], [2, '2MADE3', '327200'], [3, '3MADE3', '327300']])),
  f('BPJEPS', '446', '4', 'BP JEPS', "BREVET PROFESSIONNEL DE LA JEUNESSE, DE L'EDUCATION POPULAIRE ET DU SPORT", '04', '(BP JEPS)', 'E51', 'DEPPA1', 1, "Brevet professionnel de la jeunesse, de l'éducation populaire et du sport", '446', 'BPJEPS ', 'Ministère des sports et des jeux Olympiques et Paralympiques'),
  f('BUT', '251', '2', 'BUT', 'BACHELOR UNIVERSITAIRE DE TECHNOLOGIE', '06', '(BUT)', 'E51', 'DEPPA1', 3, 'Bachelor universitaire de technologie', '253', 'BUT spécialité ', ESR),
  f('DUT', '350', '3', 'DUT', 'DIPLOME UNIVERSITAIRE DE TECHNOLOGIE', '05', '(DUT)', 'E51', 'SPN DEP B5', 2, 'Diplôme universitaire de technologie', '350', 'DUT ', ESR),
  f('LICENCE', '205', '2', 'LIC LMD', 'LICENCE LMD', '06', '(LIC LMD)', 'E51', 'DEPPA1', 3, 'Licence', '205', 'Licence mention ', ESR),
  f('LICENCE_PRO', '250', '2', 'LIC-PRO', 'LICENCE PROFESSIONNELLE', '06', '(LP)', 'E51', 'DEPPA1', 1, 'Licence professionnelle', '250', 'Licence pro mention ', ESR),
  f('MASTER', '135', '1', 'MASTER PRO', 'MASTER PROFESSIONNEL', '07', '(MASTER)', 'E51', 'DEPPA1', 2, 'Master', '132', 'Master mention ', ESR),
  f('INGENIEUR', '170', '1', 'ING', 'INGENIEURS RECONNUS (RCT..), NFI , ALTERNANCE', '07', '', 'E51', 'DEPPA1', 3, "Diplôme d'ingénieur", '170', '', ESR),
  f('TP3', '56T', '5', 'TH5-T', 'TH DE NIV 5 MINISTERE DU TRAVAIL - AFPA', '03', '(TP)', 'E51', 'DEPPA1', 1, 'Titre professionnel (TP de niveau 3)', '561', 'Titre professionnel ', TRAVAIL),
  f('TP4', '46T', '4', 'TH4-T', 'TH DE NIV 4 MINISTERE DU TRAVAIL - AFPA', '04', '(TP)', 'E51', 'DEPPA1', 1, 'Titre professionnel (TP de niveau 4)', '461', 'Titre professionnel ', TRAVAIL),
  f('TP5', '36T', '3', 'TH3-T', 'TH DE NIV 3 MINISTERE DU TRAVAIL - AFPA', '05', '(TP)', 'E51', 'DEPPA1', 1, 'Titre professionnel (TP de niveau 5)', '361', 'Titre professionnel ', TRAVAIL),
  f('TP6', '26T', '2', 'TH2-T', 'TH DE NIV 2 MINISTERE DU TRAVAIL - AFPA', '06', '(TP)', 'E51', 'DEPPA1', 1, 'Titre professionnel (TP de niveau 6)', '261', 'Titre professionnel ', TRAVAIL),
  f('TITRE3', '56X', '5', 'TH5-X', 'TH DE NIV 5 ORGANISMES GESTIONNAIRES DIVERS', '03', '', 'E51', 'DEPPA1', 1, `${TITRE_RNCP} (niveau 3)`, '565', '', ''),
  f('TITRE5', '36X', '3', 'TH3-X', 'TH DE NIV 3 ORGANISMES GESTIONNAIRES DIVERS', '05', '', 'E51', 'DEPPA1', 1, `${TITRE_RNCP} (niveau 5)`, '365', '', ''),
  f('TITRE5C', '36C', '3', 'TH3-C', 'TH DE NIV 3 DES CCI ET MINISTERE COMMERCE ARTISANAT PME', '05', '', 'E51', 'DEPPA1', 1, `${TITRE_RNCP} (niveau 5)`, '365', '', ''),
  f('TITRE6', '26X', '2', 'TH2-X', 'TH DE NIV 2 ORGANISMES GESTIONNAIRES DIVERS', '06', '', 'E51', 'DEPPA1', 1, `${TITRE_RNCP} (niveau 6)`, '265', '', ''),
  f('TITRE7', '16X', '1', 'TH1-X', 'TH DE NIV 1 ORGANISMES GESTIONNAIRES DIVERS', '07', '', 'E51', 'DEPPA1', 2, `${TITRE_RNCP} (niveau 7)`, '165', '', ''),
]);
