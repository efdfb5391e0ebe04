import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { hasMojibake } from '../../../libs/sources/core/mojibake.ts';
import { isForeignFile, openTable, walkFiles } from '../../../libs/sources/index.ts';
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

  it('every other file of the folder is refused by name, none is taken for a table', async () => {
    const known = new Set(REFERENCES.map(([path]) => join(root, 'reference', path)));
    for (const path of await walkFiles([join(root, 'reference')])) {
      if (known.has(path)) continue;
      const error: unknown = await openTable(path).catch((cause: unknown) => cause);
      expect(isForeignFile(error)).toBe(true);
    }
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

  it('a catalogue without codes or labels is unknown', async () => {
    for (const name of ['affelnet_2nde_uai_mefstat11.csv', 'parcoursup_opendata_filieres_sans_code.csv']) {
      await expect(openTable(join(root, 'catalogues', name))).rejects.toMatchObject({
        code: 'TABLE_INCONNUE',
      });
    }
  });
});
