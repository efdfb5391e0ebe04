import { describe, expect, it } from '@jest/globals';
import {
  isForeignFile,
  openTables,
  SourceFormatError,
  UnknownTableError,
} from '../../../libs/sources/index.ts';
import { readAll } from './reading.ts';
import { temporaryFiles } from './temporary-files.ts';
import { zipOf } from './zip-of.ts';
import { workbookOf, type SheetCell } from './workbook-of.ts';

const HEADER: readonly SheetCell[] = [
  'CODEFORMATIONACCUEIL',
  'code_certification_retenu',
  'annee',
  'commentaire',
];

describe('workbooks', () => {
  const files = temporaryFiles();

  it('a sheet is a table: text shared or inline, numbers, days, booleans, empty cells, errors', async () => {
    const path = await files.write(
      'encodages.xlsx',
      workbookOf({
        Présentation: [['Lisez-moi'], ['Encodages manuels de la campagne']],
        Encodages: [
          ['Encodages retenus'],
          [],
          HEADER,
          [{ number: 9901 }, '32099901', { number: 2024 }, { day: 45464 }],
          [{ inline: '9902' }, { number: '32099902' }, null, { bool: true }],
          [null, null, null, null],
          ['9903', null, { number: '2023.0000000000002' }, { error: '#N/A' }],
        ],
      }),
    );
    const reading = await readAll(path);
    expect(reading).toMatchObject({
      table: 'encodage_manuel',
      nom: 'encodages.xlsx (Encodages)',
      separateur: '',
      rejets: [],
    });
    expect(reading.lignes).toEqual([4, 5, 7]);
    expect(reading.rows).toMatchObject([
      { codeFormationAccueil: '9901', cfd: '32099901', annee: 2024, commentaire: '2024-06-21' },
      { codeFormationAccueil: '9902', cfd: '32099902', annee: null, commentaire: 'true' },
      { codeFormationAccueil: '9903', code: null, annee: 2023, commentaire: null },
    ]);
  });

  it('two sheets that are tables are opened both, or refused where one is wanted', async () => {
    const rates = [
      ['uai', 'sise', 'taux_passage'],
      ['0010006B', '2499901', { number: '43.7' }],
    ] as const;
    const path = await files.write('deux.xlsx', workbookOf({ A: [HEADER, ['1', '32099901']], B: rates }));
    expect((await openTables(path)).map(({ table }) => table)).toEqual(['encodage_manuel', 'sies_passage']);
    await expect(readAll(path)).rejects.toThrow(/deux\.xlsx : l'archive contient plusieurs tables/);
    expect((await readAll(path, { attendu: 'sies_passage' })).rows).toMatchObject([
      { taux: { valeur: 43.7 } },
    ]);
  });

  it('a workbook that is no table is foreign, and its header is named', async () => {
    const path = await files.write(
      'notes.xlsx',
      workbookOf({
        Notes: [
          ['Nom', 'Note'],
          ['A', '12'],
        ],
      }),
    );
    const error: unknown = await readAll(path).catch((cause: unknown) => cause);
    expect(error).toBeInstanceOf(UnknownTableError);
    expect(error).toMatchObject({ message: expect.stringContaining('Nom ; Note') as unknown });
    expect(isForeignFile(error)).toBe(true);
  });

  it.each([
    ['doctype', { 'xl/workbook.xml': '<!DOCTYPE x [<!ENTITY a "b">]><workbook/>' }, /DOCTYPE/],
    ['coupé', { 'xl/sharedStrings.xml': '<sst><si>' }, /coupé/],
    ['latin1', { 'xl/styles.xml': '<styleSheet>' }, /coupé/],
  ])('a part that is not sound is refused: %s', async (name, extra, message) => {
    const path = await files.write(`${name}.xlsx`, workbookOf({ A: [HEADER] }, extra));
    await expect(readAll(path)).rejects.toThrow(SourceFormatError);
    await expect(readAll(path)).rejects.toThrow(message);
  });

  it('a bomb is refused, and a sheet that goes on for ever too', async () => {
    const zeros = `<sst>${'<si><t>x</t></si>'.repeat(2_000_000)}</sst>`;
    const bomb = await files.write(
      'bombe.xlsx',
      workbookOf({ A: [HEADER] }, { 'xl/sharedStrings.xml': zeros }),
    );
    await expect(readAll(bomb)).rejects.toThrow(/taux de compression admis/);
    const wide = '<worksheet><sheetData><row r="1"><c r="ZZZ1"><v>1</v></c></row></sheetData></worksheet>';
    const path = await files.write('large.xlsx', workbookOf({ A: [] }, { 'xl/worksheets/sheet1.xml': wide }));
    await expect(readAll(path)).rejects.toThrow(/trop de colonnes/);
  });

  it('a document of another program is no workbook', async () => {
    const path = await files.write(
      'lettre.docx',
      zipOf({ '[Content_Types].xml': '<x/>', 'word/d.xml': '<x/>' }),
    );
    await expect(readAll(path)).rejects.toThrow(/pas un classeur xlsx/);
  });
});
