import { describe, expect, it } from '@jest/globals';
import { readFixture } from '../core/fixtures/read-fixture.ts';

const read = (name: string) => readFixture(new URL(`./fixtures/${name}`, import.meta.url));

describe('listings of Parcoursup beside the catalogue', () => {
  it('filières have a label and a place; a wrong UAI is refused but readable', async () => {
    const { table, rows, rejets, lisibles } = await read('filieres.csv');
    expect(table).toBe('parcoursup_filiere');
    expect(rows).toMatchObject([
      {
        id: 'L2',
        libelle: 'BTS   Services   Essais',
        uai: '0010006B',
        latitude: 47.4629,
        longitude: -0.54627,
      },
    ]);
    expect(rejets).toMatchObject([{ ligne: 3, motif: 'UAI_INVALIDE' }]);
    expect(lisibles).toMatchObject([{ uai: null, latitude: null }]);
  });

  it.each(['cartographie.csv', 'cartographie.json'])(
    'formations of the cartography (%s) are told by their code and session',
    async (name) => {
      const { table, rows, rejets, inconnues } = await read(name);
      expect({ table, rejets, inconnues }).toEqual({
        table: 'parcoursup_filiere',
        rejets: [],
        inconnues: [],
      });
      expect(rows[0]).toMatchObject({
        id: '12345',
        annee: '2026',
        libelle: 'BTS - Services - Essais',
        uai: '0010006B',
        latitude: 46.2,
        longitude: 5.23,
      });
      if (rows.length > 1)
        expect(rows[1]).toMatchObject({ libelle: 'Licence - Droit - Mesures', annee: '2025' });
    },
  );

  it('pupils of a rentrée are counted by MEFSTAT11', async () => {
    const { table, rows, rejets } = await read('constat-rentree.csv');
    expect(table).toBe('constat_rentree');
    expect(rows).toMatchObject([{ annee: 2020, mefstat11: '32211099901', eleves: 83 }]);
    expect(rejets).toMatchObject([{ ligne: 3, colonne: 'Mef Bcp 11', motif: 'CODE_INVALIDE' }]);
  });
});
