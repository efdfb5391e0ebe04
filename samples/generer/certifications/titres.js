/** Titres professionnels (ministère du Travail) and titres of the RNCP; these certifiers are invented. Columns of bts.js. */
export const TP3 = `
56T22101;221T;Commis de cuisine;2012;2029;;;38722
56T23202;232S;Maçon;2009;2029;;;35309
56T25506;255S;Électricien d'équipement du bâtiment;2019;2028;;;37442
56T31201;312T;Employé commercial;2013;2028;;;37099
`;

export const TP4 = `
46T22709;227R;Technicien de maintenance CVC;2019;2029;;;38748
46T31202;312T;Conseiller commercial;2015;2028;;;37717
46T31203;312T;Conseiller de vente;2014;2028;;;37098
46T31401;314T;Comptable assistant;2012;2028;;;37121
46T32401;324T;Secrétaire assistant médico-social;2010;2025;;;36805
46T32403;324T;Secrétaire comptable;2011;2028;;;37123
`;

export const TP5 = `
36T31201;312P;Manager d'unité marchande;2010;2029;;;38676
36T31203;312T;Négociateur technico-commercial;2015;2029;;;39063
36T31401;314T;Gestionnaire comptable et fiscal;2016;2028;;;37949
36T31501;315T;Gestionnaire de paie;2006;2029;;;37948
36T31502;315T;Assistant ressources humaines;2016;2029;;;35030
36T32401;324P;Assistant de direction;2007;2029;;;38667
36T32604;326R;Développeur web et web mobile;2016;2028;;;37674
`;

export const TP6 = `
26T32601;326T;Concepteur développeur d'applications;2015;2029;;;37873
26T32603;326M;Administrateur d'infrastructures sécurisées;2019;2029;;;37680
`;

export const TITRE3 = `
56X31290;312T;Vendeur conseil en boutique (ASSOCIATION POUR L'ARTISANAT DU LAUZET);2021;2027;;;37902
`;

export const TITRE5 = `
36C31590;315T;Assistant en ressources humaines (CCI DU VAL D'ORMELLE);2019;2028;;;36612
36X31590;315T;Assistant ressources humaines (INSTITUT VALOIS);2020;2027;;;38045
36X32690;326T;Développeur web (ÉCOLE NUMÉRIQUE DE MONTREVAL);2021;2028;;;38436
36X31290;312T;Attaché commercial (INSTITUT VALOIS);2019;2027;;;37633
`;

export const TITRE6 = `
26X31290;312P;Responsable du développement commercial (INSTITUT VALOIS);2020;2028;;;36395
26X31291;312P;Responsable du développement commercial (GROUPE CAMPUS D'ORMELLE);2021;2027;;;37849
26X32090;320M;Chargé de communication et webmarketing (INSTITUT VALOIS);2021;2027;;;37705
26X32690;326N;Concepteur développeur web full stack (ÉCOLE NUMÉRIQUE DE MONTREVAL);2021;2028;;;39609
26X20090;200R;Responsable qualité sécurité environnement (GROUPE CAMPUS D'ORMELLE);2020;2028;;;37724
`;

export const TITRE7 = `
16X31290;312M;Manager de la stratégie marketing (INSTITUT VALOIS);2021;2027;;;38586
16X34090;340P;Manager des risques (GROUPE CAMPUS D'ORMELLE);2022;2027;;;38900
`;
