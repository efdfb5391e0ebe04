import { MNEMONIQUES, type FormeDeFamille } from './mnemonic-lexicon.ts';

/**
 * Reviewed data: the families of diplomas, the codes of N_NIVEAU_FORMATION_DIPLOME that each may stand for,
 * and how listings write them.
 *
 * `niveaux` maps a pattern on the first three characters of the CFD (`.` = any), or on the two letters of the
 * type of a SISE diploma (XA, DP…), to the weight of that reading, 1 for the plain one. `?` as first character is the level that the text or the column says.
 * `origine` names where the form was read, so that a reviewer can check it.
 */
export interface Famille {
  readonly nom: string;
  readonly niveaux: Readonly<Record<string, number>>;
}

const TITRE: Readonly<Record<string, number>> = {
  '?6[ACDEJKMNQRSUXZ4]': 1,
  '?60': 0.5,
  '?6T': 0.4,
  '?56': 0.3,
  '?46': 0.6,
};

export const FAMILLES: readonly Famille[] = [
  { nom: 'CAP', niveaux: { '500': 1, '503': 0.35, '562': 0.5 } },
  { nom: 'CAP agricole', niveaux: { '503': 1, '500': 0.25 } },
  { nom: 'BEP', niveaux: { '510': 1, '513': 0.4 } },
  { nom: 'BEP agricole', niveaux: { '513': 1, '510': 0.3 } },
  { nom: 'Bac pro', niveaux: { '400': 1, '403': 0.4 } },
  { nom: 'Bac pro agricole', niveaux: { '403': 1, '400': 0.2 } },
  { nom: 'Bac techno', niveaux: { '430': 1, '433': 0.5 } },
  { nom: 'Bac techno agricole', niveaux: { '433': 1, '430': 0.3 } },
  { nom: 'BT', niveaux: { '420': 1, '423': 0.3 } },
  { nom: 'BT agricole', niveaux: { '423': 1, '420': 0.3 } },
  { nom: 'BP', niveaux: { '450': 1, '453': 0.5, '553': 0.2 } },
  { nom: 'BP agricole', niveaux: { '453': 1, '450': 0.2, '553': 0.3 } },
  { nom: 'BPA', niveaux: { '553': 1, '453': 0.3 } },
  { nom: 'BPJEPS', niveaux: { '446': 1 } },
  { nom: 'CPJEPS', niveaux: { '56J': 1, '560': 0.3 } },
  { nom: 'DEJEPS', niveaux: { '336': 1 } },
  { nom: 'DESJEPS', niveaux: { '236': 1 } },
  { nom: 'BMA', niveaux: { '401': 1 } },
  { nom: 'MC', niveaux: { '010': 1, '461': 0.9, '561': 0.9, '013': 0.5 } },
  { nom: 'CS', niveaux: { '461': 1, '561': 1, '010': 0.8, '463': 0.8, '563': 0.8, '363': 0.8, '263': 0.8 } },
  { nom: 'CS agricole', niveaux: { '463': 1, '563': 1, '363': 1, '263': 1, '461': 0.2, '561': 0.2 } },
  { nom: 'BTS', niveaux: { '320': 1, '323': 0.4, '322': 0.4 } },
  { nom: 'BTSA', niveaux: { '323': 1, '320': 0.2 } },
  { nom: 'DMA', niveaux: { '321': 1 } },
  { nom: 'DN MADE', niveaux: { '241': 1 } },
  { nom: 'DSAA', niveaux: { '140': 1, '240': 1 } },
  { nom: 'DUT', niveaux: { '350': 1, CB: 1 } },
  { nom: 'BUT', niveaux: { '251': 1, DR: 1, '350': 0.8, '.5[01]': 0.3 } },
  { nom: 'DEUST', niveaux: { '355': 1, CD: 1 } },
  { nom: 'Licence professionnelle', niveaux: { '250': 1, DP: 1 } },
  { nom: 'Licence', niveaux: { '205': 1, XA: 1, 'D[ABC]': 0.6, '200': 0.6, '250': 0.25, DP: 0.25 } },
  { nom: 'Master', niveaux: { '135': 1, XB: 1, '145': 0.9, '125': 0.5, '155': 0.4, '16.': 0.15 } },
  { nom: 'Mastère', niveaux: { '161': 1, '16.': 0.7 } },
  { nom: 'Ingénieur', niveaux: { '170': 1, FI: 1 } },
  { nom: 'Diplôme comptable', niveaux: { '260': 1, '160': 1, '371': 0.5, '360': 0.4 } },
  { nom: "Diplôme d'université", niveaux: { '?56': 1 } },
  {
    nom: "Diplôme d'école de commerce",
    niveaux: { '165': 1, '260': 1, '160': 1, '.6[CX]': 0.6, '255': 0.5, '155': 0.5 },
  },
  { nom: "Diplôme d'État", niveaux: { '?60': 1, '?6S': 0.7, '010': 0.1 } },
  {
    nom: 'Diplôme de niveau',
    niveaux: { '?60': 1, '?55': 0.8, '?65': 0.7, '?6.': 0.5, '?56': 0.6, '?46': 0.4 },
  },
  { nom: 'BTM', niveaux: { '46M': 1, '36M': 0.4 } },
  { nom: 'BTMS', niveaux: { '36M': 1, '46M': 0.3 } },
  { nom: 'Brevet de maîtrise', niveaux: { '36M': 1, '46M': 0.4 } },
  { nom: 'CTM', niveaux: { '56M': 1 } },
  { nom: 'Titre professionnel', niveaux: { '?6T': 1, '?6[ACDEJKMNQRSUXZ4]': 0.2 } },
  { nom: 'Titre', niveaux: TITRE },
  { nom: 'CQP', niveaux: { '4ZZ': 1, '5ZZ': 1, '.6.': 0.2 } },
  { nom: 'FCIL', niveaux: { '.81': 1 } },
  ...['3', '4', '5'].flatMap((n): readonly Famille[] => [
    { nom: `FCIL de niveau ${n}`, niveaux: { [`${n}81`]: 1, '.81': 0.5 } },
    { nom: `MODAL de niveau ${n}`, niveaux: { [`${n}82`]: 1 } },
  ]),
  { nom: 'CIPPA', niveaux: { '583': 1 } },
  { nom: 'CPA', niveaux: { '630': 1 } },
  { nom: 'CLIPA', niveaux: { '640': 1 } },
  { nom: 'Enseignement adapté', niveaux: { '690': 1, '550': 1 } },
  { nom: 'DNTS', niveaux: { '322': 1, '210': 0.5 } },
  { nom: 'Bachelor', niveaux: { '26[A-Z]': 1, '260': 0.6, '24.': 0.3, '36[A-Z]': 0.2 } },
  { nom: 'MBA', niveaux: { '16[A-Z]': 1, '180': 0.6, '161': 0.4 } },
  { nom: 'CPGE', niveaux: { '370': 1 } },
  ...['1', '2', '3', '4', '5'].map((n) => ({ nom: `Titre de niveau ${n}`, niveaux: { [`${n}6[A-Z4]`]: 1 } })),
  ...['2', '3', '4', '5'].map((n) => ({ nom: `Diplôme de niveau ${n}`, niveaux: { [`${n}60`]: 1 } })),
];

