import { join, relative } from 'node:path';
import { expect, it } from '@jest/globals';
import { hasMojibake } from '../../../libs/sources/core/mojibake.ts';
import { isForeignFile, openTables, walkFiles, type OpenedTable } from '../../../libs/sources/index.ts';
import { describeWithSharedData } from '../../shared-data.ts';
import { readAll, type Reading } from './reading.ts';

/** What a real file is: table, rows (refused ones included), encoding, vintage. */
type Expected = readonly [path: string, table: string, lines: number, encodage: string, millesime: string];

const REFERENCES: readonly Expected[] = [
  [
    'bcn-2020/bcn_2020_n_formation_diplome_15072020.csv',
    'n_formation_diplome',
    3712,
    'windows-1252',
    '2020-06-29',
  ],
  ['bcn-2020/bcn_2020_n_mef_15072020.csv', 'n_mef', 9195, 'iso-8859-1', '2020-06-29'],
  [
    'bcn-2020/bcn_2020_n_niveau_formation_diplome_15072020.csv',
    'n_niveau_formation_diplome',
    189,
    'iso-8859-1',
    '2020-03-30',
  ],
  ['bcn-2020/bcn_2020_v_formation_diplome.csv.gz', 'v_formation_diplome', 9709, 'windows-1252', '2020-09-24'],
  ['bcn-2024/bcn_202402_n_formation_diplome.csv', 'n_formation_diplome', 3923, 'windows-1252', '2024-02-08'],
  ['bcn-2024/bcn_202402_n_formation_diplome_enquete_51.csv.gz', 'enquete_51', 6954, 'utf-8', '2024-02-13'],
  [
    'bcn-2024/bcn_202402_n_niveau_formation_diplome.csv',
    'n_niveau_formation_diplome',
    206,
    'windows-1252',
    '2023-11-14',
  ],
  ['bcn-2025/bcn_2025_n_formation_diplome.csv', 'n_formation_diplome', 4023, 'windows-1252', '2025-08-29'],
  ['bcn-2025/bcn_2025_n_groupe_formation.csv', 'n_groupe_formation', 29, 'utf-8', '2025-07-22'],
  ['bcn-2025/bcn_2025_n_lien_formation_groupe.csv', 'n_lien_formation_groupe', 148, 'utf-8', '2025-08-20'],
  ['bcn-2025/bcn_2025_n_mef.csv', 'n_mef', 10067, 'utf-8', '2025-05-18'],
  [
    'bcn-2025/bcn_2025_n_niveau_formation_diplome.csv',
    'n_niveau_formation_diplome',
    212,
    'utf-8',
    '2024-05-17',
  ],
  ['bcn-2025/bcn_2025_v_formation_diplome.csv.gz', 'v_formation_diplome', 11261, 'utf-8', '2025-05-06'],
  ['certif-info-2025/certif_info.csv.gz', 'certif_info', 10067, 'utf-8', '2024-06-28'],
  ['onisep-2024/table_passage_from_certif_info.csv', 'onisep_passage', 5282, 'utf-8', ''],
  ['sise-2020/cfd_to_sise.csv', 'cfd_sise', 4191, 'utf-8', ''],
  ['sise-2020/sise_diplome_SISE_20200303.csv.gz', 'n_diplome_sise', 27062, 'utf-8', '2020-03-03'],
  ['sise-2020/sise_typediplome_SISE_20200123.csv', 'n_type_diplome_sise', 214, 'utf-8', '2020-01-23'],
];

