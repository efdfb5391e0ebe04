import { describe, expect, it } from '@jest/globals';
import { SourceFormatError } from '../core/errors.ts';
import { readFixture } from '../core/fixtures/read-fixture.ts';

const read = (name: string) => readFixture(new URL(`./fixtures/${name}`, import.meta.url));

describe('Idéo of Onisep', () => {
  it('a fiche in XML gives its codes, that of the RNCP by its page; one without label is refused', async () => {
    const content = await read('ideo-fiches.xml');
    expect(content).toMatchObject({ table: 'ideo_fiche', millesime: '2024-05-17', inconnues: [] });
    expect(content.rows).toEqual([
      {
        ideo: 'FOR.9901',
        libelle: "bac pro Métiers de l'essai & de la mesure",
        sigle: null,
        typeSigle: 'bac pro',
        typeLibelle: 'baccalauréat professionnel',
        cfd: '40099901',
        rncp: 'RNCP99901',
        niveau: '400',
        niveauLibelle: 'niveau 4 (bac ou équivalent)',
        duree: '3 ans',
        tutelle: null,
        domaines: ['mesure', 'qualité'],
        url: 'https://www.francecompetences.fr/recherche/rncp/99901/',
        premiereSession: 2018,
        derniereSession: null,
      },
    ]);
    expect(content.rejets).toMatchObject([{ ligne: 2, colonne: 'libelle_complet', motif: 'LIBELLE_ABSENT' }]);
  });

  it('a file that is cut is a damaged table, not a foreign one', async () => {
    await expect(read('ideo-fiches-coupees.xml')).rejects.toThrow(SourceFormatError);
    await expect(read('ideo-fiches-coupees.xml')).rejects.toMatchObject({
      details: { source: 'ideo_fiche' },
    });
  });

  it('formations initiales carry their identifier in an address', async () => {
    expect(await read('ideo-formations-initiales.csv')).toMatchObject({
      table: 'ideo_formation_initiale',
      rows: [
        {
          ideo: 'FOR.9903',
          rncp: 'RNCP99901',
          tutelle: null,
          domaines: ['mécanique/essais', 'qualité/mesure'],
        },
      ],
    });
  });
});
