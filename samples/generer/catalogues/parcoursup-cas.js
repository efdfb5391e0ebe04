/**
 * The hard rows of Parcoursup.
 *
 * type;label;route (s or a);rows;codes;case;expected status;expected certification;why. A status with a bar
 * accepts either, the first being preferred. Codes, parted by blanks: `m:` the first-year MEF of a CFD, `c:` a CFD as
 * given, `s:` a SISE, `r:` and `i:` the RNCP and Idéo of a CFD; with `!` instead of `:` the text as it stands.
 */
/** Chatter around a label that is otherwise plain. */
const BAVARDAGE = `
BTS - Services;Comptabilité et gestion - Entièrement en distanciel;s;2;m:32031408 c:32031408;bavardage_distanciel;apparie;CFD:32031408;le mode d’enseignement ne change pas le diplôme
BTS - Services;Management Commercial Opérationnel - en apprentissage - Entièrement en distanciel;a;1;m:32031213 c:32031213;bavardage_distanciel;apparie;CFD:32031213;voie et mode dans le même libellé
BTS - Production;Bâtiment - seconde année en apprentissage;s;2;m:32023012 c:32023012;bavardage_voie;apparie;CFD:32023012;entrée par la voie scolaire malgré le mot apprentissage
BTS - Services;Professions immobilières (Seconde année possible en apprentissage);s;1;m:32031312;bavardage_voie;apparie;CFD:32031312;entrée par la voie scolaire
BTS - Services;Gestion de la PME - statut d'apprenti possible sur tout ou partie du cursus;s;2;m:32031409;bavardage_voie;apparie;CFD:32031409;voie scolaire : le statut d’apprenti n’est que possible
BTS - Production;Electrotechnique - Parcours Marine Nationale, réservé aux candidats retenus par la Marine;s;1;m:32025520 c:32025520;bavardage_parcours;apparie;CFD:32025520;le parcours militaire prépare le même diplôme
BTS - Production;Maintenance des systèmes - option A Systèmes de production - Parcours Marine Nationale;s;1;-;bavardage_parcours;apparie;CFD:32025014;aucun code, option puis parcours
BTS - Services;Négociation et digitalisation de la Relation Client - en apprentissage - UFA lycée Honoré-Lacaze;a;1;m:32031212;bavardage_ufa;apparie;CFD:32031212;le nom de l’UFA est du bruit
BTS - Services;Tourisme - réservé aux Mises à Niveau;s;1;m:32033426;bavardage_public;apparie;CFD:32033426;public réservé
`;

/** Missing codes. */
const CODES_ABSENTS = `
BTS - Services;Conseil et commercialisation de solutions techniques - en apprentissage;a;1;-;codes_absents;apparie;CFD:32031216;libellé exact et unique, diplôme ouvert
BTS - Production;Architectures en Métal : conception et Réalisation;s;1;-;codes_absents;apparie;CFD:32025416;libellé exact et unique
BTS - Agricole;Gestion forestière - en apprentissage;a;1;-;codes_absents;apparie;CFD:32321304;libellé exact et unique
BTS - Services;Travaux publics;s;1;-;type_errone;apparie;CFD:32023206;rangé en Services alors qu’il est de Production : même famille BTS
Licence - Sciences - technologies - santé;Chimie;s;1;-;codes_absents;apparie;CFD:20511601;licence sans aucun code
`;

