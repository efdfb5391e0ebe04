import { describe, expect, it } from '@jest/globals';
import { readFixture } from '../core/fixtures/read-fixture.ts';

const read = (name: string) => readFixture(new URL(`./fixtures/${name}`, import.meta.url));

const OF_UAI = [
  {
    territoire: 'etablissement',
    codeTerritoire: '0010006B',
    libelleTerritoire: 'Lycée des essais',
    millesime: '2022_2023',
    voie: 'apprentissage',
    filiere: 'apprentissage',
    cfd: '40099901',
    mefstat11: null,
    mesures: { nb_annee_term: { valeur: 46 }, taux_emploi_6_mois: { motif: 'vide' } },
  },
  {
    territoire: 'etablissement',
    voie: 'scolaire',
    mefstat11: '23830099901',
    mesures: { taux_emploi_6_mois: { valeur: 57 } },
  },
  { cfd: null, mefstat11: null, mesures: { taux_emploi_6_mois: { motif: 'nd' } } },
];

describe('InserJeunes', () => {
  it.each(['uai-2022_2023.json', 'uai-json-dans-json-2022_2023.json'])(
    'an answer is one row a formation, whether JSON or JSON inside JSON: %s',
    async (name) => {
      const { table, rows, rejets } = await read(name);
      expect(table).toBe('inserjeunes');
      expect(rows).toMatchObject(OF_UAI);
      expect(rejets).toMatchObject([{ ligne: 4, colonne: 'dimensions', motif: 'DIMENSION_INCONNUE' }]);
    },
  );

  it('a whole import says of each answer what was asked', async () => {
    const { rows, rejets } = await read('import-entier.ndjson');
    expect(rows).toMatchObject([
      ...OF_UAI,
      { territoire: 'region', codeTerritoire: '84', millesime: '2022_2023', cfd: '40099901' },
      { territoire: 'france', codeTerritoire: null, millesime: '2023', voie: 'apprentissage' },
    ]);
    expect(rejets.map(({ motif }) => motif)).toEqual(['DIMENSION_INCONNUE', 'TERRITOIRE_INCONNU']);
  });

  it('national figures are told by the name of their file', async () => {
    expect(await read('france-2023.json')).toMatchObject({
      rows: [{ territoire: 'france', codeTerritoire: null, millesime: '2023' }],
    });
  });

  it('listings by establishment: nd is kept, ensemble has no route, what is no figure is refused', async () => {
    const { table, rows, rejets } = await read('depp_2021_2022_pro.csv');
    expect(table).toBe('inserjeunes_etablissement');
    expect(rows).toMatchObject([
      { millesime: '2021_2022', voie: null, mesures: { taux_emploi_6_mois: { valeur: 54 } } },
      { voie: 'apprentissage', mesures: { valeur_ajoutee_6_mois: { motif: 'nd' } } },
    ]);
    expect(rejets).toMatchObject([{ ligne: 4, colonne: 'Taux', motif: 'MESURE_INVALIDE' }]);
  });
});
