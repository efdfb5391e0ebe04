import { describe, expect, it } from '@jest/globals';
import { fileURLToPath } from 'node:url';
import { openTables } from '../open-table.ts';
import { readFixture } from '../core/fixtures/read-fixture.ts';

const read = (name: string) => readFixture(new URL(`./fixtures/${name}`, import.meta.url));

describe('rates of the SIES', () => {
  it('passage: figures not published are kept as such, a line without UAI is refused', async () => {
    const { table, rows, rejets } = await read('passage.csv');
    expect(table).toBe('sies_passage');
    expect(rows).toMatchObject([
      {
        uai: '0010006B',
        uaiComposante: '0010014K',
        sise: '2499901',
        effectif: { valeur: 120 },
        taux: { valeur: 43.7 },
      },
      { uaiComposante: null, effectif: { motif: 'nd' }, taux: { motif: 'nd' } },
    ]);
    expect(rejets).toMatchObject([{ ligne: 4, colonne: 'uai_principale', motif: 'UAI_INVALIDE' }]);
  });

  it('a file of both rates is both tables', async () => {
    const path = fileURLToPath(new URL('./fixtures/passage-et-reussite.csv', import.meta.url));
    const taux: Record<string, unknown[]> = {};
    for (const opened of await openTables(path)) {
      const rows: unknown[] = [];
      for await (const line of opened.rows())
        if ('row' in line) rows.push((line.row as { taux: unknown }).taux);
      taux[opened.table] = rows;
    }
    expect(taux).toEqual({
      sies_passage: [{ valeur: 43.7 }, { motif: 'nd' }],
      sies_reussite: [{ valeur: 61 }, { motif: 'nd' }],
    });
  });

  it('réussite: other names of the same columns are known', async () => {
    expect(await read('reussite.csv')).toMatchObject({
      table: 'sies_reussite',
      rows: [{ sise: '2499901', annee: '2023', effectif: { valeur: 120 }, taux: { valeur: 61 } }],
    });
  });
});
