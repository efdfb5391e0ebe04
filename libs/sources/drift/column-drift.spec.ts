import { describe, expect, it } from '@jest/globals';
import { compareColumns } from './column-drift.ts';

const LUES = ['MEF', 'LIBELLE_LONG', 'MEF_STAT_11'];

describe('columns against those of the last snapshot', () => {
  it('case, accents, order and punctuation are no change', () => {
    expect(compareColumns(['mef', 'LibellÉ long'], ['LIBELLE_LONG', 'MEF'], LUES)).toEqual({
      manquantesLues: [],
      manquantes: [],
      nouvelles: [],
      arrete: false,
    });
  });

  it('a column that is read and gone stops the import', () => {
    const drift = compareColumns(['MEF', 'LIBELLE_LONG', 'HORAIRE'], ['MEF'], LUES);
    expect(drift).toMatchObject({ manquantesLues: ['LIBELLE_LONG'], manquantes: ['HORAIRE'], arrete: true });
  });

  it('a column that nothing reads, or that is new, is only noted', () => {
    const drift = compareColumns(['MEF', 'HORAIRE', ''], ['MEF', 'CREATED_AT', ''], LUES);
    expect(drift).toEqual({
      manquantesLues: [],
      manquantes: ['HORAIRE'],
      nouvelles: ['CREATED_AT'],
      arrete: false,
    });
  });
});
