import { describe, expect, it } from '@jest/globals';
import { BOITE, disposer } from './graphe-disposition.ts';

const noeud = (code: string, rang: number) => ({
  code,
  libelle: `Diplôme ${code}`,
  rang,
  dateOuverture: '2019-09-01',
  dateFermeture: null,
});
const rncp = (n: number) => ({
  type: 'RNCP',
  code: `RNCP${n}`,
  source: 'certif_info',
  nature: 'direct',
  dateOuverture: null,
  dateFermeture: null,
  autres: [],
});

describe('the layout of the graph', () => {
  const { boites, fleches, largeur, hauteur } = disposer(
    {
      centre: 'CFD:2',
      certifications: [noeud('CFD:2', 0), noeud('CFD:1', -1), noeud('CFD:3', 1), noeud('CFD:4', 1)],
      successions: [
        { de: 'CFD:1', vers: 'CFD:2' },
        { de: 'CFD:2', vers: 'CFD:3' },
        { de: 'CFD:2', vers: 'CFD:ailleurs' },
      ],
      codes: [1, 2, 3, 4].map(rncp),
    },
    (table) => table,
  );
  const place = (cle: string) => boites.find((boite) => boite.cle === cle);

  it('goes from the oldest on the left to the newest on the right', () => {
    const xs = ['CFD:1', 'CFD:2', 'CFD:3'].map((cle) => place(cle)?.x ?? Number.NaN);
    expect(xs).toEqual([...xs].sort((a, b) => a - b));
    expect(place('CFD:3')?.x).toBe(place('CFD:4')?.x);
  });

  it('lays no box over another, and all within the drawing', () => {
    for (const one of boites) {
      expect(one.x + BOITE.largeur).toBeLessThanOrEqual(largeur);
      expect(one.y + BOITE.hauteur).toBeLessThanOrEqual(hauteur);
      const over = boites.filter(
        (other) =>
          other !== one &&
          Math.abs(other.x - one.x) < BOITE.largeur &&
          Math.abs(other.y - one.y) < BOITE.hauteur,
      );
      expect(over).toEqual([]);
    }
  });

  it('links every certification but the one shown, and draws no arrow to one that is not there', () => {
    expect(boites.filter(({ lien }) => lien).map(({ cle }) => cle)).toEqual(['CFD:1', 'CFD:3', 'CFD:4']);
    expect(fleches.filter(({ pointillee }) => !pointillee).map(({ cle }) => cle)).toEqual([
      'CFD:1 CFD:2',
      'CFD:2 CFD:3',
    ]);
  });
});
