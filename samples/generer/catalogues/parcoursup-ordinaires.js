/**
 * Rows of Parcoursup that a good matcher accepts without help, though the labels chatter.
 *
 * One line a label: type;label;CFD;school rows;apprenticeship rows;codes given. Codes: m CODEMEF, c CODECFD,
 * r LISTE_RNCP, i LISTE_IDEO, s CODESISE, k ID_RCO (on the first apprenticeship row only); `-` none.
 */
export const ORDINAIRES = `
BTS - Services;Négociation et digitalisation de la Relation Client;32031212;14;9;mcrik
BTS - Services;Management Commercial Opérationnel;32031213;15;9;mcrik
BTS - Services;Gestion de la PME;32031409;9;6;mcri
BTS - Services;Comptabilité et gestion;32031408;9;5;mcri
BTS - Services;Support à l'action managériale;32032409;6;3;mcri
BTS - Services;Commerce International;32031215;6;1;mcri
BTS - Services;Conseil et commercialisation de solutions techniques;32031216;3;3;mcri
BTS - Services;Professions immobilières;32031312;2;3;mcrik
BTS - Services;Banque;32031313;2;2;mcri
BTS - Services;Assurance;32031311;2;1;mcri
BTS - Services;Gestion des transports et logistique associée;32031103;2;3;mcri
BTS - Services;Communication;32032003;4;2;mcri
BTS - Services;Tourisme;32033426;6;1;mcri
BTS - Services;Services et prestations des secteurs sanitaire et social;32033002;3;1;mcri
BTS - Services;Economie sociale familiale;32033206;3;0;mcri
BTS - Services;Collaborateur juriste notarial;32034502;2;0;mcri
BTS - Services;Biologie médicale;32033112;2;0;mcri
BTS - Services;Opticien lunetier;32033107;2;1;mcri
BTS - Services;Métiers de la coiffure;32033607;1;1;mc
BTS - Services;Photographie;32032325;1;0;mc
BTS - Services;Métiers de l'audio-visuel opt : métiers du son;32032330;2;0;mc
BTS - Services;Métiers de l'audio-visuel opt : métiers de l'image;32032329;2;0;mc
BTS - Services;Métiers de l'audio-visuel opt : gestion de la production;32032328;1;0;mc
BTS - Services;Management opérationnel de la sécurité;32034401;1;1;mcri
BTS - Services;Métiers des services à l'environnement;32034305;1;1;mcri
BTS - Services;Edition;32032208;1;0;mc
BTS - Production;Conception des produits industriels;32020009;3;1;mcri
BTS - Production;Conception et réalisation de systèmes automatiques;32020111;3;2;mcri
BTS - Production;Contrôle industriel et régulation automatique;32020113;2;1;mc
BTS - Production;Cybersécurité, Informatique et réseaux, ELectronique - Option A : Informatique et réseaux;32020116;4;2;mcrik
BTS - Production;Cybersécurité, Informatique et réseaux, ELectronique - Option B : Electronique et réseaux;32025521;3;1;mcri
BTS - Production;Electrotechnique;32025520;7;5;mcri
BTS - Production;Maintenance des systèmes - option A Systèmes de production;32025014;4;3;mcri
BTS - Production;Maintenance des systèmes - option B Systèmes énergétiques et fluidiques;32025015;2;1;mcri
BTS - Production;Maintenance des systèmes - option C Systèmes éoliens;32025016;1;0;mc
BTS - Production;Maintenance des systèmes - option D Systèmes ascenseurs et élévateurs;32025017;0;1;mcri
BTS - Production;Maintenance des véhicules option voitures particulières;32025215;2;2;mcri
BTS - Production;Maintenance des véhicules option véhicules de transport routier;32025216;1;1;mcri
BTS - Production;Travaux publics;32023206;2;2;mcri
BTS - Production;Bâtiment;32023012;3;1;mcri
BTS - Production;Management économique de la construction;32023013;2;1;mc
BTS - Production;Métiers du géomètre-topographe et de la modélisation numérique;32023108;1;1;mcri
BTS - Production;Systèmes constructifs bois et habitat;32023412;1;0;mc
BTS - Production;Fluides - énergies - domotique - Option A Génie climatique et fluidique;32022709;2;1;mcri
BTS - Production;Fluides - énergies - domotique - Option B Froid et conditionnement d'air;32022710;1;1;mcri
BTS - Production;Conception et réalisation en chaudronnerie industrielle;32025415;1;2;mcri
BTS - Production;Métiers de la chimie;32022208;2;0;mc
BTS - Production;Bioanalyses en laboratoire de contrôle;32022209;1;1;mc
BTS - Production;Aéronautique;32025303;2;1;mcri
BTS - Production;Innovations textiles - Option A : Structures;32024111;1;0;mc
BTS - Production;Europlastics et composites à référentiel commun européen - option Conception d'Outillage;32022505;1;0;mc
BTS - Production;Pilotage des procédés;32022003;1;1;mcri
BTS - Production;Techniques et services en matériels agricoles;32025213;1;1;mcri
BTS - Agricole;Agronomie et cultures durables;32321115;3;1;mcri
BTS - Agricole;Métiers de l'élevage : développement, production, conseil;32321207;2;2;mcri
BTS - Agricole;Aménagements paysagers;32321401;2;2;mcri
BTS - Agricole;Viticulture-Oenologie;32321112;2;1;mcri
BTS - Agricole;Gestion et protection de la nature;32321308;2;1;mc
BTS - Agricole;Technico-commercial - Spécialité vins, bières et spiritueux;32331202;1;2;mcri
BTS - Agricole;QUalité, ALimentation, Innovation et Maîtrise Sanitaire (BioQUALIM) produits laitiers;32322116;1;1;mc
BTS - Agricole;Analyses biologiques, biotechnologiques, agricoles et environnementales;32322115;1;0;mc
BTS - Agricole;Développement, animation des projets territoriaux;32334101;1;0;mc
Certificat de Spécialisation;Animation-gestion de projets dans le secteur sportif;46133501;2;1;mcri
Certificat de Spécialisation;Cybersécurité;46125509;1;1;mcri
Certificat de Spécialisation;Aéronautique option avionique;46125312;1;0;mc
Certificat de Spécialisation;Organisateur de réception;46133412;1;0;mc
Certificat de Spécialisation;Technicien en énergies renouvelables (option énergie électrique);46122704;1;1;mcri
Certificat de Spécialisation Agricole;Conduite d'un élevage bovin lait;46321220;0;1;cri
D.E secteur social;D.E Educateur Spécialisé;26033202;2;1;mri
D.E secteur social;D.E Assistant de Service Social;26033205;1;0;mri
D.E secteur social;D.E Educateur de Jeunes Enfants;26033203;1;0;mri
D.E secteur sanitaire;D.E Infirmier;26033101;3;0;ri
D.E secteur sanitaire;D.E Ergothérapeute;26033102;1;0;ri
DCG;Diplôme de Comptabilité et Gestion;26031403;2;1;mcri
DN MADE;Graphisme - Spécialité : Design éditorial et multimédia;24132601;1;0;mri
DN MADE;Spectacle - Spécialité : Costumier de spectacle;24132301;1;0;mri
DN MADE;Numérique - Spécialité : Design d'interaction;24132602;1;0;mri
Licence - Droit-économie-gestion;Droit;20512806;2;0;is
Licence - Droit-économie-gestion;Economie et gestion;20512212;2;0;is
Licence - Droit-économie-gestion;Gestion;20531023;1;0;is
Licence - Sciences humaines et sociales;Psychologie;20512403;2;0;is
Licence - Sciences humaines et sociales;Histoire;20512604;2;0;is
Licence - Sciences humaines et sociales;Sociologie;20512301;1;0;s
Licence - Sciences - technologies - santé;Informatique;20532618;2;0;is
Licence - Sciences - technologies - santé;Mathématiques;20511437;1;0;is
Licence - Sciences - technologies - santé;Sciences de la vie;20511803;2;0;is
Licence - Arts-lettres-langues;Langues étrangères appliquées - Parcours Anglais - Espagnol;20513635;2;0;is
Licence professionnelle;Commerce et distribution;2503123A;1;2;ris
Licence professionnelle;E-commerce et marketing numérique;2503123C;0;1;ris
Licence professionnelle;Métiers du BTP : bâtiment et construction;25023227;0;1;ris
BUT - Service;Techniques de commercialisation - Parcours business international : achat et vente;25131203;1;0;ri
BUT - Production;Réseaux et télécommunications - Parcours cybersécurité;25132608;1;1;ris
Formation professionnelle;Titre professionnel Développeur web et web mobile (Bac +2);36T32604;0;2;cri
Formation professionnelle;Titre professionnel Manager d'Unité Marchande (Bac +2);36T31201;0;2;cri
Formation professionnelle;Titre professionnel Gestionnaire de paie (Bac +2);36T31501;0;1;ri
BPJEPS;Spécialité éducateur sportif - Mention activités physiques pour tous;44633506;0;1;cri
`;

