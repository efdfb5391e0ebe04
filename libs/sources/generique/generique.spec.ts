import { describe, expect, it } from '@jest/globals';
import { formations, readFixture } from '../core/fixtures/read-fixture.ts';

describe('generic catalogue', () => {
  it('needs an identifier and a label; doubles, nameless and damaged rows are refused with their line', async () => {
    const content = await readFixture(new URL('./fixtures/colonnes-facultatives.csv', import.meta.url));
    expect(content).toMatchObject({ table: 'generique', inconnues: [] });
    expect(formations(content)).toEqual([
      expect.objectContaining({
        id: 'A1',
        voie: 'apprentissage',
        uai: '0010006B',
        siret: '73282932000074',
        codes: {
          cfd: '01099901',
          mef: null,
          mefstat11: null,
          sise: null,
          rncp: ['RNCP99034', 'RNCP99035'],
          ideo: [],
          cleMe: null,
        },
      }),
      expect.objectContaining({ id: 'A2', voie: null, uai: null, siret: null }),
    ]);
    expect(content.rejets.map(({ ligne, colonne, motif }) => [ligne, colonne, motif])).toEqual([
      [4, 'id', 'IDENTIFIANT_EN_DOUBLE'],
      [5, 'id', 'CODE_ABSENT'],
      [6, 'libelle_formation', 'MOJIBAKE'],
    ]);
  });
});
