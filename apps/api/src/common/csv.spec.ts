import { Readable } from 'node:stream';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from '@jest/globals';
import { csvDocument, csvParts, type CsvCell } from './csv.ts';

describe('CSV for spreadsheets', () => {
  it('has a mark, semicolons, CRLF, and a comma in numbers', () => {
    expect(
      csvDocument(
        ['a', 'b'],
        [
          ['é', 12.5],
          [null, -3],
        ],
      ),
    ).toBe('\uFEFFa;b\r\né;12,5\r\n;-3\r\n');
  });

  it.each(['=1+1', '+33', '-2', '@SUM(A1)', '\tx', '\rx'])('never lets %j be run', (cell) => {
    const [[read]] = parse(csvDocument([], [[cell]]), { delimiter: ';', bom: true, from: 2 }) as [[string]];
    expect(read).toBe(`'${cell}`);
  });

  it('says the same a part at a time: one mark, one header', async () => {
    const parts = [
      [['é;', 12.5]],
      [],
      [
        [null, '=1'],
        ['a\r\nb', 'c'],
      ],
    ];
    let written = '';
    for await (const part of csvParts(['a', 'b'], Readable.from(parts), (row: CsvCell[]) => row))
      written += part;
    expect(written).toBe(csvDocument(['a', 'b'], parts.flat()));
    for await (const part of csvParts(['a', 'b'], [], (row: CsvCell[]) => row)) written = part;
    expect(written).toBe(csvDocument(['a', 'b'], []));
  });

  it('gives back every text that is no formula', () => {
    const texts = fc.array(
      fc.string().filter((text) => !/^[=+\-@\t\r]/.test(text)),
      { minLength: 2, maxLength: 5 },
    );
    fc.assert(
      fc.property(texts, (row) => {
        const read = parse(
          csvDocument(
            row.map(() => 'x'),
            [row],
          ),
          { delimiter: ';', bom: true, from: 2 },
        );
        expect(read).toEqual([row]);
      }),
    );
  });
});
