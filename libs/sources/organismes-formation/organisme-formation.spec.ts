import { describe, expect, it } from '@jest/globals';
import { readFixture } from '../core/fixtures/read-fixture.ts';

const read = (name: string) => readFixture(new URL(`./fixtures/${name}`, import.meta.url));

describe('liste publique des organismes de formation', () => {
  it('OpenDataSoft: the SIRET is made whole, booleans are text, a line without number is refused', async () => {
    const { table, rows, rejets, inconnues } = await read('opendatasoft.json');
    expect({ table, inconnues }).toEqual({ table: 'organisme_formation', inconnues: [] });
    expect(rows).toMatchObject([
      {
        nda: '11990000199',
        siret: '35600000000048',
        certifications: { formation: true, bilan: false, vae: null, apprentissage: true },
        adresse: { ville: 'ESSAI-LA-VILLE', codePostal: '01999', region: '84' },
        specialites: [{ code: '313', libelle: 'Finances' }],
        stagiaires: 120,
      },
    ]);
    expect(rejets).toMatchObject([{ ligne: 2, motif: 'CODE_ABSENT' }]);
  });

  it('the twin of lheo has dots in its names, and a number that lost its zero', async () => {
    expect(await read('lheo.csv')).toMatchObject({
      table: 'organisme_formation',
      rows: [
        {
          nda: '01973000199',
          siret: '35600000000048',
          certifications: { vae: true },
          adresse: { ville: 'ESSAI-LA-VILLE' },
          dateDerniereDeclaration: '2024-05-02',
        },
      ],
    });
  });

  it('the API gives the same row under other names', async () => {
    expect(await read('api.json')).toMatchObject({
      table: 'organisme_formation',
      rows: [
        {
          denomination: 'INSTITUT DES ESSAIS',
          cfa: true,
          adresse: { voie: '1 rue des Essais', codePostal: '01999', ville: 'ESSAI-LA-VILLE' },
          specialites: [{ code: '313', libelle: 'Finances' }],
          stagiaires: 120,
          heuresStagiaires: 2400,
        },
      ],
    });
  });
});
