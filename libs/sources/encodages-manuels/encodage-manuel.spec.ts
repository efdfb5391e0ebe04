import { describe, expect, it } from '@jest/globals';
import { readFixture } from '../core/fixtures/read-fixture.ts';

const read = (name: string) => readFixture(new URL(`./fixtures/${name}`, import.meta.url));

describe('encodages manuels', () => {
  it('the kind of a code is told by its form; a line without formation is refused', async () => {
    const { table, rows, rejets } = await read('encodages-2024.csv');
    expect(table).toBe('encodage_manuel');
    expect(rows).toMatchObject([
      { codeFormationAccueil: '9901', typeCode: 'CODECFD', cfd: '32099901', annee: 2024 },
      { typeCode: 'CODEMEF', mefstat11: '32210099901', cfd: null },
      { typeCode: 'CODESISE', sise: '2499901', cfd: null },
      { typeCode: 'LISTE_RNCP', rncp: ['RNCP99901', 'RNCP99902'] },
      { typeCode: null, code: 'voir courriel', cfd: null, sise: null, rncp: [] },
    ]);
    expect(rejets).toMatchObject([{ ligne: 7, colonne: 'CODEFORMATIONACCUEIL', motif: 'CODE_ABSENT' }]);
  });

  it('a kind that is given is obeyed', async () => {
    const { rows } = await read('types-donnes.csv');
    expect(rows).toMatchObject([
      { typeCode: 'LISTE_RNCP', rncp: ['RNCP99901'], annee: 2023 },
      { typeCode: 'CODECFD', cfd: '01099901' },
    ]);
  });
});
