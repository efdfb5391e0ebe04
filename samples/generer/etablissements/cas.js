/**
 * The hard cases of the establishments, by name: what each source says of them that is out of the ordinary. The
 * expected checks are in samples/cas-etablissements.csv, written by hand.
 */

/** ACCE: columns that differ from an open establishment of its type. `absent` leaves it out. */
export const ACCE = {
  'Lycée Adèle-Montferrand': { etat_etablissement: '4', date_fermeture: '31/08/2025' },
  'Lycée polyvalent Honoré-Lacaze': { etat_etablissement: '2', date_fermeture: '31/08/2027' },
  'Lycée Suzanne-Delorme': { absent: true },
  'Lycée polyvalent Théophile-Wencker': { etat_etablissement: '3', date_ouverture: '01/09/2027' },
  'Lycée Marceline-Aubry': { etat_etablissement: '4', date_fermeture: '' },
  // Closed on the very day before the rentrée: those who come in September find it closed.
  'Lycée Hector-Bonnaure': { etat_etablissement: '2', date_fermeture: '31/08/2026' },
  // A serial number of a spreadsheet where the other rows have a date.
  'Lycée Paul-Évrard': { date_ouverture: '25288' },
  // ACCE knows the legal unit only, as it does of many places.
  'Lycée Germaine-Rouquette': { siren: true },
  // ACCE still has the SIRET of a place that it left.
  'Lycée Colette-Sanvoisin': { siretDe: 'Lycée Jeanne-Brossard' },
  'Institut Valois': { contrat_etablissement: '10' },
  'École numérique de Montreval': { contrat_etablissement: '10' },
};

/** Mère, fille, type: the second fille has two. */
export const RATTACHEMENTS = [
  ['Lycée Mathilde-Berthet', 'CFA de l\'industrie de la Tour-du-Rhin', 'AN', ''],
  ['Lycée polyvalent Ernest-Chavanel', 'Lycée technologique Irène-Vautier', 'AN', ''],
  ['Lycée Mathilde-Berthet', 'Lycée technologique Irène-Vautier', 'AN', ''],
  // A link that ended leaves one mère.
  ['Lycée Antoinette-Perrachon', 'CFA des métiers de bouche de Mornantaine', 'AN', ''],
  ['Lycée Joseph-Delaigue', 'CFA des métiers de bouche de Mornantaine', 'AN', '31/08/2019'],
];

/** The usual declaration, all that a CFA needs. */
const DIRECT = "Obtention en direct sur le NDA";
const HERITE = "Obtention par propagation via l'unité légale";

/**
 * QuiForme, by establishment. `nda`: declarations, each with what differs; `habilitations`: RNCP, from, to, train,
 * assess, active. `inconnu`: a 404. Absent: was never asked.
 */
