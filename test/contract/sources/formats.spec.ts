import { gzipSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { isForeignFile, openTables, SourceFormatError } from '../../../libs/sources/index.ts';
import { encodeText } from '../../../libs/sources/core/fixtures/encode-text.ts';
import { readAll } from './reading.ts';
import { temporaryFiles } from './temporary-files.ts';
import { zipOf } from './zip-of.ts';

const ROWS = [
  { id: 'F1', libelle_formation: 'BTS Hôtellerie', uai: '0010006B' },
  { id: 'F2', libelle_formation: 'CAP "Métiers" {créés} [à] Évry', codes_rncp: ['RNCP99901', 99902] },
  { libelle_formation: 'sans identifiant', id: null },
];
const list = JSON.stringify(ROWS);

describe('JSON and XML', () => {
  const files = temporaryFiles();

  it.each([
    ['a list', list],
    ['a list on many lines, with a mark', `\ufeff\n${JSON.stringify(ROWS, null, 2)}\n`],
    ['data', `{"total": 3, "data": ${list}}`],
    ['results', `{"results": ${list}, "total_count": 3}`],
    ['formations', `{"pagination": {"page": "1"}, "formations": ${list}}`],
    ['one a line', ROWS.map((row) => JSON.stringify(row)).join('\n')],
    ['a string that holds JSON', JSON.stringify(list)],
    ['a string that holds an envelope', JSON.stringify(`{"data": ${list}}`)],
    ['an element a record', recordsXml()],
  ])('the same table, whatever holds it: %s', async (name, content) => {
    const reading = await readAll(await files.write('catalogue.bin', content));
    expect([name, reading.table, reading.separateur]).toEqual([name, 'generique', '']);
    expect(reading.rows).toMatchObject([
      { id: 'F1', libelle: 'BTS Hôtellerie', uai: '0010006B' },
      { id: 'F2', codes: { rncp: ['RNCP99901', 'RNCP99902'] } },
    ]);
    expect(reading.rejets).toMatchObject([{ ligne: 3, colonne: 'id', motif: 'CODE_ABSENT' }]);
  });

  it.each(['windows-1252', 'macintosh'] as const)('JSON in %s is read, for some are', async (encodage) => {
    const content = encodeText(`[{"id":"1","libelle_formation":"Métiers créés à l'hôtel, été"}]`, encodage);
    const reading = await readAll(await files.write('ancien.json', content));
    expect([reading.encodage, reading.rows]).toMatchObject([
      encodage === 'macintosh' ? 'macintosh' : 'iso-8859-1',
      [{ libelle: "Métiers créés à l'hôtel, été" }],
    ]);
  });

  it('every table of an archive is opened, what is none passed over', async () => {
    const path = await files.write(
      'tout.zip',
      zipOf({
        'a.json': list,
        'lisez-moi.txt': 'bonjour',
        'vide.json': '[]',
        'mere.csv': 'numero_uai_trouve;numero_uai_mere;type_rattachement\n0010014K;0010006B;AN\n',
      }),
    );
    expect((await openTables(path)).map(({ table }) => table)).toEqual(['generique', 'acce_mere']);
    expect((await openTables(path, { attendu: 'acce_mere' })).map(({ nom }) => nom)).toEqual([
      'tout.zip (mere.csv)',
    ]);
  });

  it.each([
    ['coupe.json', `{"data": ${list.slice(0, -20)}`],
    ['virgule.json', list.replace('"F2"', '"F2",,')],
    ['coupe.xml', recordsXml().slice(0, -40)],
    ['coupe.json.gz', gzipSync(list.repeat(1)).subarray(0, 90)],
    ['nul.json', `${list}\0`],
  ])('a damaged table is told from a file that is none: %s', async (name, content) => {
    const error: unknown = await readAll(await files.write(name, content)).catch((cause: unknown) => cause);
    expect(error).toBeInstanceOf(SourceFormatError);
    expect(error).toMatchObject({ message: expect.stringContaining(name) as unknown });
    if (!name.endsWith('.gz') && name !== 'nul.json') expect(isForeignFile(error)).toBe(false);
  });

  it.each([
    ['rien.json', '[]'],
    ['nombres.json', '[1, 2, 3]'],
    ['autre.json', '[{"a": 1}]'],
    ['page.html', '<html><body><p>Bonjour<br></body></html>'],
    ['autre.xml', '<a><b><c>1</c></b></a>'],
  ])('a text that is no table is foreign: %s', async (name, content) => {
    const error: unknown = await readAll(await files.write(name, content)).catch((cause: unknown) => cause);
    expect(isForeignFile(error)).toBe(true);
  });

  it('records without number or measure are read in the memory of one record', async () => {
    const one = JSON.stringify({ id: 'F', libelle_formation: 'x'.repeat(2000) });
    const path = await files.write('long.json', `[${Array.from({ length: 25_000 }, () => one).join(',')}]`);
    const before = process.memoryUsage().rss;
    let count = 0;
    const [opened] = await openTables(path);
    for await (const line of opened?.rows() ?? []) if (line.ligne > 0) count += 1;
    expect(count).toBe(25_000);
    expect(process.memoryUsage().rss - before).toBeLessThan(300 * 1024 * 1024);
  });
});

function recordsXml(): string {
  const escape = (value: unknown): string =>
    (typeof value === 'string' || typeof value === 'number' ? String(value) : '')
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;');
  const cell = (name: string, value: unknown): string =>
    (Array.isArray(value) ? value : [value]).map((item) => `<${name}>${escape(item)}</${name}>`).join('');
  const record = (row: object): string =>
    `<r>${Object.entries(row)
      .map(([name, value]) => cell(name, value))
      .join('')}</r>`;
  return `<?xml version="1.0"?>\n<rows>\n${ROWS.map(record).join('\n')}\n</rows>\n`;
}