/** Tables beside the nomenclatures: further links, figures, establishments. */
const COMPLEMENTS: readonly Expected[] = [
  [
    'bcn-2020/bcn_2020_n_dispositif_formation_15072020.csv',
    'n_dispositif_formation',
    168,
    'iso-8859-1',
    '2020-02-07',
  ],
  ['bcn-2025/bcn_2025_n_dispositif_formation.csv', 'n_dispositif_formation', 181, 'utf-8', '2024-08-02'],
  ['bcn-2025/bcn_2025_n_domaine_specialite.csv', 'n_domaine_specialite', 22, 'utf-8', '1997-08-05'],
  ['bcn-2025/bcn_2025_n_groupe_specialite.csv', 'n_groupe_specialite', 115, 'utf-8', '1999-12-22'],
  ['bcn-2025/bcn_2025_n_type_groupe_formation.csv', 'n_type_groupe_formation', 3, 'utf-8', '2025-05-22'],
  ['etablissements/cfa_conv_regionale_uai.csv', 'acce_uai', 933, 'iso-8859-1', ''],
  ['familles-metiers/familleMetiers.csv', 'famille_metiers', 90, 'utf-8', ''],
  ['familles-metiers/n_famille_metier_spec_pro.csv', 'n_famille_metier_spec_pro', 20, 'utf-8', '2021-05-21'],
  ['familles-metiers/n_lien_mef_famille_metier.csv', 'n_lien_mef_famille_metier', 275, 'utf-8', '2024-05-31'],
  ['familles-metiers/optionsBTS.csv', 'famille_metiers', 17, 'utf-8', ''],
  ['geographie/departements_academies_regions.csv', 'geographie', 122, 'utf-8', ''],
  [
    'inserjeunes-etablissements/inserjeunes_depp_2021_2022_apprentissage.csv',
    'inserjeunes_etablissement',
    2288,
    'utf-8',
    '',
  ],
  [
    'inserjeunes-etablissements/inserjeunes_depp_2021_2022_pro.csv',
    'inserjeunes_etablissement',
    5325,
    'utf-8',
    '',
  ],
  [
    'inserjeunes-etablissements/inserjeunes_depp_2022_2023_apprentissage.csv',
    'inserjeunes_etablissement',
    2527,
    'utf-8',
    '',
  ],
  [
    'inserjeunes-etablissements/inserjeunes_depp_2022_2023_pro.csv',
    'inserjeunes_etablissement',
    5605,
    'utf-8',
    '',
  ],
  ['kit-apprentissage/Kit_apprentissage_20231218.csv', 'kit_apprentissage', 5707, 'utf-8', ''],
  ['kit-apprentissage/Kit_apprentissage_20250131.xlsx', 'kit_apprentissage', 6822, 'utf-8', ''],
  ['kit-apprentissage/Kit_apprentissage_et_RNCP_v3.0.csv', 'kit_apprentissage', 5546, 'utf-8', ''],
  ['onisep-2022/onisep_ideo_formations_initiales_2022.csv.gz', 'ideo_formation_initiale', 6086, 'utf-8', ''],
  ['onisep-2024/onisep_ideo_fiches_2024.csv', 'ideo_fiche', 2164, 'utf-8', '2024-06-21'],
  ['onisep-2024/onisep_ideo_fiches_formations_20240625.xml.zip', 'ideo_fiche', 2164, 'utf-8', '2024-06-21'],
  ['rncp-2020/rncp_info.v1.2.csv.gz', 'rncp_fiche', 17729, 'utf-8', ''],
  ['rncp-2020/rncp_rome.v1.2.csv.gz', 'rncp_rome', 44692, 'utf-8', ''],
  ['sise-2020/sise_discipline_SISE_20200123.csv', 'n_secteur_disciplinaire_sise', 64, 'utf-8', '2020-01-23'],
];

/** Files that are none of our tables: other listings of establishments. */
const FOREIGN = [
  'etablissements/annuaire_education_dep35_no_contact.csv',
  'etablissements/datadock_siret.csv',
  'etablissements/etablissements_apprentissage_20221010.csv',
  'etablissements/referentiel_organismes_808.json.gz',
];

/** Answers of services: a table, its rows, and what they cannot say. */
const PAYLOADS: readonly (readonly [nom: string, tables: readonly string[], lignes: number])[] = [
  ['bcn_N_DIPLOME_SISE.json', ['n_diplome_sise'], 1],
  ['bcn_N_FORMATION_DIPLOME.json', ['n_formation_diplome'], 1],
  ['bcn_N_FORMATION_DIPLOME_CONTINUUM.json', ['n_formation_diplome'], 1],
  ['bcn_N_GROUPE_FORMATION.json', ['n_groupe_formation'], 29],
  ['bcn_N_LIEN_FORMATION_GROUPE.json', ['n_lien_formation_groupe'], 148],
  ['bcn_N_MEF.json', ['n_mef'], 1],
  ['bcn_N_NIVEAU_FORMATION_DIPLOME.json', ['n_niveau_formation_diplome'], 215],
  ['bcn_N_TYPE_DIPLOME_SISE.json', ['n_type_diplome_sise'], 235],
  ['bcn_V_FORMATION_DIPLOME.json', ['v_formation_diplome'], 1],
  ['bcn_n_sise.csv', ['n_diplome_sise'], 1],
  ['bcn_n_type_diplome_sise.csv', ['n_type_diplome_sise'], 232],
  [
    'france_competences_export_fiches_2024-02-22.zip',
    ['rncp_remplacement', 'rncp_certificateur', 'rncp_partenaire', 'rncp_rome', 'rncp_fiche'],
    49,
  ],
  ['insersup_formationsMillesimesMixtes.json', ['insersup_open_data'], 120],
  ['insersup_formations_current.json', ['insersup'], 1],
];

