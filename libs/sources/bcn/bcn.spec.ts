import { describe, expect, it } from '@jest/globals';
import { readFixture } from '../core/fixtures/read-fixture.ts';

const read = (name: string) => readFixture(new URL(`./fixtures/${name}`, import.meta.url));

describe('tables of the BCN', () => {
  it('N_FORMATION_DIPLOME: lost zeros and specialty letters of the chain are mended, doubles dropped', async () => {
    const { table, rows, rejets, millesime } = await read('n-formation-diplome.csv');
    expect({ table, rejets, millesime }).toEqual({
      table: 'n_formation_diplome',
      rejets: [],
      millesime: '2024-03-12',
    });
    expect(rows[0]).toEqual({
      cfd: '40099901',
      niveau: '400',
      libelleCourt: 'BAC PRO',
      libelleStat33: "METIERS DE L'ESSAI",
      libelleLong200: "METIERS DE L'ESSAI (BAC PRO)",
      dateOuverture: '2015-09-01',
      dateFermeture: '2024-08-31',
      anciens: ['04009980', '40099703'],
      nouveaux: ['40099902'],
      premiereSession: 2018,
      derniereSession: 2024,
      niveauQualification: '04',
      groupeSpecialite: '255',
      lettreSpecialite: 'S',
      sise: null,
    });
    expect(rows[1]).toMatchObject({ cfd: '40099902', niveau: '400', derniereSession: null, nouveaux: [] });
  });

  it('a day that the calendar has not refuses its line and no other', async () => {
    const { rows, rejets } = await read('date-impossible.csv');
    expect(rejets).toEqual([
      expect.objectContaining({
        ligne: 2,
        colonne: 'DATE_OUVERTURE',
        motif: 'DATE_INVALIDE',
        extrait: '31/02/2015',
      }),
    ]);
    expect(rows).toEqual([expect.objectContaining({ dateOuverture: '2022-09-01' })]);
  });

  it('V_FORMATION_DIPLOME: a line without its code is refused, told apart from one whose code is wrong', async () => {
    const { table, rows, rejets } = await read('code-absent.csv');
    expect(table).toBe('v_formation_diplome');
    expect(rejets.map(({ ligne, motif }) => [ligne, motif])).toEqual([
      [2, 'CODE_ABSENT'],
      [3, 'CODE_INVALIDE'],
    ]);
    expect(rows).toHaveLength(1);
  });

  it('Enquête 51: dotted label columns do not matter, SISE codes are read', async () => {
    const { table, rows, inconnues } = await read('enquete-51.csv');
    expect({ table, inconnues }).toEqual({ table: 'enquete_51', inconnues: [] });
    expect(rows).toEqual([
      expect.objectContaining({ cfd: '25099901', sise: '2099901' }),
      expect.objectContaining({ cfd: '2509990A', sise: null }),
    ]);
  });

  it('N_MEF: duration and year are numbers, an empty MEFSTAT11 is null', async () => {
    const { table, rows } = await read('n-mef.csv');
    expect(table).toBe('n_mef');
    expect(rows).toEqual([
      {
        mef: '2479990131',
        mefstat11: '23810099901',
        cfd: '40099901',
        dispositif: '247',
        duree: 3,
        annee: 1,
        libelleCourt: '2NDPRO99901',
        libelleLong: "2NDPRO METIERS DE L'ESSAI",
        libelleEdition: "2ndpro metiers de l'essai",
        dateOuverture: '2015-09-01',
        dateFermeture: '2022-08-31',
      },
      expect.objectContaining({ mefstat11: null, dispositif: '247', annee: 2 }),
    ]);
  });

  it('levels, groups and their links are read', async () => {
    expect(await read('n-niveau-formation-diplome.csv')).toMatchObject({
      table: 'n_niveau_formation_diplome',
      rows: [{ niveau: '46T', niveauInterministeriel: '4', niveauQualification: '04' }],
    });
    expect(await read('n-groupe-formation.csv')).toMatchObject({
      table: 'n_groupe_formation',
      rows: [{ groupe: 'G0999', type: 'TG01', libelleEdition: "Métiers de l'essai et de la mesure" }],
    });
    expect(await read('n-lien-formation-groupe.csv')).toMatchObject({
      table: 'n_lien_formation_groupe',
      rows: [{ groupe: 'G0999', cfd: '40099901', dateFermeture: '2024-08-31' }],
    });
  });
});
