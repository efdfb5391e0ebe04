import { describe, expect, it } from '@jest/globals';
import { formations, readFixture } from '../core/fixtures/read-fixture.ts';

const read = (name: string) => readFixture(new URL(`./fixtures/${name}`, import.meta.url));

describe("catalogue de l'apprentissage", () => {
  it('a page of the API: codes inside lists, further fields no surprise, a wrong UAI refused but readable', async () => {
    const { table, rows, rejets, lisibles, inconnues } = await read('page.json');
    expect({ table, inconnues }).toEqual({ table: 'catalogue_apprentissage', inconnues: [] });
    expect(rows).toMatchObject([
      {
        id: '999999P01#L01',
        libelle: "METIERS DE L'ESSAI",
        voie: 'apprentissage',
        uai: '0010014K',
        uaiFormateur: '0010006B',
        mefs: ['2479990131'],
        codes: { cfd: '40099901', mef: '2479990131', rncp: ['RNCP99901'], cleMe: '999999P01#L01' },
        habiliteRncp: false,
        publiee: true,
        parcoursup: { statut: 'publié', id: '9901' },
        datesDebut: ['2024-09-01'],
      },
    ]);
    expect(rejets).toMatchObject([{ ligne: 2, colonne: 'uai_formation', motif: 'UAI_INVALIDE' }]);
    expect(lisibles).toMatchObject([{ id: '999999P01#L02', uai: null }]);
  });

  it('a CSV export is the same table; of several MEF none is that of the formation', async () => {
    const content = await read('export.csv');
    expect(content.table).toBe('catalogue_apprentissage');
    expect(content.rows).toMatchObject([{ mefs: ['2479990131', '2479990132'], cfdObsolete: false }]);
    expect(formations(content)[0]?.codes.mef).toBeNull();
  });
});
