import { certification } from '../certifications/index.js';
import { lignesMef } from '../references/bcn-mef.js';

/** First-year MEF of a diploma, the one Parcoursup gives. @param {string} cfd */
export function mefDe(cfd) {
  return String(lignesMef(certification(cfd))[0]?.MEF ?? '');
}

const ideo = (cfd) => certification(cfd).ideo;
const rncp = (...cfds) => cfds.map((cfd) => certification(cfd).rncp).join(';');
const S = 'BTS - Services';
const P = 'BTS - Production';
const A = 'BTS - Agricole';
const CS = 'Certificat de Spécialisation';

const OK = 'apparie';
const REVUE = 'a_verifier';
/** Where nothing may be accepted, both refusals are right; the first is the better one. */
const RIEN = 'sans_correspondance|a_verifier';
const PRUDENT = 'a_verifier|apparie';

/**
 * The hard rows: what the row says, then [case, expected status, expected certification, why].
 * A status with a bar accepts either, the first being preferred.
 */
export const CAS_PARCOURSUP = [
  // Chatter around a label that is otherwise plain
  { type: S, libelle: 'Comptabilité et gestion - Entièrement en distanciel', n: 2, codes: { mef: mefDe('32031408'), cfd: '32031408' }, cas: ['bavardage_distanciel', OK, 'CFD:32031408', 'le mode d’enseignement ne change pas le diplôme'] },
  { type: S, libelle: 'Management Commercial Opérationnel - en apprentissage - Entièrement en distanciel', voie: 'a', codes: { mef: mefDe('32031213'), cfd: '32031213' }, cas: ['bavardage_distanciel', OK, 'CFD:32031213', 'voie et mode dans le même libellé'] },
  { type: P, libelle: 'Bâtiment - seconde année en apprentissage', n: 2, codes: { mef: mefDe('32023012'), cfd: '32023012' }, cas: ['bavardage_voie', OK, 'CFD:32023012', 'entrée par la voie scolaire malgré le mot apprentissage'] },
  { type: S, libelle: 'Professions immobilières (Seconde année possible en apprentissage)', codes: { mef: mefDe('32031312') }, cas: ['bavardage_voie', OK, 'CFD:32031312', 'entrée par la voie scolaire'] },
  { type: S, libelle: "Gestion de la PME - statut d'apprenti possible sur tout ou partie du cursus", n: 2, codes: { mef: mefDe('32031409') }, cas: ['bavardage_voie', OK, 'CFD:32031409', 'voie scolaire : le statut d’apprenti n’est que possible'] },
  { type: P, libelle: 'Electrotechnique - Parcours Marine Nationale, réservé aux candidats retenus par la Marine', codes: { mef: mefDe('32025520'), cfd: '32025520' }, cas: ['bavardage_parcours', OK, 'CFD:32025520', 'le parcours militaire prépare le même diplôme'] },
  { type: P, libelle: 'Maintenance des systèmes - option A Systèmes de production - Parcours Marine Nationale', codes: {}, cas: ['bavardage_parcours', OK, 'CFD:32025014', 'aucun code ; option puis parcours'] },
  { type: S, libelle: 'Négociation et digitalisation de la Relation Client - en apprentissage - UFA lycée Honoré-Lacaze', voie: 'a', codes: { mef: mefDe('32031212') }, cas: ['bavardage_ufa', OK, 'CFD:32031212', 'le nom de l’UFA est du bruit'] },
  { type: S, libelle: 'Tourisme - réservé aux Mises à Niveau', codes: { mef: mefDe('32033426') }, cas: ['bavardage_public', OK, 'CFD:32033426', 'public réservé'] },

  // Missing codes
  { type: S, libelle: 'Conseil et commercialisation de solutions techniques - en apprentissage', voie: 'a', codes: {}, cas: ['codes_absents', OK, 'CFD:32031216', 'libellé exact et unique, diplôme ouvert'] },
  { type: P, libelle: 'Architectures en Métal : conception et Réalisation', codes: {}, cas: ['codes_absents', OK, 'CFD:32025416', 'libellé exact et unique'] },
  { type: A, libelle: 'Gestion forestière - en apprentissage', voie: 'a', codes: {}, cas: ['codes_absents', OK, 'CFD:32321304', 'libellé exact et unique'] },
  { type: S, libelle: 'Travaux publics', codes: {}, cas: ['type_errone', OK, 'CFD:32023206', 'rangé en Services alors qu’il est de Production : même famille BTS'] },
  { type: 'Licence - Sciences - technologies - santé', libelle: 'Chimie', codes: {}, cas: ['codes_absents', OK, 'CFD:20511601', 'licence sans aucun code'] },

  // Stale codes and labels
  { type: S, libelle: 'Professions immobilières', n: 2, codes: { mef: mefDe('32031309'), cfd: '32031309' }, cas: ['code_perime', OK, 'CFD:32031312', 'diplôme rénové, même libellé, un seul successeur'] },
  { type: P, libelle: 'Travaux publics - en apprentissage', voie: 'a', codes: { mef: mefDe('32023107'), cfd: '32023107', rncp: rncp('32023107') }, cas: ['code_perime', OK, 'CFD:32023206', 'ancien CFD et ancien RNCP'] },
  { type: S, libelle: 'Communication - en apprentissage', voie: 'a', codes: { cfd: '32032002', mef: mefDe('32032003') }, cas: ['codes_d_ages_differents', OK, 'CFD:32032003', 'CFD périmé et MEF à jour désignent le même diplôme rénové'] },
  { type: S, libelle: 'Diététique', codes: { mef: mefDe('32033103'), cfd: '32033103' }, cas: ['code_et_libelle_perimes', PRUDENT, 'CFD:32033115', 'fermé la veille de la rentrée, successeur d’un autre nom'] },
  { type: P, libelle: "Informatique et réseaux pour l'industrie et les services techniques", codes: { cfd: '32020109' }, cas: ['chaine_de_deux', PRUDENT, 'CFD:32020116', 'deux rénovations successives : 32020109, 32020112, 32020116'] },
  { type: S, libelle: 'Management des unités commerciales', codes: {}, cas: ['libelle_perime', PRUDENT, 'CFD:32031213', 'ancien nom du MCO, sans code'] },
  { type: A, libelle: 'Productions animales', codes: { mef: mefDe('32321205') }, cas: ['animale_vegetale', PRUDENT, 'CFD:32321207', 'ancien nom ; le jumeau végétal est 32321115'] },
  { type: A, libelle: 'Agronomie : Productions végétales - en apprentissage', voie: 'a', codes: { cfd: '32321113' }, cas: ['animale_vegetale', PRUDENT, 'CFD:32321115', 'le lien n’est écrit que du côté du successeur'] },
  { type: A, libelle: 'Technico-commercial', codes: { cfd: '32321013' }, cas: ['scission', REVUE, '', 'trois successeurs, rien ne dit lequel'] },
  { type: A, libelle: 'Technico-commercial - Spécialité univers jardins et animaux de compagnie - en apprentissage', voie: 'a', codes: { cfd: '32321013' }, cas: ['scission', PRUDENT, 'CFD:32331203', 'trois successeurs, le libellé choisit'] },
  { type: P, libelle: 'Peintures, encres et adhésifs', codes: { cfd: '32022204' }, cas: ['fusion', PRUDENT, 'CFD:32022208', 'deux diplômes fondus en un'] },
  { type: P, libelle: "Métiers de l'eau", codes: { cfd: '32020118' }, cas: ['ouverture_future', PRUDENT, 'CFD:32020114', 'le code donné n’ouvre qu’à la rentrée 2027'] },
  { type: P, libelle: 'Bioqualité', codes: {}, cas: ['ouverture_du_jour', OK, 'CFD:32022107', 'deux diplômes du même nom : l’ancien ferme la veille, le nouveau ouvre le jour de la rentrée'] },
  { type: CS, libelle: 'Desserts de restaurant', codes: { cfd: '01022105' }, cas: ['chaine_de_deux', OK, 'CFD:56122110', 'mention renumérotée en CS puis renommée'] },
  { type: CS, libelle: 'Employé barman', codes: { cfd: '56133411' }, cas: ['code_et_libelle_perimes', PRUDENT, 'CFD:46133404', 'le successeur change de niveau et de nom'] },

  // Lost zeros and vanished codes
  { type: 'Mention complémentaire', libelle: 'Animation-gestion de projets dans le secteur sportif - en apprentissage', voie: 'a', codes: { cfd: '1033501' }, cas: ['zero_perdu', OK, 'CFD:46133501', 'zéro initial perdu, et code disparu du millésime courant'] },
  { type: CS, libelle: 'Coiffure coupe couleur', codes: { cfd: '1033605' }, cas: ['zero_perdu', OK, 'CFD:56133605', 'zéro initial perdu'] },
  { type: CS, libelle: 'Cybersécurité - en apprentissage', voie: 'a', codes: { cfd: '01025509', rncp: rncp('46125509') }, cas: ['code_disparu', OK, 'CFD:46125509', 'le CFD n’est plus que dans l’ancien millésime'] },
  { type: CS, libelle: 'Technicien en énergies renouvelables (option énergie thermique)', codes: { cfd: '01022705' }, cas: ['code_disparu', OK, 'CFD:46122705', 'renumérotation 010 → 461, option B'] },
  { type: CS, libelle: 'Assistance, conseil, vente à distance', codes: { mef: '2533120111', cfd: '01031201' }, cas: ['code_disparu', OK, 'CFD:46131201', 'MEF et CFD d’avant 2024'] },

  // Contradictions are never accepted
  { type: S, libelle: 'Négociation et digitalisation de la Relation Client', codes: { cfd: '32031212', mef: mefDe('32031213') }, cas: ['codes_contradictoires', REVUE, 'CFD:32031212', 'CFD du NDRC, MEF du MCO'] },
  { type: S, libelle: 'Comptabilité et gestion - en apprentissage', voie: 'a', codes: { cfd: '32031408', mef: mefDe('32031408'), rncp: rncp('32031409') }, cas: ['codes_contradictoires', REVUE, 'CFD:32031408', 'le RNCP est celui de la Gestion de la PME'] },
  { type: P, libelle: 'Maintenance des systèmes - option B Systèmes énergétiques et fluidiques', codes: { cfd: '32025014', mef: mefDe('32025015') }, cas: ['codes_contradictoires', REVUE, 'CFD:32025015', 'CFD de l’option A, MEF de l’option B'] },
  { type: S, libelle: 'Assurance', codes: { cfd: '32031313', mef: mefDe('32031313') }, cas: ['code_libelle_contradictoires', REVUE, '', 'codes du BTS Banque'] },
  { type: S, libelle: 'Management Commercial Opérationnel', codes: { mef: mefDe('32031212') }, cas: ['code_libelle_contradictoires', REVUE, '', 'MEF du NDRC'] },
  { type: A, libelle: "Métiers de l'élevage : développement, production, conseil", codes: { cfd: '32321115' }, cas: ['code_libelle_contradictoires', REVUE, '', 'code de l’agronomie : animale ou végétale ?'] },
  { type: P, libelle: 'Fluides - énergies - domotique - Option C Domotique et bâtiments communicants', codes: { mef: mefDe('32022710') }, cas: ['code_libelle_contradictoires', REVUE, '', 'MEF de l’option B'] },
  { type: 'Licence - Sciences humaines et sociales', libelle: 'Histoire', codes: { sise: '2300014' }, cas: ['code_libelle_contradictoires', REVUE, '', 'code SISE de la psychologie'] },
  { type: S, libelle: 'Banque', codes: { cfd: '32039999', mef: '3113999921' }, cas: ['code_inconnu', PRUDENT, 'CFD:32031313', 'codes absents de toute nomenclature, libellé exact'] },

  // Options and shared first years
  { type: S, libelle: 'Management en hôtellerie restauration', n: 4, codes: { mef: mefDe('32033422') }, cas: ['premiere_annee_commune', OK, 'CFD:32033422', 'sans option : le CFD d’entrée'] },
  { type: S, libelle: 'Management en hôtellerie restauration - en apprentissage', voie: 'a', n: 2, codes: {}, cas: ['premiere_annee_commune', OK, 'CFD:32033422', 'sans option ni code'] },
  { type: S, libelle: 'Services informatiques aux organisations', n: 5, codes: { mef: mefDe('32032612'), cfd: '32032612' }, cas: ['premiere_annee_commune', OK, 'CFD:32032612', 'sans option : le CFD d’entrée'] },
  { type: S, libelle: "Services informatiques aux organisations - opt. SLAM - en apprentissage", voie: 'a', n: 2, codes: { cfd: '32032614' }, cas: ['option_abregee', OK, 'CFD:32032614', 'sigle de l’option B'] },
  { type: S, libelle: "Services informatiques aux organisations option A : solutions d'infrastructure, systèmes et réseaux - en apprentissage", voie: 'a', codes: {}, cas: ['option', OK, 'CFD:32032613', 'option A écrite en entier'] },
  { type: S, libelle: "Métiers de l'esthétique-cosmétique-parfumerie", n: 2, codes: { mef: mefDe('32033608') }, cas: ['premiere_annee_commune', OK, 'CFD:32033608', 'ancien nom du diplôme, MEF du tronc commun actuel'] },
  { type: P, libelle: 'Conception des processus de réalisation de produits (1ère année commune)', n: 2, codes: { mef: mefDe('32022316') }, cas: ['premiere_annee_commune', OK, 'CFD:32022316', 'tronc commun nommé'] },
  { type: S, libelle: "Etudes de réalisation d'un projet de communication", codes: { mef: mefDe('32032209') }, cas: ['premiere_annee_commune', OK, 'CFD:32032209', 'sans option : le CFD d’entrée'] },
  { type: P, libelle: 'Traitement des matériaux option B : traitements de surfaces - en apprentissage', voie: 'a', codes: { cfd: '32022312' }, cas: ['option', OK, 'CFD:32022312', 'option précise malgré le tronc commun'] },
  { type: P, libelle: 'Maintenance des systèmes', codes: {}, cas: ['option_absente', REVUE, '', 'quatre options, pas de tronc commun'] },
  { type: P, libelle: 'Maintenance des véhicules', codes: {}, cas: ['option_absente', REVUE, '', 'trois options, pas de tronc commun'] },
  { type: 'BUT - Service', libelle: 'Techniques de commercialisation', n: 3, codes: { rncp: rncp('25131202', '25131203', '25131204', '25131205') }, cas: ['but_sans_parcours', REVUE, '', 'quatre parcours possibles, le choix se fait plus tard'] },
  { type: 'BUT - Service', libelle: 'Gestion des entreprises et des administrations', n: 2, codes: {}, cas: ['but_sans_parcours', REVUE, '', 'plusieurs parcours possibles'] },
  { type: 'BUT - Production', libelle: 'Génie électrique et informatique industrielle', codes: {}, cas: ['but_sans_parcours', REVUE, '', 'plusieurs parcours possibles'] },
  { type: 'BUT - Production', libelle: "Informatique - Parcours réalisation d'applications : conception, développement, validation", codes: {}, cas: ['but_parcours', OK, 'CFD:25132605', 'parcours nommé, sans code'] },
  { type: 'DN MADE', libelle: 'Animation - Spécialité : Cinéma d’animation 3D', codes: { cfd: '24113401' }, cas: ['scission', PRUDENT, 'CFD:24113301', 'l’ancien code unique des DN MADE, une mention par successeur'] },

  // Typing errors and abbreviations
  { type: 'BTS - Srevices', libelle: "Support à l'action managériale", codes: {}, cas: ['coquille_type', OK, 'CFD:32032409', 'faute de frappe dans le type'] },
  { type: 'BTS - Prodution', libelle: 'Aéronautique', codes: {}, cas: ['coquille_type', OK, 'CFD:32025303', 'faute de frappe dans le type'] },
  { type: 'Certifcat de Spécialisation', libelle: 'Technicien en soudage', codes: {}, cas: ['coquille_type', OK, 'CFD:46125406', 'faute de frappe dans le type'] },
  { type: S, libelle: 'Négo. et digit. de la relation client', codes: {}, cas: ['abreviation', PRUDENT, 'CFD:32031212', 'mots coupés'] },
  { type: S, libelle: 'MCO - en apprentissage', voie: 'a', codes: {}, cas: ['sigle', PRUDENT, 'CFD:32031213', 'sigle seul'] },
  { type: S, libelle: 'Comptabilite et gestoin', codes: {}, cas: ['coquille_libelle', PRUDENT, 'CFD:32031408', 'lettres inversées'] },
  { type: P, libelle: 'CIEL option A IR', codes: {}, cas: ['sigle', PRUDENT, 'CFD:32020116', 'sigle du diplôme et de l’option'] },

  // Licences and other higher-education diplomas
  { type: 'Licence - Droit-économie-gestion', libelle: 'Droit - Parcours Droit et langues', codes: { sise: '2300002' }, cas: ['licence_parcours', OK, 'CFD:20512806', 'le parcours ne change pas la mention'] },
  { type: 'Licence - Droit-économie-gestion', libelle: 'Administration économique et sociale', n: 2, codes: { sise: '2300006' }, cas: ['sise_sans_cfd', OK, 'SISE:2300006', 'aucun CFD : la certification est un SISE'] },
  { type: 'Licence - Sciences humaines et sociales', libelle: 'Philosophie', n: 2, codes: {}, cas: ['sise_sans_cfd', OK, 'SISE:2300016', 'aucun code, libellé exact'] },
  { type: 'Licence - Arts-lettres-langues', libelle: 'Arts plastiques', codes: { sise: '2300023' }, cas: ['sise_sans_cfd', OK, 'SISE:2300023', 'SISE exact'] },
  { type: 'Licence - STAPS', libelle: 'STAPS : éducation et motricité', codes: { sise: '2300135' }, cas: ['sigle', OK, 'CFD:20533510', 'sigle de la mention, SISE exact'] },
  { type: 'Licence - STAPS', libelle: 'Portail STAPS', codes: {}, cas: ['portail', REVUE, '', 'plusieurs mentions derrière le portail'] },
  { type: 'Licence - Droit-économie-gestion', libelle: 'Double licence Droit / Histoire', codes: {}, cas: ['double_licence', REVUE, '', 'deux certifications à la fois'] },
  { type: 'Master', libelle: 'Économie sociale et solidaire', codes: { sise: '2500011' }, cas: ['sise_sans_cfd', OK, 'SISE:2500011', 'master sans CFD'] },
  { type: "Formations  des écoles d'ingénieurs", libelle: "École supérieure d'ingénieurs du Val d'Ormelle - Spécialité mécatronique - en apprentissage", voie: 'a', codes: { rncp: rncp('17025190') }, cas: ['ingenieur', OK, 'CFD:17025190', 'RNCP de la spécialité'] },
  { type: "Formations  des écoles d'ingénieurs", libelle: "École supérieure d'ingénieurs du Val d'Ormelle - Cycle préparatoire intégré", codes: {}, cas: ['ingenieur', REVUE, '', 'deux spécialités possibles'] },

  // Titles with several certifiers
  { type: 'Formation professionnelle', libelle: 'Responsable du développement commercial (Bac +3) - en apprentissage', voie: 'a', codes: {}, cas: ['deux_certificateurs', REVUE, '', 'même intitulé chez deux certificateurs'] },
  { type: 'Formation professionnelle', libelle: 'Responsable du développement commercial (Bac +3) - en apprentissage', voie: 'a', codes: { rncp: rncp('26X31290') }, cas: ['deux_certificateurs', OK, 'CFD:26X31290', 'le RNCP départage'] },
  { type: 'Formation professionnelle', libelle: 'Assistant ressources humaines (Bac +2) - en apprentissage', voie: 'a', codes: {}, cas: ['deux_certificateurs', REVUE, '', 'titre professionnel, CCI ou institut privé'] },

  // Nothing to match
  { type: 'FCIL', libelle: 'Secrétariat médical', n: 2, codes: { cfd: '48199901' }, cas: ['fcil', RIEN, '', 'code générique : le libellé n’est pas une certification'] },
  { type: 'FCIL', libelle: 'Mécanique de compétition - préparation moteurs', codes: { mef: '7419990111' }, cas: ['fcil', RIEN, '', 'code générique'] },
  { type: 'FCIL', libelle: 'Contrôle Technique', codes: {}, cas: ['fcil', RIEN, '', 'sans code'] },
  { type: 'CPGE', libelle: 'MPSI', n: 3, codes: {}, cas: ['hors_certification', RIEN, '', 'classe préparatoire : aucune certification'] },
  { type: 'CPGE', libelle: 'ECG - Mathématiques approfondies + HGG', codes: {}, cas: ['hors_certification', RIEN, '', 'classe préparatoire'] },
  { type: "Diplôme d'établissement", libelle: 'DU Tremplin pour les études de santé', codes: {}, cas: ['hors_certification', RIEN, '', 'diplôme d’université'] },
  { type: 'Mise à niveau', libelle: 'Mise à niveau scientifique', codes: {}, cas: ['hors_certification', RIEN, '', 'année de préparation'] },
  { type: 'Mise à niveau', libelle: 'Classe de mise à niveau en hôtellerie restauration', codes: { mef: mefDe('32033421') }, cas: ['mise_a_niveau', OK, 'CFD:32033421', 'la seule mise à niveau qui ait un code'] },
  { type: 'Formation des écoles de commerce et de management', libelle: 'Programme Bachelor Business International', codes: {}, cas: ['hors_certification', RIEN, '', 'diplôme d’école absent des référentiels'] },

  // Other code systems
  { type: S, libelle: 'Opticien-lunetier', codes: { ideo: `${ideo('32033107')};TYPDISP.3` }, cas: ['ideo_seul', OK, 'CFD:32033107', 'un Idéo et un dispositif dans la même liste'] },
  { type: S, libelle: 'Tourisme - en apprentissage', voie: 'a', codes: { rncp: rncp('32033426', '32033420') }, cas: ['rncp_multiples', OK, 'CFD:32033426', 'fiche RNCP en vigueur et fiche précédente'] },
  { type: P, libelle: 'Systèmes photoniques', codes: { rncp: '99123' }, cas: ['code_inconnu', RIEN, '', 'diplôme et fiche absents des référentiels'] },

  // Lines that the import must refuse
  { type: S, libelle: 'Gestion de la PME', uai: '0549100A', codes: { mef: mefDe('32031409') }, cas: ['refus_uai', 'refuse', '', 'la clé de l’UAI est fausse'] },
  { type: '', libelle: '', codes: { mef: mefDe('32031213') }, cas: ['refus_libelle', 'refuse', '', 'ni type ni spécialité'] },
];
