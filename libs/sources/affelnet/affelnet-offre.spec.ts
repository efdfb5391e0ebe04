import { describe, expect, it } from '@jest/globals';
import { readFixture } from '../core/fixtures/read-fixture.ts';

const read = (name: string) => readFixture(new URL(`./fixtures/${name}`, import.meta.url));

describe('what Affelnet offers', () => {
  it('the route is told, 999 is no limit, a wrong UAI is refused', async () => {
    const { table, rows, rejets } = await read('offre.csv');
    expect(table).toBe('affelnet_offre');
    expect(rows).toMatchObject([
      { uai: '0010006B', mefstat11: '23810099901', voie: 'scolaire', capacite: 24, annee: null },
      { mefstat11: '23C10099901', voie: 'apprentissage', capacite: null },
    ]);
    expect(rejets).toMatchObject([{ ligne: 4, colonne: 'ID_ETAB', motif: 'UAI_INVALIDE' }]);
  });

  it('the listings of wishes give their year by their name', async () => {
    expect(await read('capacites_2021.csv')).toMatchObject({
      table: 'affelnet_offre',
      rows: [{ annee: 2021, capacite: 15, voeux: 12, famille: 'ESSAIS', mefstat11Terminale: '23830099901' }],
    });
  });
});