/** Listings of codes without labels, and of labels without codes. */
const LISTINGS: readonly Expected[] = [
  ['affelnet_2nde_uai_mefstat11.csv', 'affelnet_offre', 19503, 'utf-8', ''],
  ['affelnet_attractivite_capacite_2021.csv', 'affelnet_offre', 19767, 'utf-8', ''],
  ['affelnet_attractivite_capacite_2022.csv', 'affelnet_offre', 19641, 'utf-8', ''],
  ['constat_rentree_2020_uai_mefstat11.csv', 'constat_rentree', 44446, 'utf-8', ''],
  ['parcoursup_opendata_filieres_sans_code.csv', 'parcoursup_filiere', 14252, 'utf-8', ''],
];

const CATALOGUES: readonly Expected[] = [
  ['affelnet_2020.csv', 'affelnet', 3392, 'macintosh', ''],
  ['carif_oref_20200203.csv.gz', 'apprentissage', 2622, 'utf-8', ''],
  ['carif_oref_20200213.csv.gz', 'apprentissage', 3566, 'utf-8', ''],
  ['carif_oref_20200625.csv.gz', 'apprentissage', 3789, 'utf-8', ''],
  ['parcoursup_apprentissage_2020.csv', 'parcoursup', 2118, 'macintosh', ''],
  ['parcoursup_bts_2021.csv', 'parcoursup', 5226, 'utf-8', ''],
  ['parcoursup_bts_2022.csv', 'parcoursup', 5226, 'utf-8', ''],
  ['parcoursup_bts_2023.csv', 'parcoursup', 5656, 'utf-8', ''],
  ['parcoursup_bts_2024.csv', 'parcoursup', 6402, 'utf-8', ''],
];

/** Cells that are no UAI in the files themselves: typing errors, and numbers that Parcoursup allots (C…). */
const BAD_UAI: Readonly<Record<string, readonly string[]>> = {
  'carif_oref_20200203.csv.gz': ['0811238S', '0811238S'],
  'carif_oref_20200213.csv.gz': ['0811238S', '0811238S'],
  'carif_oref_20200625.csv.gz': ['0859985Q'],
  'parcoursup_apprentissage_2020.csv': [
    '0212193Z',
    '0251863X',
    '0351603R',
    '055996ST',
    '0682021E',
    '0682021F',
    '0682021G',
    '075002SM',
    '088998SS',
    'C752887F',
  ],
  'parcoursup_bts_2021.csv': ['0251863X', '088998SS', '088998SS', ...Array<string>(4).fill('C752887F')],
  'parcoursup_bts_2022.csv': ['0251863X', '088998SS', '088998SS', ...Array<string>(4).fill('C752887F')],
  'parcoursup_bts_2023.csv': Array<string>(6).fill('C752887F'),
  'parcoursup_bts_2024.csv': ['C590350K', ...Array<string>(7).fill('C752887F')],
};

/** Labels that were already damaged when the producer published them. */
const DAMAGED_LABELS: Readonly<Record<string, number>> = {
  certif_info: 3,
  enquete_51: 15,
  n_diplome_sise: 1,
};

const LABEL = /^libelle/;

function damagedRows(reading: Reading): number {
  return reading.rows.filter((row) =>
    Object.entries(row).some(
      ([key, value]) => LABEL.test(key) && typeof value === 'string' && hasMojibake(value),
    ),
  ).length;
}

function expectRecognised(reading: Reading, [, table, lines, encodage, millesime]: Expected): void {
  const { table: found, encodage: read, millesime: dated, inconnues } = reading;
  expect({ found, read, dated, inconnues }).toEqual({
    found: table,
    read: encodage,
    dated: millesime,
    inconnues: [],
  });
  expect(reading.lignes).toHaveLength(lines);
}

async function linesOf(opened: OpenedTable): Promise<{ lignes: number; refusees: number }> {
  const counts = { lignes: 0, refusees: 0 };
  for await (const line of opened.rows()) {
    counts.lignes += 1;
    if ('rejet' in line) counts.refusees += 1;
  }
  return counts;
}

