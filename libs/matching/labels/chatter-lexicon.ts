import { stem } from './stem.ts';

/**
 * Reviewed data: what listings add around the name of a certification. Each pattern works on canonical
 * text; what it finds goes to a field of its own, out of the words that name the certification.
 */
export interface Bavardage {
  readonly champ: 'voie' | 'mode' | 'annee' | 'public' | 'etablissement';
  readonly motif: RegExp;
}

export const BAVARDAGES: readonly Bavardage[] = [
  {
    champ: 'voie',
    motif: /statut d'apprenti(?: est)?(?: possible)? (?:sur|au)[^()]*|statut d'apprenti(?: possible)?/g,
  },
  { champ: 'voie', motif: /\(? ?(?:seconde|2e?m?e?|2nde) annee (?:possible )?en apprentissage ?\)?/g },
  {
    champ: 'voie',
    motif:
      /\(? ?(?:possible |formation )?(?:en |par )?(?:l')?apprentissage(?: possible| uniquement| seulement)? ?\)?/g,
  },
  { champ: 'voie', motif: /(?:^|[\s(])appr(?:entis?|ent)?\.?(?=[\s)]|$)\)?/g },
  { champ: 'voie', motif: /\(? ?(?:en |par )?(?:l')?alternance ?\)?/g },
  { champ: 'voie', motif: /(?:en )?contrats? (?:de professionnalisation|pro|d'apprentissage)\b/g },
  {
    champ: 'mode',
    motif:
      /(?:entierement |totalement |partiellement )?(?:en |a )?(?:distanciel|distance|e-?learning|foad)\b/g,
  },
  { champ: 'mode', motif: /\b(?:en )?presentiel\b/g },
  { champ: 'annee', motif: /\(? ?\b(?:en )?(?:[1-5]|un|deux|trois) ?ans?\b ?\)?/g },
  {
    champ: 'annee',
    motif:
      /\(? ?\b(?:[1-5] ?(?:ere|re|eme|e|nde)|premiere|deuxieme|seconde|troisieme) (?:et (?:[1-5] ?(?:ere|re|eme|e|nde)|deuxieme|seconde) )?annees?\b(?! commune) ?\)?/g,
  },
  { champ: 'annee', motif: /\b[0-9]{3,4} ?(?:h|heures)\b/g },
  { champ: 'annee', motif: /\b20[0-9]{2}(?: ?[-/] ?20[0-9]{2})?\b/g },
  { champ: 'public', motif: /\(? ?reservee? aux? [^-()]*\)?/g },
  {
    champ: 'public',
    motif: /\b(?:cursus|cycle) complet\b|\btoutes? specialites?\b|\bpost[ -]?(?:bac|cap|bts)\b/g,
  },
  { champ: 'etablissement', motif: /\b(?:ufa|cfa|lycee|lpo|lp prive|mfr|greta) .*$/g },
  { champ: 'etablissement', motif: /\b(?:en )?partenariat (?:avec )?.*$/g },
];

/** "1ère année commune", "2nde commune": the entry year shared by several certifications. */
export const ANNEE_COMMUNE =
  /\(? ?\b(?:(?:1 ?e?re|premiere|1e) annee commune|2n?de? commune|seconde commune|[12] ?commune|commune?(?= )|classe commune)\b ?\)?/g;

/**
 * What a training organisation says of an action that leads to no certification by itself: it prepares for one,
 * or is a part of one. On canonical text, where the preposition "à" is gone.
 */
export const HORS_CERTIFICATION =
  /\b(?:cpge|classes? preparatoires?|prepa(?:ration)?s? (?:aux? |l'|la |a )?(?:metiers?|concours|examens?|entree|alternance|apprentissage|emploi)|(?:classe )?prepa apprentissage|remise (?:a )?niveau|modules? \d|bloc(?: de competences)? (?:n ?)?\d|pole \d|perfectionnement|initiation|sensibilisation|decouverte (?:des )?metiers|habilitations? electriques?|apprentissage hors academie|autre apprentissage)\b/;

/** Several certifications at once. */
export const PLUSIEURS_DIPLOMES =
  /\b(?:double|bi) ?-? ?(?:licence|diplome|diplomation|cursus|master|dut|but|parcours)\b/;

/** Affelnet's entries in a later year than the first: "1ERPRO", "TERPRO", "2CAP2". */
export const ANNEE_ULTERIEURE =
  /^(?:apprentis\. )?(?:1e?r?e? ?pro|te?r?l?e? ?pro|tle ?pro|[23] ?(?:cap|bts|bp|bpa|bma|dma|btm|ctm))/;

/**
 * Stems of the words of the domains of the licence and the master (arrêté of 22 January 2014). Before a mention, any
 * other word is a name: "licence en informatique mention développement web".
 */
export const MOTS_DES_DOMAINES: ReadonlySet<string> = new Set(
  (
    'droit economie gestion sciences sociale humaines technologie sante art lettre langue theologie politique ' +
    'formation diplome generale'
  )
    .split(' ')
    .map(stem),
);

/** Words that structure a label without naming anything. */
export const MOTS_DE_STRUCTURE: ReadonlySet<string> = new Set(
  (
    'option options opt op optn specialite specialites spe mention mentions dominante domaine finalite parcours filiere ' +
    'formation diplome diplomes intitule niveau niv nieau titre professionnel professionnelle certifie rncp apprenti'
  ).split(' '),
);

/** Articles, prepositions and the like. */
export const MOTS_VIDES: ReadonlySet<string> = new Set(
  'de du des la le les l d et en au aux un une pour par sur dans avec ou s se sa son ses qu que qui the of and ex dont vers'.split(
    ' ',
  ),
);

/** Prefixes that listings write joined, hyphenated or apart: "audio-visuel", "audio visuel", "audiovisuel". */
export const PREFIXES_SOUDES: ReadonlySet<string> = new Set(
  (
    'audio agro bio electro micro aero hydro photo tele multi poly thermo eco auto pluri inter sous co ' +
    'medico socio techno technico geo radio video cyber oeno nano opto e pre post anti demi semi mini bi tri infra'
  ).split(' '),
);