export const QUIFORME = {
  "CFA des métiers du Val d'Ormelle": {
    nda: [{}],
    habilitations: [
      ['38676', '2022-01-01', '2028-12-31', 'True', 'True', 'True'],
      ['35030', '2021-06-01', '2026-06-30', 'True', 'False', 'True'],
      ['38586', '2021-06-01', '2027-03-31', 'True', 'False', 'True'],
      ['37674', '2021-06-01', '2029-03-31', 'True', 'False', 'True'],
    ],
  },
  'CFA du bâtiment de Rocamaure': { nda: [{ obtention_qualiopi: HERITE }] },
  "CFA de l'industrie de la Tour-du-Rhin": {
    nda: [{ actif: 'False', date_derniere_declaration: '2023-04-12' }],
  },
  'CFA des métiers de bouche de Mornantaine': {
    nda: [{ qualiopi_apprentissage: 'False' }],
    habilitations: [
      ['36612', '2021-06-01', '2029-03-31', 'False', 'True', 'True'],
      ['37098', '2026-10-01', '2030-12-31', 'True', 'True', 'True'],
      ['37674', '2021-06-01', '2030-03-31', 'True', 'False', 'False'],
      ['37705', '2021-01-01', '2029-08-31', '', 'True', 'True'],
      // The former habilitation of the entry, then the one that runs.
      ['38436', '2020-01-01', '2025-08-31', 'True', 'True', 'True'],
      ['38436', '2025-09-01', '2030-08-31', 'True', 'True', 'True'],
    ],
  },
  "CFA commerce et services de l'Erdre": { nda: [{}] },
  'CFA interprofessionnel de Crèvecourt': {
    nda: [{}, { nda: '32-80 A' }],
    multi: true,
    habilitations: [['37873', '2022-01-01', '2029-12-31', 'true', 'false', 'true']],
  },
  'Campus des métiers de Noisemont': {
    nda: [{ obtention_qualiopi: '' }],
    habilitations: [['38722', '2022-01-01', '2029-12-31', 'True', 'True', 'True']],
  },
  // Booleans that say nothing.
  'CFA de la restauration de Villeroche': {
    nda: [{ actif: '', qualiopi_apprentissage: '', qualiopi_action_formation: '' }],
    // One of the two titles that bear the name of what it teaches.
    habilitations: [['38045', '2022-01-01', '2027-12-31', 'True', 'True', 'True']],
  },
  "Campus des métiers d'Ambérieux": {
    nda: [{}],
    habilitations: [
      ['37123', '2021-01-01', '', 'True', 'True', 'True'],
      // The day before the rentrée, then the day itself.
      ['38676', '2021-01-01', '2026-08-31', 'True', 'True', 'True'],
      ['37948', '2021-01-01', '2026-09-01', 'True', 'True', 'True'],
    ],
  },
  'CFA agricole des Hautes Terres': { nda: [{}] },
  'CFA agricole et viticole de Créon': { nda: [{}] },
  "CFPPA de l'Erdre": { nda: [] },
  'École numérique de Montreval': {
    nda: [{ obtention_qualiopi: HERITE, qualiopi_action_formation: 'False' }],
    habilitations: [['38436', '2023-01-01', '2028-01-31', 'True', 'True', 'True']],
  },
  "Groupe Campus d'Ormelle": { inconnu: true },
  'Lycée Élise-Garcin': { nda: [{ qualiopi_apprentissage: 'False' }] },
  'Lycée Célestine-Hennebel': { nda: [{ qualiopi_action_formation: 'False', qualiopi_vae: 'True' }] },
  'I.U.T de Castelmauroux': { nda: [{}] },
  'Université de Châteauvert': {
    nda: [{ qualiopi_action_formation: 'False', qualiopi_apprentissage: 'False' }],
  },
};

export const DECLARATION = {
  actif: 'True',
  date_derniere_declaration: '2026-04-28',
  fin_exercice: '2025-12-31',
  qualiopi_action_formation: 'True',
  qualiopi_bilan_comptence: 'False',
  qualiopi_vae: 'False',
  qualiopi_apprentissage: 'True',
  obtention_qualiopi: DIRECT,
};

/** The liste publique does not carry these although QuiForme does, or carries them otherwise. */
export const LISTE_PUBLIQUE = {
  // QuiForme says inactive: an organisme that did not file its bilan should have left the list.
  'CFA de l\'industrie de la Tour-du-Rhin': {},
  // QuiForme says no to apprenticeship.
  'CFA des métiers de bouche de Mornantaine': { apprentissage: 'true' },
  // QuiForme says yes.
  'Campus des métiers de Noisemont': { apprentissage: 'false' },
  'CFA commerce et services de l\'Erdre': { absent: true },
  // Declared by another establishment of the same legal unit.
  'CFA du bâtiment de Rocamaure': { autreEtablissement: true },
};

/** Catalogue de l'apprentissage: SIRET that it puts beside a UAI, where not the establishment's own. */
export const AUTRE_SIRET = {
  'Campus des métiers de Noisemont': 'CFA de la mobilité de Villedieu',
};

/** Catalogue de l'apprentissage: the title that a CFA prepares, of two that bear one name. */
export const TITRES_PROPOSES = [['CFA de la mobilité de Villedieu', '26X31290']];

/** Those whose place and trainer have a second SIRET there, for one of the formations. */
export const DEUX_SIRETS = ['CFA de la restauration de Villeroche'];