describeWithSharedData('real reference tables', (root) => {
  it.each(REFERENCES)('%s is %s, with no refused line', async (...expected) => {
    const reading = await readAll(join(root, 'reference', expected[0]));
    expectRecognised(reading, expected);
    expect(reading.rejets).toEqual([]);
    expect(damagedRows(reading)).toBe(DAMAGED_LABELS[reading.table] ?? 0);
  });

  it('words of the older encodings are whole', async () => {
    const mef = await readAll(join(root, 'reference', 'bcn-2020/bcn_2020_n_mef_15072020.csv'));
    const labels = mef.rows
      .map((row) => ('libelleEdition' in row ? String(row.libelleEdition) : ''))
      .join('\n');
    for (const word of ['développement', 'métiers', 'hôtellerie', 'mécanique'])
      expect(labels).toContain(word);
  });

  it.each(COMPLEMENTS)('%s is %s, with no refused line', async (...expected) => {
    const reading = await readAll(join(root, 'reference', expected[0]));
    expectRecognised(reading, expected);
    expect(reading.rejets).toEqual([]);
  });

  it('the fiches of Onisep say the same in XML and in CSV', async () => {
    const csv = await readAll(join(root, 'reference', 'onisep-2024/onisep_ideo_fiches_2024.csv'));
    const xml = await readAll(
      join(root, 'reference', 'onisep-2024/onisep_ideo_fiches_formations_20240625.xml.zip'),
    );
    const plain = (row: object): object => ({ ...row, domaines: [] });
    expect(xml.rows.map(plain)).toEqual(csv.rows);
  });

  it('the kits give back the zeros that a spreadsheet lost', async () => {
    const kit = await readAll(
      join(root, 'reference', 'kit-apprentissage/Kit_apprentissage_et_RNCP_v3.0.csv'),
    );
    expect(kit.rows.filter((row) => /^0/.test((row as { cfd: string }).cfd))).toHaveLength(70);
  });

  it('every member of the archive of ACCE is a table', async () => {
    const path = join(root, 'reference', 'etablissements/acce_uai_mere_fille_sample.zip');
    const opened = await openTables(path);
    expect(opened.map(({ table }) => table)).toEqual([
      'acce_uai',
      'acce_fille',
      'acce_mere',
      'acce_spec',
      'acce_zone',
    ]);
    for (const table of opened) expect(await linesOf(table)).toEqual({ lignes: 5, refusees: 0 });
  });

  it('every file of the folder is a table or one of those that are none', async () => {
    const foreign: string[] = [];
    for (const path of await walkFiles([join(root, 'reference')])) {
      const tables: unknown = await openTables(path).catch((cause: unknown) => cause);
      if (isForeignFile(tables)) foreign.push(relative(join(root, 'reference'), path));
      else expect(tables).toBeInstanceOf(Array);
    }
    expect(foreign).toEqual(FOREIGN);
  });
});

describeWithSharedData('real answers of services', (root) => {
  it.each(PAYLOADS)('%s is %j', async (nom, tables, lignes) => {
    const opened = await openTables(join(root, 'payloads', nom));
    expect(opened.map(({ table }) => table)).toEqual(tables);
    expect(opened.map(({ colonnesInconnues }) => colonnesInconnues)).toEqual(tables.map(() => []));
    let [read, refused] = [0, 0];
    for (const table of opened) {
      const counts = await linesOf(table);
      read += counts.lignes;
      refused += counts.refusees;
    }
    // The recorded N_MEF bears a code of nine characters, which no MEF has.
    expect([read, refused]).toEqual([lignes, nom === 'bcn_N_MEF.json' ? 1 : 0]);
  });
});

describeWithSharedData('real catalogues', (root) => {
  it.each(CATALOGUES)('%s is %s, and only its bad UAI are refused', async (...expected) => {
    const reading = await readAll(join(root, 'catalogues', expected[0]));
    expectRecognised(reading, expected);
    expect(new Set(reading.rejets.map(({ motif }) => motif))).toEqual(
      new Set(expected[0] in BAD_UAI ? ['UAI_INVALIDE'] : []),
    );
    expect(reading.rejets.map(({ extrait }) => extrait).sort()).toEqual(BAD_UAI[expected[0]] ?? []);
    expect(reading.lisibles).toHaveLength(reading.rejets.length);
    expect(damagedRows(reading)).toBe(0);
  });

  it('Parcoursup 2020 is read in French', async () => {
    const { rows } = await readAll(join(root, 'catalogues', 'parcoursup_apprentissage_2020.csv'));
    expect(rows[0]).toMatchObject({
      id: 'L2',
      specialite: 'Négociation et digitalisation de la Relation Client - en apprentissage',
      voie: 'apprentissage',
      codes: { mef: '3113121221' },
    });
  });

  it('Affelnet 2020 gives a MEF to every row but those that say AFFECTATION, and one that is no MEF', async () => {
    const { rows } = await readAll(join(root, 'catalogues', 'affelnet_2020.csv'));
    const without = rows.filter((row) => 'codes' in row && (row.codes as { mef: unknown }).mef === null);
    expect(without).toHaveLength(963 + 1);
  });

  it.each(LISTINGS)('%s is %s, and only its bad UAI are refused', async (...expected) => {
    const reading = await readAll(join(root, 'catalogues', expected[0]));
    expectRecognised(reading, expected);
    // 42 filières bear a UAI whose letter is wrong, such as 0751150E.
    const bad = expected[1] === 'parcoursup_filiere' ? 42 : 0;
    expect(reading.rejets.map(({ motif }) => motif)).toEqual(Array<string>(bad).fill('UAI_INVALIDE'));
    expect(reading.lisibles).toHaveLength(bad);
  });
});
