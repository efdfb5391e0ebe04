/**
 * Higher education: state diplomas, DCG, DN MADE, BUT, licences, licences professionnelles, masters, engineers.
 *
 * Same columns as bts.js, then the SISE code (Enquête 51). SISE_SEULS have no CFD at all.
 */
export const DE_NIVEAU_6 = `
26033101;331T;Infirmier ou infirmière (diplôme d'État);2009;;;;8940
26033102;331T;Ergothérapeute (diplôme d'État);2011;;;;18363
26033202;332T;Éducateur spécialisé (diplôme d'État);2018;;;;37676
26033203;332T;Éducateur de jeunes enfants (diplôme d'État);2018;;;;
26033205;332T;Assistant de service social (diplôme d'État);2018;;;;
`;

export const DE_NIVEAU_4 = `
46033104;331T;Aide-soignant (diplôme d'État);2021;;;;
46033105;331T;Auxiliaire de puériculture (diplôme d'État);2021;;;;
46033202;332T;Moniteur-éducateur (diplôme d'État);06/07/1990;;;;492
`;

export const DE_NIVEAU_3 = `
56033207;332T;Accompagnant éducatif et social (diplôme d'État);2021;;;;
`;

export const DCG = `
26031403;314M;Comptabilité et gestion (diplôme de);2007;;;;35526
`;

export const DN_MADE = `
24113301;133N;Métiers d'art et du design - animation;2024;;24113401;;
24113401;134F;Métiers d'art et du design;2019;2024;;24113301,24123002,24124201,24132301,24132601,24132602,24133501;
24123002;230N;Métiers d'art et du design - objet;2024;;24113401;;
24124201;242V;Métiers d'art et du design - mode;2024;;24113401;;
24132301;323V;Métiers d'art et du design - spectacle;2024;;24113401;;
24132601;326N;Métiers d'art et du design - graphisme;2024;;24113401;;
24132602;326N;Métiers d'art et du design - numérique;2024;;24113401;;
24133501;335N;Métiers d'art et du design - espace;2024;;24113401;;
`;

export const BPJEPS = `
44633503;335T;Spécialité éducateur sportif, mention golf;2003;;;;37109
44633506;335T;Spécialité éducateur sportif, mention activités physiques pour tous;2003;;;;37191
44633512;335T;Spécialité animateur, mention animation sociale;2005;;;;28557
`;

export const BUT = `
25111401;114G;Science des données : exploration et modélisation statistique;2021;;;;35401;2600101
25111402;114G;Science des données : visualisation, conception d'outils décisionnels;2021;;;;35402;2600102
25112801;128G;Carrières juridiques : administration et justice;2021;;;;35491;2600103
25120101;201M;Génie électrique et informatique industrielle : automatisme et informatique industrielle;2021;;;;35408;2600110
25123001;230N;Génie civil - construction durable : bureaux d'études conception;2021;;;;35485;2600120
25123002;230M;Génie civil - construction durable : travaux bâtiment;2021;;;;35482;2600121
25125001;250M;Génie électrique et informatique industrielle : électricité et maîtrise de l'énergie;2021;;;;35407;2600111
25131004;310M;Gestion des entreprises et des administrations : gestion, entrepreneuriat et management d'activités;2021;;;;35377;2600130
25131202;312P;Techniques de commercialisation : business développement et management de la relation client;2021;;;;35357;2600140
25131203;312M;Techniques de commercialisation : business international : achat et vente;2021;;;;35355;2600141
25131204;312M;Techniques de commercialisation : marketing digital, e-business et entrepreneuriat;2021;;;;35354;2600142
25131205;312P;Techniques de commercialisation : marketing et management du point de vente;2021;;;;35356;2600143
25131301;313M;Gestion des entreprises et des administrations : gestion comptable, fiscale et financière;2021;;;;35375;2600131
25131501;315M;Gestion des entreprises et des administrations : gestion et pilotage des ressources humaines;2021;;;;35376;2600132
25132602;326M;Informatique : administration, gestion et exploitation des données;2021;;;;35477;2600150
25132603;326N;Informatique : développement déploiement d'applications communicantes et sécurisées;2021;;;;35476;2600151
25132605;326T;Informatique : réalisation d'applications / conception, développement, validation;2021;;;;35475;2600152
25132608;326M;Réseaux et télécommunications : cybersécurité;2021;;;;35455;2600160
25132612;326M;Réseaux et télécommunications : réseaux opérateurs et multimédia;2021;;;;35456;2600161
25133202;332M;Carrières sociales : éducation spécialisée;2021;;;;35514;2600170
`;

