import { describe, expect, it } from '@jest/globals';
import { readFixture } from '../core/fixtures/read-fixture.ts';

const read = (name: string) => readFixture(new URL(`./fixtures/${name}`, import.meta.url));

describe('ACCE', () => {
  it('establishments are read without their contacts; serial dates are days; a wrong UAI is refused', async () => {
    const { table, rows, rejets, millesime } = await read('acce-uai.csv');
    expect({ table, millesime }).toEqual({ table: 'acce_uai', millesime: '2024-01-12' });
    expect(rows).toMatchObject([
      { uai: '0010006B', siret: '35600000000048', siren: '356000000', dateOuverture: '1965-05-01' },
      { uai: '0010014K', siret: null, siren: '356000000', dateOuverture: '1969-03-26', etat: '4' },
    ]);
    expect(JSON.stringify(rows)).not.toContain('example.org');
    expect(rejets).toMatchObject([{ ligne: 4, colonne: 'numero_uai', motif: 'UAI_INVALIDE' }]);
  });

  it('mère and fille say the same link from either end', async () => {
    const [mere, fille] = [await read('acce-mere.csv'), await read('acce-fille.csv')];
    expect([mere.table, fille.table]).toEqual(['acce_mere', 'acce_fille']);
    for (const { rows } of [mere, fille]) {
      expect(rows).toMatchObject([{ mere: '0010006B', fille: '0010014K', type: 'AN' }]);
    }
  });

  it('an académie may have no département', async () => {
    expect(await read('academie-sans-departement.csv')).toMatchObject({
      table: 'geographie',
      rows: [
        { departement: '001', academie: '98' },
        { departement: null, academie: '#' },
      ],
    });
  });
});