/** Stale codes and labels. */
const PERIMES = `
BTS - Services;Professions immobilières;s;2;m:32031309 c:32031309;code_perime;apparie;CFD:32031312;diplôme rénové, même libellé, un seul successeur
BTS - Production;Travaux publics - en apprentissage;a;1;m:32023107 c:32023107 r:32023107;code_perime;apparie;CFD:32023206;ancien CFD et ancien RNCP
BTS - Services;Communication - en apprentissage;a;1;m:32032003 c:32032002;codes_d_ages_differents;apparie;CFD:32032003;CFD périmé et MEF à jour désignent le même diplôme rénové
BTS - Services;Diététique;s;1;m:32033103 c:32033103;code_et_libelle_perimes;a_verifier|apparie;CFD:32033115;fermé la veille de la rentrée, successeur d’un autre nom
BTS - Production;Informatique et réseaux pour l'industrie et les services techniques;s;1;c:32020109;chaine_de_deux;a_verifier|apparie;CFD:32020116;deux rénovations successives : 32020109, 32020112, 32020116
BTS - Services;Management des unités commerciales;s;1;-;libelle_perime;a_verifier|apparie;CFD:32031213;ancien nom du MCO, sans code
BTS - Agricole;Productions animales;s;1;m:32321205;animale_vegetale;a_verifier|apparie;CFD:32321207;ancien nom, le jumeau végétal est 32321115
BTS - Agricole;Agronomie : Productions végétales - en apprentissage;a;1;c:32321113;animale_vegetale;a_verifier|apparie;CFD:32321115;le lien n’est écrit que du côté du successeur
BTS - Agricole;Technico-commercial;s;1;c:32321013;scission;a_verifier;;trois successeurs, rien ne dit lequel
BTS - Agricole;Technico-commercial - Spécialité univers jardins et animaux de compagnie - en apprentissage;a;1;c:32321013;scission;a_verifier|apparie;CFD:32331203;trois successeurs, le libellé choisit
BTS - Production;Peintures, encres et adhésifs;s;1;c:32022204;fusion;a_verifier|apparie;CFD:32022208;deux diplômes fondus en un
BTS - Production;Métiers de l'eau;s;1;c:32020118;ouverture_future;a_verifier|apparie;CFD:32020114;le code donné n’ouvre qu’à la rentrée 2027
BTS - Production;Bioqualité;s;1;-;ouverture_du_jour;apparie;CFD:32022107;deux diplômes du même nom : l’ancien ferme la veille, le nouveau ouvre le jour de la rentrée
Certificat de Spécialisation;Desserts de restaurant;s;1;c:01022105;chaine_de_deux;apparie;CFD:56122110;mention renumérotée en CS puis renommée
Certificat de Spécialisation;Employé barman;s;1;c:56133411;code_et_libelle_perimes;a_verifier|apparie;CFD:46133404;le successeur change de niveau et de nom
`;

/** Lost zeros and vanished codes. */
const ZEROS_PERDUS = `
Mention complémentaire;Animation-gestion de projets dans le secteur sportif - en apprentissage;a;1;c:1033501;zero_perdu;apparie;CFD:46133501;zéro initial perdu, et code disparu du millésime courant
Certificat de Spécialisation;Coiffure coupe couleur;s;1;c:1033605;zero_perdu;apparie;CFD:56133605;zéro initial perdu
Certificat de Spécialisation;Cybersécurité - en apprentissage;a;1;c:01025509 r:46125509;code_disparu;apparie;CFD:46125509;le CFD n’est plus que dans l’ancien millésime
Certificat de Spécialisation;Technicien en énergies renouvelables (option énergie thermique);s;1;c:01022705;code_disparu;apparie;CFD:46122705;renumérotation 010 → 461, option B
Certificat de Spécialisation;Assistance, conseil, vente à distance;s;1;m:01031201 c:01031201;code_disparu;apparie;CFD:46131201;MEF et CFD d’avant 2024
`;

/** Contradictions are never accepted. */
const CONTRADICTIONS = `
BTS - Services;Négociation et digitalisation de la Relation Client;s;1;m:32031213 c:32031212;codes_contradictoires;a_verifier;CFD:32031212;CFD du NDRC, MEF du MCO
BTS - Services;Comptabilité et gestion - en apprentissage;a;1;m:32031408 c:32031408 r:32031409;codes_contradictoires;a_verifier;CFD:32031408;le RNCP est celui de la Gestion de la PME
BTS - Production;Maintenance des systèmes - option B Systèmes énergétiques et fluidiques;s;1;m:32025015 c:32025014;codes_contradictoires;a_verifier;CFD:32025015;CFD de l’option A, MEF de l’option B
BTS - Services;Assurance;s;1;m:32031313 c:32031313;code_libelle_contradictoires;a_verifier;;codes du BTS Banque
BTS - Services;Management Commercial Opérationnel;s;1;m:32031212;code_libelle_contradictoires;a_verifier;;MEF du NDRC
BTS - Agricole;Métiers de l'élevage : développement, production, conseil;s;1;c:32321115;code_libelle_contradictoires;a_verifier;;code de l’agronomie : animale ou végétale ?
BTS - Production;Fluides - énergies - domotique - Option C Domotique et bâtiments communicants;s;1;m:32022710;code_libelle_contradictoires;a_verifier;;MEF de l’option B
Licence - Sciences humaines et sociales;Histoire;s;1;s:2300014;code_libelle_contradictoires;a_verifier;;code SISE de la psychologie
BTS - Services;Banque;s;1;m!3113999921 c:32039999;code_inconnu;a_verifier|apparie;CFD:32031313;codes absents de toute nomenclature, libellé exact
`;

