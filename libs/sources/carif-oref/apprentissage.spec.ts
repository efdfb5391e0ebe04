import { describe, expect, it } from '@jest/globals';
import { formations, readFixture } from '../core/fixtures/read-fixture.ts';

describe('Carif-Oref', () => {
  it('a cell of several codes or UAI gives none of them as its own; a lone bad UAI refuses its row', async () => {
    const content = await readFixture(new URL('./fixtures/codes-multiples.csv', import.meta.url));
    expect(content).toMatchObject({ table: 'apprentissage', inconnues: [] });
    expect(
      formations(content).map(({ id, voie, uai, siret, etablissement, capacite, codes }) => [
        id,
        voie,
        uai,
        siret,
        etablissement,
        capacite,
        codes.cfd,
        codes.rncp,
      ]),
    ).toEqual([
      ['L2', 'apprentissage', '0010006B', '73282932000074', "CFA de l'Essai", 12, '01099901', ['RNCP9034']],
      ['L3', 'apprentissage', null, '73282932000074', 'Antenne', null, null, ['RNCP27468']],
    ]);
    expect(content.rejets).toMatchObject([{ ligne: 4, motif: 'UAI_INVALIDE', extrait: '001000SB' }]);
    expect(content.lisibles).toMatchObject([{ id: 'L4', uai: null, libelle: 'Étalonneur(se)' }]);
  });
});
