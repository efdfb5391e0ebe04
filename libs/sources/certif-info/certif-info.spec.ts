import { describe, expect, it } from '@jest/globals';
import { readFixture } from '../core/fixtures/read-fixture.ts';

describe('Certif Info', () => {
  it('codes, predecessor and access are read; 0 is unknown access; a row without label is refused', async () => {
    const content = await readFixture(new URL('./fixtures/certif-info.csv', import.meta.url));
    expect(content).toMatchObject({ table: 'certif_info', millesime: '2021-07-30', inconnues: [] });
    expect(content.rows).toEqual([
      {
        ci: '99901',
        libelle: 'BTS essais et mesures',
        typeLibelle: 'Brevet de technicien supérieur',
        niveauEuropeen: 5,
        rncp: 'RNCP99034',
        rs: null,
        cfd: '32099901',
        certificateur: "Ministère de l'essai",
        premiereSession: 2021,
        derniereSession: null,
        ancienCi: '99801',
        ancienRncp: 'RNCP98034',
        ancienCfd: '32099801',
        etat: 'Publié',
        accessibleScolaire: true,
        accessibleApprentissage: false,
        ideo: 'FOR.9901',
      },
      expect.objectContaining({
        rs: 'RS6999',
        certificateur: 'Institut de la mesure',
        accessibleScolaire: null,
        accessibleApprentissage: null,
      }),
    ]);
    expect(content.rejets).toMatchObject([{ ligne: 4, colonne: 'Libelle_Diplome', motif: 'LIBELLE_ABSENT' }]);
  });
});
