import { describe, expect, it } from '@jest/globals';
import { readFixture } from '../core/fixtures/read-fixture.ts';

const read = (name: string) => readFixture(new URL(`./fixtures/${name}`, import.meta.url));

describe('SISE tables', () => {
  it('a header that starts with # is a header, the comments after it are not rows', async () => {
    const { table, rows, rejets, millesime } = await read('entete-diese.csv');
    expect({ table, rejets, millesime }).toEqual({
      table: 'n_diplome_sise',
      rejets: [],
      millesime: '2020-03-03',
    });
    expect(rows).toEqual([
      {
        sise: '1099901',
        typeDiplome: 'CD',
        libelle1: "SCIENCES DE L'ESSAI",
        libelle2: null,
        secteurDisciplinaire: '16',
        dateOuverture: null,
        dateFermeture: null,
      },
      expect.objectContaining({ sise: 'M099902', libelle2: 'PARCOURS ETALONS' }),
    ]);
  });

  it("the BCN's own export, split by |, is the same table", async () => {
    expect(await read('colonnes-bcn.csv')).toMatchObject({
      table: 'n_diplome_sise',
      millesime: '2012-10-31',
      rows: [{ sise: '2099901', dateOuverture: '2000-09-01', dateFermeture: '2010-08-31' }],
    });
  });

  it('types and the passage from CFD are read; what is not a UAI is null', async () => {
    expect(await read('n-type-diplome-sise.csv')).toMatchObject({
      table: 'n_type_diplome_sise',
      rows: [{ typeDiplome: 'CD', libelle: "CERTIFICAT D'ESSAI" }],
    });
    const passage = await read('cfd-sise.csv');
    expect(passage.table).toBe('cfd_sise');
    expect(passage.rows).toEqual([
      { cfd: '25099901', sise: '2099901', uai: '0010006B' },
      { cfd: '25099902', sise: '2099902', uai: null },
    ]);
  });
});
