/**
 * The apprenticeship offer of the Carif-Oref: free text of training organisations.
 *
 * Ordinary rows, one line a label: label;CFD;rows;codes. Codes: c code scolarité, r RNCP; `-` none.
 */
export const ORDINAIRES = `
BTS négociation et digitalisation de la relation client;32031212;4;cr
BTS Négociation et Digitalisation de la Relation Client (NDRC) (Apprentissage);32031212;2;c
BTS management commercial opérationnel (Apprentissage);32031213;4;cr
BTS Management Commercial Opérationnel - MCO;32031213;2;r
BTS gestion de la PME (en apprentissage);32031409;3;cr
BTS comptabilité et gestion;32031408;3;cr
BTS Support à l'Action Managériale (SAM) Session 2026-2028;32032409;2;cr
BTS électrotechnique;32025520;2;cr
BTS maintenance des systèmes option A : systèmes de production;32025014;2;cr
BTS travaux publics (Apprentissage);32023206;1;cr
BTS professions immobilières;32031312;2;cr
BTSA aménagements paysagers;32321401;2;cr
BTSA viticulture oenologie (en apprentissage);32321112;1;cr
CAP cuisine;50022146;4;cr
CAP Boulanger (Apprentissage);50022137;3;cr
CAP pâtissier;50022141;3;cr
CAP équipier polyvalent du commerce - EPC;50031224;3;cr
CAP Métiers de la coiffure;50033616;2;cr
CAP maçon;50023224;2;cr
CAP électricien;50025524;2;cr
CAP monteur en installations sanitaires;50023324;1;cr
CAP commercialisation et services en hôtel-café-restaurant;50033413;2;cr
CAPa jardinier paysagiste;50321405;2;cr
CAPa métiers de l'agriculture - production animale;50321130;1;cr
Bac pro métiers de l'électricité et de ses environnements connectés - MELEC;40025520;2;cr
Bac pro maintenance des matériels option A : matériels agricoles;40025219;1;cr
Bac pro métiers du commerce et de la vente option A : animation et gestion de l'espace commercial;40031213;2;cr
BAC PRO Aménagements Paysagers;40321405;1;cr
Bac pro services aux personnes et animation des territoires (en apprentissage);40333003;1;cr
BP coiffure;45033608;2;cr
BP maçon (Apprentissage);45023216;1;cr
BP Arts de la Cuisine;45022111;1;cr
Titre professionnel développeur web et web mobile;36T32604;2;cr
Titre professionnel manager d'unité marchande;36T31201;2;cr
Titre professionnel gestionnaire de paie (Apprentissage);36T31501;1;cr
Titre professionnel conseiller de vente;46T31203;2;cr
Titre professionnel commis de cuisine;56T22101;1;cr
Diplôme d'État d'éducateur spécialisé;26033202;1;cr
Licence pro mention commerce et distribution - Parcours DistriSup management;2503123A;1;cr
Licence pro mention métiers de l'informatique : applications web;2503263D;1;cr
Master gestion des ressources humaines;13531550;1;cr
Master 2 mention marketing, vente;13531276;1;cr
BUT techniques de commercialisation parcours marketing et management du point de vente;25131205;1;cr
DCG - Diplôme de comptabilité et de gestion;26031403;1;cr
`;

/**
 * Hard rows: label;code scolarité;RNCP;type column of Certif Info (CFD it is copied from);case;status;
 * certification;why. `=` in RNCP copies the diploma's own.
 */
