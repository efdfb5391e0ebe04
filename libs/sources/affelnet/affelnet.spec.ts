import { describe, expect, it } from '@jest/globals';
import { formations, readFixture } from '../core/fixtures/read-fixture.ts';

describe('Affelnet', () => {
  it('cells lose their blanks, MEF their zero; AFFECTATION is no code and refuses nothing', async () => {
    const content = await readFixture(new URL('./fixtures/cellules-remplies-de-blancs.csv', import.meta.url));
    expect(content).toMatchObject({ table: 'affelnet', inconnues: [] });
    expect(
      formations(content).map(({ id, libelle, typeDiplome, voie, uai, codes }) => [
        id,
        libelle,
        typeDiplome,
        voie,
        uai,
        codes.mef,
      ]),
    ).toEqual([
      ['L2', '1CAP2  ESSAIS OPT.A MESURES', '1CAP2', null, '0010006B', '2419990121'],
      ['L3', 'CAP_AP ETALONS', 'CAP_AP', 'apprentissage', '0010014K', null],
    ]);
    expect(content.rejets).toMatchObject([
      { ligne: 4, colonne: 'LIBELLE_FORMATION_ACCUEIL_BAN', motif: 'LIBELLE_ABSENT' },
    ]);
  });
});