/** The DUT of before the BUT, kept in the older vintage and in the Enquête 51, closed. */
export const DUT = `
35031202;312T;Techniques de commercialisation;05/08/1996;2023;;;2927;1002866
35032608;326T;Réseaux et télécommunications;2005;2023;;;20649;1002870
`;

export const LICENCE = `
20511437;114M;Mathématiques;2019;;;;24518;2300032
20511601;116M;Chimie;2020;;;;38701;2300034
20511803;118A;Sciences de la vie;2019;;;;39517;2300036
20512101;121G;Géographie et aménagement;2014;;;;24433;2300012
20512212;122M;Économie et gestion;2019;;;;39018;2300005
20512301;123A;Sociologie;2016;;;;39694;2300013
20512403;124A;Psychologie;2019;;;;39023;2300014
20512604;126A;Histoire;2019;;;;24430;2300010
20512806;128M;Droit;2019;;;;38186;2300002
20513635;136A;Langues étrangères appliquées;2019;;;;39173;2300028
20513636;136A;Langues, littératures et civilisations étrangères et régionales;2019;;;;24508;2300027
20520012;200M;Sciences pour l'ingénieur;2019;;;;38980;2300045
20531023;310M;Gestion;2019;;;;35924;2300004
20532002;320M;Information-communication;2019;;;;38189;2300021
20532618;326M;Informatique;2019;;;;24514;2300030
20533510;335T;Sciences et techniques des activités physiques et sportives : éducation et motricité;2019;;;;35972;2300135
20533511;335T;Sciences et techniques des activités physiques et sportives : entraînement sportif;2019;;;;35946;2300136
`;

export const LICENCE_PRO = `
25012812;128G;Activités juridiques : métiers du droit de l'immobilier;2019;;;;30038;2400007
25021021;210M;Agronomie;01/08/2019;;;;40322;2400014
25023227;232M;Métiers du BTP : bâtiment et construction;2019;;;;30141;2400121
25031140;311P;Management des processus logistiques;2019;;;;29992;2400072
2503123A;312M;Commerce et distribution;2019;;;;29740;2400030
2503123C;312M;E-commerce et marketing numérique;2019;;;;30060;2400039
2503123D;312M;Commercialisation de produits et services;2019;;;;29631;2400031
25031395;313W;Assurance, banque, finance : chargé de clientèle;2019;;;;40193;2400019
25032316;323M;Métiers du jeu vidéo;2021;;;;29970;2400147
2503263D;326N;Métiers de l'informatique : applications web;2019;;;;29965;2400130
2503263G;326T;Métiers de l'informatique : conception, développement et test de logiciels;2019;;;;29966;2400131
`;

export const MASTER = `
1351281L;128M;Droit des affaires;2019;;;;38159;2500110
13531276;312M;Marketing, vente;2019;;;;35907;2500025
13531391;313M;Finance;2019;;;;35913;2500022
13531444;314R;Comptabilité-contrôle-audit;2019;;;;35991;2500020
13531550;315M;Gestion des ressources humaines;2019;;;;35912;2500027
1353261J;326M;Informatique;2019;;;;39278;2500080
`;

export const INGENIEUR = `
17020190;200P;Ingénieur diplômé de l'École supérieure d'ingénieurs du Val d'Ormelle, spécialité génie industriel;2019;2028;;;36401;6009101
17025190;250M;Ingénieur diplômé de l'École supérieure d'ingénieurs du Val d'Ormelle, spécialité mécatronique;2019;2028;;;36402;6009102
17032690;326M;Ingénieur diplômé de l'Institut polytechnique de Montreval, spécialité informatique;2021;2029;;;36990;6009103
`;

/** SISE;type;secteur disciplinaire;label: diplomas that no CFD covers. */
export const SISE_SEULS = `
2300001;XA;36;Administration publique
2300006;XA;40;Administration économique et sociale
2300007;XA;37;Science politique
2300008;XA;70;Sciences sanitaires et sociales
2300011;XA;27;Histoire de l'art et archéologie
2300016;XA;26;Philosophie
2300023;XA;21;Arts plastiques
2300026;XA;19;Lettres
2300035;XA;43;Physique, chimie
2400037;DP;40;Développement de projets de territoires
2400047;DP;39;Gestion des organisations de l'économie sociale et solidaire
2500011;XB;38;Économie sociale et solidaire
M009101;RD;39;Diplôme de l'École de management de Montreval
`;