/** Options and shared first years. */
const OPTIONS = `
BTS - Services;Management en hôtellerie restauration;s;4;m:32033422;premiere_annee_commune;apparie;CFD:32033422;sans option : le CFD d’entrée
BTS - Services;Management en hôtellerie restauration - en apprentissage;a;2;-;premiere_annee_commune;apparie;CFD:32033422;sans option ni code
BTS - Services;Services informatiques aux organisations;s;5;m:32032612 c:32032612;premiere_annee_commune;apparie;CFD:32032612;sans option : le CFD d’entrée
BTS - Services;Services informatiques aux organisations - opt. SLAM - en apprentissage;a;2;c:32032614;option_abregee;apparie;CFD:32032614;sigle de l’option B
BTS - Services;Services informatiques aux organisations option A : solutions d'infrastructure, systèmes et réseaux - en apprentissage;a;1;-;option;apparie;CFD:32032613;option A écrite en entier
BTS - Services;Métiers de l'esthétique-cosmétique-parfumerie;s;2;m:32033608;premiere_annee_commune;apparie;CFD:32033608;ancien nom du diplôme, MEF du tronc commun actuel
BTS - Production;Conception des processus de réalisation de produits (1ère année commune);s;2;m:32022316;premiere_annee_commune;apparie;CFD:32022316;tronc commun nommé
BTS - Services;Etudes de réalisation d'un projet de communication;s;1;m:32032209;premiere_annee_commune;apparie;CFD:32032209;sans option : le CFD d’entrée
BTS - Production;Traitement des matériaux option B : traitements de surfaces - en apprentissage;a;1;c:32022312;option;apparie;CFD:32022312;option précise malgré le tronc commun
BTS - Production;Maintenance des systèmes;s;1;-;option_absente;a_verifier;;quatre options, pas de tronc commun
BTS - Production;Maintenance des véhicules;s;1;-;option_absente;a_verifier;;trois options, pas de tronc commun
BUT - Service;Techniques de commercialisation;s;3;r:25131202 r:25131203 r:25131204 r:25131205;but_sans_parcours;a_verifier;;quatre parcours possibles, le choix se fait plus tard
BUT - Service;Gestion des entreprises et des administrations;s;2;-;but_sans_parcours;a_verifier;;plusieurs parcours possibles
BUT - Production;Génie électrique et informatique industrielle;s;1;-;but_sans_parcours;a_verifier;;plusieurs parcours possibles
BUT - Production;Informatique - Parcours réalisation d'applications : conception, développement, validation;s;1;-;but_parcours;apparie;CFD:25132605;parcours nommé, sans code
DN MADE;Animation - Spécialité : Cinéma d’animation 3D;s;1;c:24113401;scission;a_verifier|apparie;CFD:24113301;l’ancien code unique des DN MADE, une mention par successeur
`;

/** Typing errors and abbreviations. */
const FAUTES = `
BTS - Srevices;Support à l'action managériale;s;1;-;coquille_type;apparie;CFD:32032409;faute de frappe dans le type
BTS - Prodution;Aéronautique;s;1;-;coquille_type;apparie;CFD:32025303;faute de frappe dans le type
Certifcat de Spécialisation;Technicien en soudage;s;1;-;coquille_type;apparie;CFD:46125406;faute de frappe dans le type
BTS - Services;Négo. et digit. de la relation client;s;1;-;abreviation;a_verifier|apparie;CFD:32031212;mots coupés
BTS - Services;MCO - en apprentissage;a;1;-;sigle;a_verifier|apparie;CFD:32031213;sigle seul
BTS - Services;Comptabilite et gestoin;s;1;-;coquille_libelle;a_verifier|apparie;CFD:32031408;lettres inversées
BTS - Production;CIEL option A IR;s;1;-;sigle;a_verifier|apparie;CFD:32020116;sigle du diplôme et de l’option
`;