/** The State diplomas of social work and health, by the acronyms that the schools give them. */
const DIPLOMES_D_ETAT: readonly FormeDeFamille[] = Object.entries({
  deaes: 'accompagnant educatif social',
  deme: 'moniteur educateur',
  dees: 'educateur specialise',
  deets: 'educateur technique specialise',
  deeje: 'educateur jeunes enfants',
  deass: 'assistant service social',
  detisf: 'technicien intervention sociale familiale',
  decesf: 'conseiller economie sociale familiale',
  deaf: 'assistant familial',
  deas: 'aide soignant',
  deap: 'auxiliaire puericulture',
}).map(([motif, mots]) => ({ motif, famille: "Diplôme d'État", mots, origine: 'ONISEP' }));

/** Longest reading first where two start at the same place. */
export const FORMES_DE_FAMILLE: readonly FormeDeFamille[] = [
  // agricultural twins, before the plain family
  {
    motif: "certificats? d ?'?aptitudes? professionnelles? agricoles?|cap agricole",
    famille: 'CAP agricole',
    origine: 'CARIF_OREF',
  },
  {
    motif: 'baccalaureat professionnel agricole|bac pro agricole|bac pro ag',
    famille: 'Bac pro agricole',
    origine: 'CARIF_OREF',
  },
  {
    motif: 'brevet de technicien superieur agricole|bts ?- ?agricole|bts agricole|btsa|bts a',
    famille: 'BTSA',
    origine: 'CARIF_OREF',
  },
  {
    motif: "brevet professionnel \\(ministere de l'agriculture\\)|bp agricole",
    famille: 'BP agricole',
    origine: 'CARIF_OREF',
  },
  {
    motif: 'bp ?rea',
    famille: 'BP agricole',
    mots: 'responsable entreprise agricole',
    origine: 'CARIF_OREF',
  },
  { motif: 'brevet professionnel agricole|bpa', famille: 'BPA', origine: 'CARIF_OREF' },
  {
    motif: "brevet d'etudes professionnelles agricoles|bepa",
    famille: 'BEP agricole',
    origine: 'CARIF_OREF',
  },
  {
    motif: 'certificat de specialisation agricole|cs agricole|csa',
    famille: 'CS agricole',
    origine: 'PARCOURSUP',
  },
  // after the agricultural twins: "1CAP2" has the form of "CAP" among its own
  ...MNEMONIQUES,
  // education nationale
  { motif: "certificats? d ?'?aptitudes? professionnelles?|cap", famille: 'CAP', origine: 'CARIF_OREF' },
  { motif: "brevet d'etudes professionnelles|bep", famille: 'BEP', origine: 'CARIF_OREF' },
  {
    motif: 'baccalaureat professionnel|bac ?-?pro(?:fessionnel)?|bacpro|bcp',
    famille: 'Bac pro',
    origine: 'CARIF_OREF',
  },
  {
    motif: 'baccalaureat technologique|bac techno(?:logique)?',
    famille: 'Bac techno',
    origine: 'CARIF_OREF',
  },
  {
    motif:
      "brevet professionnel de la jeunesse[ ,]*(?:de )?l'education populaire et du? ?sports?|brevet professionnel de la jeunesse|bp ?-?jeps",
    famille: 'BPJEPS',
    origine: 'CARIF_OREF',
  },
  {
    motif:
      "certificat professionnel de la jeunesse[ ,]*(?:de )?l'education populaire et du? ?sports?|cp ?-?jeps",
    famille: 'CPJEPS',
    origine: 'CARIF_OREF',
  },
  {
    motif:
      "diplome d'etat superieur de la jeunesse[ ,]*(?:de )?l'education populaire et du? ?sports?|des ?-?jeps",
    famille: 'DESJEPS',
    origine: 'CARIF_OREF',
  },
  {
    motif: "diplome d'etat de la jeunesse[ ,]*(?:de )?l'education populaire et du? ?sports?|de ?-?jeps",
    famille: 'DEJEPS',
    origine: 'CARIF_OREF',
  },
  { motif: 'brevet professionnel|bp', famille: 'BP', origine: 'CARIF_OREF' },
  { motif: "brevet des metiers d'art|bma", famille: 'BMA', origine: 'CARIF_OREF' },
  { motif: 'mention complementaire|mc', famille: 'MC', origine: 'PARCOURSUP' },
  { motif: 'certificat de specialisation|cs', famille: 'CS', origine: 'PARCOURSUP' },
  { motif: 'brevet de technicien superieur|bts', famille: 'BTS', origine: 'CARIF_OREF' },
  { motif: "diplome des metiers d'art|dma", famille: 'DMA', origine: 'CARIF_OREF' },
  {
    motif: "diplome national des metiers d'art et du design|dn ?-?made",
    famille: 'DN MADE',
    origine: 'PARCOURSUP',
  },
  { motif: 'diplome superieur des arts appliques|dsaa', famille: 'DSAA', origine: 'BCN' },
  { motif: 'formation complementaire d.initiative locale|fcil', famille: 'FCIL', origine: 'PARCOURSUP' },
  // higher education
  { motif: 'bachelor universitaire de technologie|b\\.u\\.t\\.?', famille: 'BUT', origine: 'PARCOURSUP' },
  { motif: 'but', famille: 'BUT', origine: 'PARCOURSUP' },
  { motif: 'diplome universitaire de technologie|dut', famille: 'DUT', origine: 'PARCOURSUP' },
  {
    motif: "diplome d'etudes universitaires scientifiques et techniques|deust",
    famille: 'DEUST',
    origine: 'CARIF_OREF',
  },
  {
    motif: 'licence ?-?pro(?:fessionnelle)?|lp|lic-pro',
    famille: 'Licence professionnelle',
    origine: 'CARIF_OREF',
  },
  { motif: 'licence(?: generale)?', famille: 'Licence', origine: 'CARIF_OREF' },
  { motif: 'mastere(?: specialise)?', famille: 'Mastère', origine: 'CARIF_OREF' },
  {
    motif: 'master(?: pro(?:fessionnel)?| recherche)?(?: ?[12])?|m[12]',
    famille: 'Master',
    origine: 'CARIF_OREF',
  },
  {
    motif:
      "(?:diplome d')?ingenieure? diplomee? d[eu]|diplome d'ingenieur|formations? +des ecoles d'ingenieurs|titre d'ingenieur",
    famille: 'Ingénieur',
    origine: 'BCN',
  },
  { motif: 'dcg|dgc', famille: 'Diplôme comptable', mots: 'comptabilite gestion', origine: 'CARIF_OREF' },
  {
    motif: 'dscg',
    famille: 'Diplôme comptable',
    mots: 'superieur comptabilite gestion',
    origine: 'CARIF_OREF',
  },
  ...DIPLOMES_D_ETAT,
  { motif: "diplome d'universite|diplome universitaire", famille: "Diplôme d'université", origine: 'BCN' },
  {
    motif: "diplome d'ecole de commerce|formations? des ecoles de commerce et de management",
    famille: "Diplôme d'école de commerce",
    origine: 'CARIF_OREF',
  },
  {
    motif: "autre diplome d'etat|d\\.?e\\.? secteur social|diplome d'etat",
    famille: "Diplôme d'État",
    origine: 'CARIF_OREF',
  },
  { motif: 'autre certification', famille: 'Diplôme de niveau', origine: 'CARIF_OREF' },
  // titles
  { motif: 'brevet technique des metiers superieur|btms', famille: 'BTMS', origine: 'BCN' },
  { motif: 'brevet technique des metiers|btm', famille: 'BTM', origine: 'BCN' },
  { motif: 'brevet de maitrise|bm', famille: 'Brevet de maîtrise', origine: 'BCN' },
  { motif: 'certificat technique des metiers|ctm', famille: 'CTM', origine: 'BCN' },
  { motif: 'titres? ?pro(?:fessionnel(?:le)?)?s?|tp', famille: 'Titre professionnel', origine: 'CARIF_OREF' },
  {
    motif:
      'autre titre inscrit sur demande au rncp|titre rncp|titre certifie|titre inscrit|titre a finalite professionnelle|titre',
    famille: 'Titre',
    origine: 'CARIF_OREF',
  },
  { motif: 'formation professionnelle', famille: 'Titre', origine: 'PARCOURSUP' },
  { motif: 'certificat de qualification professionnelle|cqp', famille: 'CQP', origine: 'BCN' },
  { motif: 'bachelor', famille: 'Bachelor', origine: 'CARIF_OREF' },
  { motif: 'mba', famille: 'MBA', origine: 'CARIF_OREF' },
  { motif: 'cpge|classe preparatoire', famille: 'CPGE', origine: 'PARCOURSUP' },
];
