import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readRecords, type CsvBody } from './csv-records.ts';
import type { TableRecord } from './record-file.ts';
import { memoryContent } from './fixtures/memory-content.ts';

async function records(text: string, body: Partial<CsvBody> = {}): Promise<TableRecord[]> {
  const found: TableRecord[] = [];
  const whole: CsvBody = {
    content: memoryContent(Buffer.from(text)),
    source: 'inconnue',
    encodage: 'utf-8',
    separateur: ';',
    endOfLine: '\n',
    bom: false,
    start: 0,
    ligne: 1,
    maxRecord: 1000,
    ...body,
  };
  for await (const record of readRecords(whole)) found.push(record);
  return found;
}

describe('records of a CSV', () => {
  it('any cells written as CSV are read back, on the line where each record starts', async () => {
    const cell = fc.string({ unit: fc.constantFrom('a', 'é', ' ', ';', '"', '\n', "'"), maxLength: 8 });
    const rows = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(rows, fc.constantFrom('\n', '\r\n'), async (cells, end) => {
        const lines = cells.map((row) => row.map((text) => `"${text.replaceAll('"', '""')}"`).join(';'));
        let ligne = 1;
        const expected = cells.map((row, index) => {
          const at = ligne;
          ligne += 1 + (lines[index]?.split('\n').length ?? 1) - 1;
          return { ligne: at, cells: row };
        });
        expect(await records(lines.join(end) + end)).toEqual(expected);
      }),
      { numRuns: 150 },
    );
  });

  it('blank lines count but are not records', async () => {
    const found = await records('a;b\n\n   \nc;d\n');
    expect(found).toEqual([
      { ligne: 1, cells: ['a', 'b'] },
      { ligne: 4, cells: ['c', 'd'] },
    ]);
  });

  it('a quote in the middle of a cell is a character', async () => {
    const found = await records('BTS "Métiers de l\'eau";b\n');
    expect(found[0]?.cells).toEqual(['BTS "Métiers de l\'eau"', 'b']);
  });

  it('the last line needs no end', async () => {
    expect((await records('a;b\nc;d')).at(-1)).toEqual({ ligne: 2, cells: ['c', 'd'] });
  });

  it('a quote that is never closed is refused on its line', async () => {
    await expect(records('a;b\nc;"d\ne;f\n')).rejects.toThrow(/essai\.csv, ligne 2 : un guillemet/);
  });

  it('an endless record is refused without being kept', async () => {
    await expect(records(`a;b\nc;"${'d\n'.repeat(5000)}`)).rejects.toThrow(/ligne 2 : .*1000 octets/);
  });

  it('starts after the header, whatever the characters before it', async () => {
    const text = '# créé à Évry\nid;nom\n1;été\n';
    const found = await records(text, { start: text.indexOf('1;'), ligne: 3 });
    expect(found).toEqual([{ ligne: 3, cells: ['1', 'été'] }]);
  });

  it('stops when asked to', async () => {
    const body = { content: memoryContent(Buffer.from('a;b\nc;d\n')) };
    const signal = AbortSignal.abort(new Error('arrêt'));
    const reading = async (): Promise<void> => {
      const whole: CsvBody = {
        ...body,
        source: 'inconnue',
        encodage: 'utf-8',
        separateur: ';',
        endOfLine: '\n',
        bom: false,
        start: 0,
        ligne: 1,
        maxRecord: 1000,
      };
      for await (const record of readRecords(whole, signal)) expect(record).toBeUndefined();
    };
    await expect(reading()).rejects.toThrow('arrêt');
  });
});
