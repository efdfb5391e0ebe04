import { excelDate } from './excel-date.ts';
import type { ByteContent } from './file-to-open.ts';
import type { TableRecord } from './record-file.ts';
import { localName, partEvents } from './workbook-parts.ts';
import { XmlDamage } from './xml-reader.ts';

/** What the sheets of a workbook share. */
export interface WorkbookContext {
  readonly strings: readonly string[];
  /** Whether the cells of each style show a date. */
  readonly dateStyles: readonly boolean[];
  readonly from1904: boolean;
}

const MAX_COLUMNS = 2000;
/** Greatest content of a row, in characters: cells may share one long text a thousand times. */
const MAX_ROW = 4 * 1024 * 1024;

/** Column of a reference such as `AB12`, from 0; -1 when it has none. */
function columnOf(reference: string | undefined): number {
  const letters = /^[A-Z]{1,3}/.exec(reference ?? '')?.[0] ?? '';
  return [...letters].reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

/** The rows of a sheet that hold something, each with its number in the sheet. Throws XmlDamage, ArchiveDamage. */
export async function* sheetRows(
  part: ByteContent,
  context: WorkbookContext,
  signal?: AbortSignal,
): AsyncGenerator<TableRecord> {
  let cells: string[] = [];
  let ligne = 0;
  let size = 0;
  let column = -1;
  let type = 'n';
  let style = 0;
  let text = '';
  let takes = false;
  for await (const events of partEvents(part, signal))
    for (const event of events) {
      if (event.kind === 'text') {
        if (takes) text += event.text;
        continue;
      }
      const name = localName(event.name);
      if (event.kind === 'open') {
        if (name === 'row') {
          ligne = Number(event.attributes.get('r') ?? ligne + 1);
          cells = [];
          size = 0;
          column = -1;
        } else if (name === 'c') {
          const at = columnOf(event.attributes.get('r'));
          column = at < 0 ? column + 1 : at;
          type = event.attributes.get('t') ?? 'n';
          style = Number(event.attributes.get('s') ?? 0);
          text = '';
        } else if (name === 'v' || name === 't') takes = true;
        continue;
      }
      if (name === 'v' || name === 't') takes = false;
      else if (name === 'c' && text !== '') {
        if (column >= MAX_COLUMNS) throw new XmlDamage(ligne, 'la feuille a trop de colonnes');
        const value = valueOf(text, type, style, context);
        size += value.length;
        if (size > MAX_ROW) throw new XmlDamage(ligne, 'une rangée est trop longue');
        while (cells.length < column) cells.push('');
        cells[column] = value;
      } else if (name === 'row' && cells.some((cell) => cell.trim() !== '')) yield { ligne, cells };
    }
}

/** Text of a cell: what Excel would show of a date, and the number as it was typed of any other number. */
function valueOf(text: string, type: string, style: number, context: WorkbookContext): string {
  if (type === 's') return context.strings[Number(text)] ?? '';
  if (type === 'b') return text === '1' ? 'true' : 'false';
  // A formula in error says nothing.
  if (type === 'e') return '';
  if (type !== 'n') return text;
  const number = Number(text);
  if (context.dateStyles[style] === true) return excelDate(number, context.from1904) ?? text;
  // Seventeen digits are the noise of binary fractions: 24.699999999999999 was typed 24.7.
  return Number.isFinite(number) && text.includes('.') ? String(Number(number.toPrecision(15))) : text;
}
