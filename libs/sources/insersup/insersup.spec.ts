import { describe, expect, it } from '@jest/globals';
import { readFixture } from '../core/fixtures/read-fixture.ts';

const read = (name: string) => readFixture(new URL(`./fixtures/${name}`, import.meta.url));

describe('InserSup', () => {
  it('by API: decimal commas are numbers, nd and na are not nothing, * is two years', async () => {
    const { table, rows, rejets } = await read('reponse-api.json');
    expect({ table, rejets }).toEqual({ table: 'insersup', rejets: [] });
    expect(rows).toMatchObject([
      {
        uai: '0010006B',
        sise: '2499901',
        annees: ['2020-2021'],
        cumul: 'deux_ans',
        ensemble: true,
        mesures: {
          taux_poursuivant: { valeur: 54.6 },
          nb_in_dsn_30: { motif: 'na' },
          salaire_q1_national_diplome_12: { motif: 'nd' },
        },
      },
    ]);
  });

  it('by open data: only the rows that sum the others up may be shown', async () => {
    const { table, rows } = await read('donnees-ouvertes.json');
    expect(table).toBe('insersup_open_data');
    expect(rows).toMatchObject([
      {
        ensemble: true,
        annees: ['2021', '2022'],
        cumul: 'deux_ans',
        jeu: '2024_S2',
        mesures: { tx_sortants_en_emploi_6: { valeur: 86.67 }, tx_sortants_en_emploi_12: { motif: 'vide' } },
      },
      { ensemble: false, ventilation: { genre: 'femme' } },
      { ensemble: false, etablissement: 'National' },
      { ensemble: true, cumul: 'annee', annees: ['2022'] },
      { mesures: { nb_sortants: { motif: 'nd' } } },
    ]);
  });

  it('the CSV export writes the years as text', async () => {
    expect(await read('donnees-ouvertes.csv')).toMatchObject({
      table: 'insersup_open_data',
      rows: [{ annees: ['2021', '2022'], ensemble: true }],
    });
  });
});
