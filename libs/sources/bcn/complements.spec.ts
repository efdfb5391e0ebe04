import { describe, expect, it } from '@jest/globals';
import { readFixture } from '../core/fixtures/read-fixture.ts';

const read = (name: string) => readFixture(new URL(`./fixtures/${name}`, import.meta.url));

describe('further tables of the BCN', () => {
  it('N_DISPOSITIF_FORMATION: a line without its code is refused', async () => {
    const { table, rows, rejets } = await read('n-dispositif-formation.csv');
    expect(table).toBe('n_dispositif_formation');
    expect(rows).toEqual([
      expect.objectContaining({ dispositif: '990', niveau: '400', dateOuverture: '2009-09-01' }),
    ]);
    expect(rejets).toMatchObject([{ ligne: 3, motif: 'CODE_ABSENT' }]);
  });

  it('N_LIEN_MEF_FAMILLE_METIER: the common 2nde is told from the specialties', async () => {
    const { table, rows } = await read('n-lien-mef-famille-metier.csv');
    expect(table).toBe('n_lien_mef_famille_metier');
    expect(rows).toMatchObject([
      { famille: '099', mef: '2479990131', secondeCommune: true },
      { famille: '099_temp', secondeCommune: false, dateFermeture: '2024-08-31' },
    ]);
  });

  it('common first years lead to their specialties', async () => {
    expect(await read('famille-metiers.csv')).toMatchObject({
      table: 'famille_metiers',
      rows: [{ cfdCommun: '32099922', cfdSpecialite: '32099923', mefstat11Commun: null }],
    });
  });

  it('a small nomenclature is its code and labels', async () => {
    expect(await read('lettres.csv')).toMatchObject({
      table: 'n_lettre_specialite',
      millesime: '1996-05-03',
      rows: [{ code: 'S', parent: null, libelle: 'ESSAIS DE FABRICATION' }],
    });
  });

  it('an answer of the API is the same table: lower-case names, dates with an hour, null for nothing', async () => {
    expect(await read('reponse-api.json')).toMatchObject({
      table: 'n_groupe_formation',
      millesime: '2025-05-22',
      inconnues: [],
      rows: [{ groupe: 'G0999', dateOuverture: '2019-09-01', dateFermeture: null }],
    });
  });
});
