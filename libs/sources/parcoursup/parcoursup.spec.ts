import { describe, expect, it } from '@jest/globals';
import { formations, readFixture } from '../core/fixtures/read-fixture.ts';

const read = (name: string) => readFixture(new URL(`./fixtures/${name}`, import.meta.url));

describe('Parcoursup', () => {
  it('the full layout gives codes of every kind, lists split', async () => {
    const content = await read('formations-completes.csv');
    expect(content).toMatchObject({ table: 'parcoursup', inconnues: [] });
    expect(formations(content)).toEqual([
      {
        id: '50001',
        libelle: 'BTS - Production',
        specialite: 'Essais et mesures',
        typeDiplome: null,
        voie: 'scolaire',
        uai: '0010014K',
        uaiComposante: '0010014K',
        uaiAffectation: '0010006B',
        uaiGestionnaire: '0010006B',
        siret: null,
        etablissement: "Lycée de l'Essai",
        academie: 'Lyon',
        commune: null,
        capacite: 24,
        voeux: 310,
        codes: {
          cfd: '32099901',
          mef: null,
          mefstat11: '32211099901',
          sise: null,
          rncp: ['RNCP99034'],
          ideo: ['FOR.9901'],
          cleMe: null,
        },
      },
      expect.objectContaining({
        id: '50002',
        voie: 'apprentissage',
        uai: '0010006B',
        uaiComposante: null,
        etablissement: "Université d'Essai",
        capacite: null,
        codes: {
          cfd: null,
          mef: null,
          mefstat11: null,
          sise: 'M099902',
          rncp: ['RNCP99035', 'RNCP99036'],
          ideo: ['FOR.9902', 'FOR.9903'],
          cleMe: '115708P01#L01',
        },
      }),
    ]);
    expect(content.rejets).toMatchObject([{ ligne: 4, colonne: 'LIBFORMATION', motif: 'LIBELLE_ABSENT' }]);
  });

  it('the extracts of BTS give what the row itself says, not the columns corrected by hand', async () => {
    const content = await read('extrait-bts.csv');
    expect(content).toMatchObject({ table: 'parcoursup', inconnues: [], rejets: [] });
    expect(
      formations(content).map(({ id, voie, codes, capacite, voeux }) => [
        id,
        voie,
        codes.cfd,
        capacite,
        voeux,
      ]),
    ).toEqual([
      ['L2', 'scolaire', '32099901', 24, 485],
      ['L3', 'apprentissage', '32099901', null, 12],
      ['L4', 'scolaire', '32099901', 10, 12],
    ]);
    expect(formations(content)[0]?.codes.mefstat11).toBe('32211099901');
  });

  it('a row with a bad UAI is refused with its column, and stays readable without that UAI', async () => {
    const content = await read('uai-invalide.csv');
    expect(content.rejets).toEqual([
      {
        ligne: 2,
        colonne: 'UAI_COMPOSANTE',
        motif: 'UAI_INVALIDE',
        message: expect.stringContaining('001000SB') as unknown,
        extrait: '001000SB',
      },
    ]);
    expect(content.lisibles).toMatchObject([
      { id: 'L2', uai: '0010014K', uaiComposante: null, codes: { mef: '3119990121' } },
    ]);
    expect(formations(content).map(({ id }) => id)).toEqual(['L3']);
  });

  it('an identifier used twice refuses the second row; a row without one is named by its line', async () => {
    const content = await read('identifiant-en-double.csv');
    expect(formations(content).map(({ id }) => id)).toEqual(['50001', 'L4']);
    expect(content.rejets).toMatchObject([
      { ligne: 3, colonne: 'CODEFORMATIONACCUEIL', motif: 'IDENTIFIANT_EN_DOUBLE', extrait: '50001' },
    ]);
  });

  it('cells beyond the header or missing from it refuse their line, empty ones excepted', async () => {
    const content = await read('cellules-en-trop.csv');
    expect(formations(content).map(({ id }) => id)).toEqual(['L2', 'L3', 'L4']);
    expect(content.rejets.map(({ ligne, motif }) => [ligne, motif])).toEqual([
      [5, 'CELLULES_EN_TROP'],
      [6, 'CELLULES_MANQUANTES'],
    ]);
  });
});