/** Licences and other higher-education diplomas. */
const SUPERIEUR = `
Licence - Droit-économie-gestion;Droit - Parcours Droit et langues;s;1;s:2300002;licence_parcours;apparie;CFD:20512806;le parcours ne change pas la mention
Licence - Droit-économie-gestion;Administration économique et sociale;s;2;s:2300006;sise_sans_cfd;apparie;SISE:2300006;aucun CFD : la certification est un SISE
Licence - Sciences humaines et sociales;Philosophie;s;2;-;sise_sans_cfd;apparie;SISE:2300016;aucun code, libellé exact
Licence - Arts-lettres-langues;Arts plastiques;s;1;s:2300023;sise_sans_cfd;apparie;SISE:2300023;SISE exact
Licence - STAPS;STAPS : éducation et motricité;s;1;s:2300135;sigle;apparie;CFD:20533510;sigle de la mention, SISE exact
Licence - STAPS;Portail STAPS;s;1;-;portail;a_verifier;;plusieurs mentions derrière le portail
Licence - Droit-économie-gestion;Double licence Droit / Histoire;s;1;-;double_licence;a_verifier;;deux certifications à la fois
Master;Économie sociale et solidaire;s;1;s:2500011;sise_sans_cfd;apparie;SISE:2500011;master sans CFD
Formations  des écoles d'ingénieurs;École supérieure d'ingénieurs du Val d'Ormelle - Spécialité mécatronique - en apprentissage;a;1;r:17025190;ingenieur;apparie;CFD:17025190;RNCP de la spécialité
Formations  des écoles d'ingénieurs;École supérieure d'ingénieurs du Val d'Ormelle - Cycle préparatoire intégré;s;1;-;ingenieur;a_verifier;;deux spécialités possibles
`;

/** Titles with several certifiers. */
const TITRES = `
Formation professionnelle;Responsable du développement commercial (Bac +3) - en apprentissage;a;1;-;deux_certificateurs;a_verifier;;même intitulé chez deux certificateurs
Formation professionnelle;Responsable du développement commercial (Bac +3) - en apprentissage;a;1;r:26X31290;deux_certificateurs;apparie;CFD:26X31290;le RNCP départage
Formation professionnelle;Assistant ressources humaines (Bac +2) - en apprentissage;a;1;-;deux_certificateurs;a_verifier;;titre professionnel, CCI ou institut privé
`;

/** Nothing to match. */
const SANS_CERTIFICATION = `
FCIL;Secrétariat médical;s;2;c:48199901;fcil;sans_correspondance|a_verifier;;code générique : le libellé n’est pas une certification
FCIL;Mécanique de compétition - préparation moteurs;s;1;m:48199901;fcil;sans_correspondance|a_verifier;;code générique
FCIL;Contrôle Technique;s;1;-;fcil;sans_correspondance|a_verifier;;sans code
CPGE;MPSI;s;3;-;hors_certification;sans_correspondance|a_verifier;;classe préparatoire : aucune certification
CPGE;ECG - Mathématiques approfondies + HGG;s;1;-;hors_certification;sans_correspondance|a_verifier;;classe préparatoire
Diplôme d'établissement;DU Tremplin pour les études de santé;s;1;-;hors_certification;sans_correspondance|a_verifier;;diplôme d’université
Mise à niveau;Mise à niveau scientifique;s;1;-;hors_certification;sans_correspondance|a_verifier;;année de préparation
Mise à niveau;Classe de mise à niveau en hôtellerie restauration;s;1;m:32033421;mise_a_niveau;apparie;CFD:32033421;la seule mise à niveau qui ait un code
Formation des écoles de commerce et de management;Programme Bachelor Business International;s;1;-;hors_certification;sans_correspondance|a_verifier;;diplôme d’école absent des référentiels
`;

/** Other code systems. */
const AUTRES_CODES = `
BTS - Services;Opticien-lunetier;s;1;i:32033107 i!TYPDISP.3;ideo_seul;apparie;CFD:32033107;un Idéo et un dispositif dans la même liste
BTS - Services;Tourisme - en apprentissage;a;1;r:32033426 r:32033420;rncp_multiples;apparie;CFD:32033426;fiche RNCP en vigueur et fiche précédente
BTS - Production;Systèmes photoniques;s;1;r!99123;code_inconnu;sans_correspondance|a_verifier;;diplôme et fiche absents des référentiels
`;

/** Lines that the import must refuse. */
const REFUS = `
BTS - Services;Gestion de la PME;s;1;m:32031409 uai!0549100A;refus_uai;refuse;;la clé de l’UAI est fausse
;;s;1;m:32031213;refus_libelle;refuse;;ni type ni spécialité
`;

export const CAS_PARCOURSUP = [
  BAVARDAGE,
  CODES_ABSENTS,
  PERIMES,
  ZEROS_PERDUS,
  CONTRADICTIONS,
  OPTIONS,
  FAUTES,
  SUPERIEUR,
  TITRES,
  SANS_CERTIFICATION,
  AUTRES_CODES,
  REFUS,
].join('');