/** Types of Parcoursup, with their CODEFORMATION and the establishments that run them. */
export const TYPES = {
  'BTS - Services': ['43', ['L', 'L', 'L', 'LP'], ['C']],
  'BTS - Production': ['42', ['L', 'L', 'LP'], ['C']],
  'BTS - Agricole': ['66', ['A'], ['CA', 'A']],
  'Certificat de Spécialisation': ['62', ['L', 'LP'], ['C']],
  'Certificat de Spécialisation Agricole': ['48', ['A'], ['CA']],
  'D.E secteur social': ['56000', ['S'], ['S']],
  'D.E secteur sanitaire': ['55000', ['S'], ['S']],
  DCG: ['82', ['L'], ['L']],
  'DN MADE': ['840', ['L'], ['L']],
  'Licence - Droit-économie-gestion': ['3002', ['U'], ['U']],
  'Licence - Sciences humaines et sociales': ['3003', ['U'], ['U']],
  'Licence - Sciences - technologies - santé': ['3004', ['U'], ['U']],
  'Licence - Arts-lettres-langues': ['3001', ['U'], ['U']],
  'Licence - STAPS': ['3005', ['U'], ['U']],
  'Licence professionnelle': ['3100', ['U', 'I'], ['U', 'I']],
  'BUT - Service': ['52', ['I'], ['I']],
  'BUT - Production': ['51', ['I'], ['I']],
  'Formation professionnelle': ['68', ['E'], ['E', 'C']],
  BPJEPS: ['640', ['E'], ['E']],
  FCIL: ['63', ['LP', 'L'], ['C']],
  CPGE: ['1', ['L'], ['L']],
  'Mise à niveau': ['60', ['L'], ['L']],
  "Diplôme d'établissement": ['78', ['U'], ['U']],
  "Formations  des écoles d'ingénieurs": ['21', ['E', 'U'], ['E']],
  'Formation des écoles de commerce et de management': ['24', ['E'], ['E']],
  Master: ['3200', ['U'], ['U']],
};
