import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { openTables, SourceError } from '../../../libs/sources/index.ts';
import { temporaryFiles } from './temporary-files.ts';
import { zipOf } from './zip-of.ts';
import { workbookOf } from './workbook-of.ts';

const ROWS = Array.from({ length: 20 }, (_, index) => ({
  id: `F${String(index)}`,
  libelle_formation: 'BTS Hôtellerie <é> & "à"',
  codes_rncp: ['RNCP99901'],
}));
const XML = `<?xml version="1.0"?><rows>${ROWS.map(({ id }) => `<r><id>${id}</id><libelle_formation>BTS &amp; été<![CDATA[<x>]]></libelle_formation></r>`).join('')}</rows>`;
const CSV = `id;libelle_formation\n${ROWS.map(({ id }) => `${id};BTS été`).join('\n')}\n`;

const WHOLE: readonly Buffer[] = [
  Buffer.from(JSON.stringify(ROWS)),
  Buffer.from(JSON.stringify({ total: 20, results: ROWS })),
  Buffer.from(ROWS.map((row) => JSON.stringify(row)).join('\n')),
  Buffer.from(JSON.stringify(JSON.stringify(ROWS))),
  Buffer.from(XML),
  workbookOf({ A: [['id', 'libelle_formation'], ...ROWS.map(({ id }) => [id, 'BTS été'])] }),
  zipOf({ 'a.csv': CSV, 'b.json': JSON.stringify(ROWS) }),
];

const bytes = fc.oneof(
  fc.uint8Array({ minLength: 1, maxLength: 6 }),
  fc.constantFrom(
    ...[
      '\0',
      '"',
      '{',
      '}',
      '[',
      ']',
      ',',
      '\\',
      '<',
      '>',
      '&',
      '<!--',
      ']]>',
      '<!DOCTYPE x>',
      '\ufeff',
      '&#0;',
    ].map((text) => Buffer.from(text)),
  ),
);
const damage = fc.record({
  kind: fc.constantFrom('cut', 'insert', 'replace', 'repeat'),
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  bytes,
});

function apply(
  content: Buffer,
  { kind, at, bytes: added }: { kind: string; at: number; bytes: Uint8Array },
): Buffer {
  const index = Math.floor(at * content.length);
  if (kind === 'cut') return content.subarray(0, index);
  if (kind === 'repeat') return Buffer.concat([content, content.subarray(index)]);
  const after = kind === 'insert' ? index : index + added.length;
  return Buffer.concat([content.subarray(0, index), added, content.subarray(after)]);
}

describe('broken JSON, XML, workbooks and archives', () => {
  const files = temporaryFiles();

  it('any damage ends in rows, refused lines or a French error that names the file', async () => {
    const damages = fc.array(damage, { minLength: 1, maxLength: 3 });
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...WHOLE), damages, async (whole, harms) => {
        const path = await files.write('abime.bin', harms.reduce(apply, whole));
        try {
          for (const opened of await openTables(path)) {
            let last = 0;
            for await (const line of opened.rows()) {
              expect(line.ligne).toBeGreaterThanOrEqual(last);
              last = line.ligne;
              if ('rejet' in line) expect([line.rejet.message, line.rejet.motif]).not.toContain('');
            }
          }
        } catch (error) {
          expect(error).toBeInstanceOf(SourceError);
          expect((error as SourceError).message).toMatch(/^abime\.bin\b/);
          expect((error as SourceError).details.fichier).toMatch(/^abime\.bin/);
        }
      }),
      { numRuns: 750 },
    );
  });
});