export const CAS = `
Certificat de spécialisation animation gestion de projets dans le secteur sportif;1033501;=;46133501;zero_perdu;apparie;CFD:46133501;zéro perdu et code d’avant 2024
Mention Complémentaire (MC) boulangerie spécialisée;1022107;=;56122107;zero_perdu;apparie;CFD:56122107;zéro perdu et code d’avant 2024
MC coiffure coupe couleur;1033605;;56133605;zero_perdu;apparie;CFD:56133605;zéro perdu, type ancien
Mention complémentaire aéronautique option avionique;1025312;;46125312;zero_perdu;apparie;CFD:46125312;zéro perdu, option
MC employé traiteur (Apprentissage);1022103;=;56122103;zero_perdu;apparie;CFD:56122103;zéro perdu et code d’avant 2024
MC technicien(ne) en énergies renouvelables option B énergie thermique;1022705;;46122705;zero_perdu;apparie;CFD:46122705;zéro perdu, option B
Assistant(e) ressources humaines;36T31502;=;36T31502;forme_feminine;apparie;CFD:36T31502;forme féminine, code exact
Secrétaire comptable H/F;46T32403;=;46T32403;forme_feminine;apparie;CFD:46T32403;mention H/F
Négociateur(trice) technico-commercial(e);;=;36T31203;forme_feminine;apparie;CFD:36T31203;formes féminines, RNCP seul
Conseiller(ère) commercial(e);;;46T31202;forme_feminine;a_verifier|apparie;CFD:46T31202;formes féminines, sans code
Titre professionnel vendeur(se) conseil en magasin;;;46T31203;libelle_perime;a_verifier;CFD:46T31203;ancien nom du titre conseiller de vente
Électricien(ne) d'équipement du bâtiment (Apprentissage);56T25506;;56T25506;forme_feminine;apparie;CFD:56T25506;forme féminine
BP électricien(ne);45025516;;45025517;code_perime;apparie;CFD:45025517;code fermé en 2025, nom masculin depuis
CAP Coiffure;50033610;;50033616;code_perime;apparie;CFD:50033616;code fermé en 2020
CAP petite enfance;50033204;;50033205;code_perime;apparie;CFD:50033205;nom d’usage et code fermé en 2022
CAP Employé de vente spécialisé option A produits alimentaires;50031215;;50031224;fusion;a_verifier|apparie;CFD:50031224;trois CAP fondus en un
Bac pro systèmes numériques option C RISC;40025515;;40025519;fusion;a_verifier|apparie;CFD:40025519;options fondues dans le bac pro CIEL
Bac pro ASSP option en structure;40033004;;40033007;fusion;a_verifier|apparie;CFD:40033007;deux options fondues
Bac pro métiers du pressing et de la blanchisserie;40024002;;40024005;scission;a_verifier;;deux successeurs
Bac pro gestion-administration;40030001;;40030004;code_disparu;apparie|a_verifier;CFD:40030004;seul l’ancien millésime a encore ce code
BTS assistant de gestion PME-PMI;32031407;;32031409;code_disparu;apparie|a_verifier;CFD:32031409;seul l’ancien millésime a encore ce code
BTS esthétique cosmétique;32033602;;32033608;scission_puis_renovation;a_verifier;;deux successeurs, eux-mêmes rénovés
BTS négociation et digitalisation de la relation client;32031213;;32031212;code_libelle_contradictoires;a_verifier;;code du MCO
CAP boulanger;50022141;;50022137;code_libelle_contradictoires;a_verifier;;code du pâtissier
Bac pro maintenance des matériels option parcs et jardins;40025220;;40025221;code_libelle_contradictoires;a_verifier;;code de l’option B, libellé de l’option C
BTS gestion de la PME;32031409;38362;32031409;codes_contradictoires;a_verifier;CFD:32031409;RNCP du MCO
CS conduite d'un élevage bovin;46321220;;46321220;distinguant_absent;a_verifier|apparie;CFD:46321220;lait ou viande : le code seul le dit
CS conduite d'un élevage bovin viande;;;46321222;distinguant;apparie;CFD:46321222;un seul mot sépare les deux certificats
BTS services informatiques aux organisations;32032612;;32032613;premiere_annee_commune;apparie;CFD:32032612;CFD d’entrée, sans option
BTS SIO option SLAM - Solutions Logicielles et Applications Métiers;;=;32032614;option;apparie|a_verifier;CFD:32032614;la fiche RNCP est commune aux deux options
BTS management en hôtellerie restauration option B management d'unité de production culinaire;32033424;;32033424;option;apparie;CFD:32033424;option précise
BTS métiers de l'esthétique cosmétique parfumerie option A management;32033603;;32033609;code_perime;apparie;CFD:32033609;code fermé en 2024, option renommée
Responsable du développement commercial;;;26X31290;deux_certificateurs;a_verifier;;deux certificateurs
Responsable du développement commercial - Institut Valois;;;26X31290;deux_certificateurs;a_verifier|apparie;CFD:26X31290;l’école nomme le certificateur
Responsable du développement commercial (Groupe Campus d'Ormelle);;37849;26X31291;deux_certificateurs;apparie;CFD:26X31291;le RNCP départage
Assistant(e) ressources humaines - CCI du Val d'Ormelle;36C31590;=;36C31590;nom_d_ecole;apparie;CFD:36C31590;code avec lettre
Développeur(se) web - École numérique de Montreval;36X32690;=;36X32690;nom_d_ecole;apparie;CFD:36X32690;nom de l’école
Bachelor chargé de communication et webmarketing;26X32090;=;26X32090;nom_commercial;apparie;CFD:26X32090;nom commercial devant le titre
Mastère manager de la stratégie marketing;;38586;16X31290;nom_commercial;apparie|a_verifier;CFD:16X31290;nom commercial, RNCP seul
Programme Business & Management 3e année;;;26X31290;libelle_insuffisant;sans_correspondance|a_verifier;;ne nomme aucune certification
Prépa apprentissage;;;50031224;hors_certification;sans_correspondance|a_verifier;;action préparatoire
Préparation aux métiers de la petite enfance;;;50033205;hors_certification;sans_correspondance|a_verifier;;action préparatoire
DEAES - Diplôme d'État d'accompagnant éducatif et social;56033207;=;56033207;sigle;apparie;CFD:56033207;sigle devant le nom
BPJEPS éducateur sportif mention golf;44633503;=;44633503;ordinaire;apparie;CFD:44633503;
Ingénieur diplômé de l'Institut polytechnique de Montreval spécialité informatique;17032690;=;17032690;ordinaire;apparie;CFD:17032690;
Licence pro développement de projets de territoires;;;25021021;sise_sans_cfd;apparie|a_verifier;SISE:2400037;licence professionnelle sans CFD
DUT techniques de commercialisation;35031202;;35031202;ferme_sans_successeur;a_verifier;CFD:35031202;diplôme fermé en 2023, sans lien vers le BUT
BTS Management Commercial Opérationel;;;32031213;coquille_libelle;apparie|a_verifier;CFD:32031213;une lettre manque
BTS CIEL option B électronique et réseaux;;;32025521;sigle;apparie|a_verifier;CFD:32025521;sigle et option
CAP AEPE Accompagnant Educatif Petite Enfance 2 ans;50033205;=;50033205;sigle;apparie;CFD:50033205;sigle, durée
`;
