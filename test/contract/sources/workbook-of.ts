import { zipOf } from './zip-of.ts';

/** A cell as it is written: shared text, inline text, a number, a day (serial number shown as a date), a boolean. */
export type SheetCell =
  | string
  | { readonly inline: string }
  | { readonly number: number | string }
  | { readonly day: number }
  | { readonly bool: boolean }
  | { readonly error: string }
  | null;

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** A minimal workbook: one sheet a name, rows of cells; null leaves a cell out, as Excel does. */
export function workbookOf(
  sheets: Readonly<Record<string, readonly (readonly SheetCell[])[]>>,
  extra: Readonly<Record<string, string>> = {},
): Buffer {
  const strings: string[] = [];
  const shared = (text: string): number => {
    if (!strings.includes(text)) strings.push(text);
    return strings.indexOf(text);
  };
  const names = Object.keys(sheets);
  const parts = names.map((name, index) => [
    `xl/worksheets/sheet${String(index + 1)}.xml`,
    `<worksheet><sheetData>${(sheets[name] ?? []).map((row, at) => rowXml(row, at + 1, shared)).join('')}</sheetData></worksheet>`,
  ]);
  return zipOf({
    '[Content_Types].xml': '<Types/>',
    'xl/workbook.xml':
      '<workbook xmlns:r="r"><sheets>' +
      names.map((name, index) => `<sheet name="${escape(name)}" r:id="rId${String(index + 1)}"/>`).join('') +
      '</sheets></workbook>',
    'xl/_rels/workbook.xml.rels':
      '<Relationships>' +
      names
        .map(
          (_, index) =>
            `<Relationship Id="rId${String(index + 1)}" Target="worksheets/sheet${String(index + 1)}.xml"/>`,
        )
        .join('') +
      '</Relationships>',
    'xl/styles.xml':
      '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs></styleSheet>',
    ...Object.fromEntries(parts),
    'xl/sharedStrings.xml': `<sst>${strings.map((text) => `<si><r><t xml:space="preserve">${escape(text)}</t></r><rPh><t>non</t></rPh></si>`).join('')}</sst>`,
    ...extra,
  });
}

function rowXml(cells: readonly SheetCell[], ligne: number, shared: (text: string) => number): string {
  const xml = cells.map((cell, index) => {
    const at = `r="${String.fromCharCode(65 + index)}${String(ligne)}"`;
    if (cell === null) return '';
    if (typeof cell === 'string') return `<c ${at} t="s"><v>${String(shared(cell))}</v></c>`;
    if ('inline' in cell) return `<c ${at} t="inlineStr"><is><t>${escape(cell.inline)}</t></is></c>`;
    if ('number' in cell) return `<c ${at}><v>${String(cell.number)}</v></c>`;
    if ('day' in cell) return `<c ${at} s="1"><v>${String(cell.day)}</v></c>`;
    if ('error' in cell) return `<c ${at} t="e"><v>${cell.error}</v></c>`;
    return `<c ${at} t="b"><v>${cell.bool ? '1' : '0'}</v></c>`;
  });
  return `<row r="${String(ligne)}">${xml.join('')}</row>`;
}
