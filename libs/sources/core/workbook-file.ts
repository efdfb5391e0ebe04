import { ArchiveDamage } from './bounded-chunks.ts';
import { SourceFormatError } from './errors.ts';
import type { ByteContent, FileToOpen } from './file-to-open.ts';
import { Columns } from './recognise.ts';
import type { RecordFile, TableRecord } from './record-file.ts';
import { localName, partEvents, readDateStyles, readSharedStrings } from './workbook-parts.ts';
import { sheetRows, type WorkbookContext } from './workbook-sheet.ts';
import { XmlDamage } from './xml-reader.ts';
import type { ZipContent } from './zip-content.ts';

/** Rows among which the header of a sheet is looked for: titles and remarks come first. */
const HEADER_WITHIN = 50;

/**
 * Opens the sheets of a workbook (xlsx), each whose header is known; when none is, the first one that has
 * rows, so that its header can be named. Formulas give the value that was computed last; macros, drawings and
 * links to other files are never read.
 */
export async function openWorkbook(
  file: FileToOpen,
  zip: ZipContent,
  isKnown: (columns: Columns) => boolean,
  signal: AbortSignal | undefined,
): Promise<RecordFile[]> {
  const part = (membre: string): ByteContent | undefined =>
    zip.contents.find((content) => content.membre === membre);
  const guarded = async <T>(read: () => Promise<T>): Promise<T> => {
    try {
      return await read();
    } catch (cause) {
      throw explain(cause, file, file.source);
    }
  };
  const workbook = part('xl/workbook.xml');
  if (workbook === undefined) {
    const message =
      `${file.nom}, ligne 1, colonne 1 : le document n'est pas un classeur xlsx (docx, pptx ?). ` +
      'Enregistrez la table en xlsx ou en CSV UTF-8.';
    throw new SourceFormatError(message, { source: file.source, fichier: file.nom, ligne: 1, colonne: '1' });
  }
  return guarded(async () => {
    const { sheets, from1904 } = await readSheets(workbook, part('xl/_rels/workbook.xml.rels'), signal);
    const shared = part('xl/sharedStrings.xml');
    const styles = part('xl/styles.xml');
    const context: WorkbookContext = {
      strings: shared === undefined ? [] : await readSharedStrings(shared, signal),
      dateStyles: styles === undefined ? [] : await readDateStyles(styles, signal),
      from1904,
    };
    const found: RecordFile[] = [];
    let first: RecordFile | null = null;
    for (const { nom, membre } of sheets) {
      const content = part(membre);
      if (content === undefined) continue;
      const sheet = await openSheet(file, content, nom, context, isKnown, signal);
      if (sheet === null) continue;
      first ??= sheet;
      if (isKnown(sheet.columns)) found.push(sheet);
    }
    return found.length > 0 || first === null ? found : [first];
  });
}

async function openSheet(
  file: FileToOpen,
  content: ByteContent,
  feuille: string,
  context: WorkbookContext,
  isKnown: (columns: Columns) => boolean,
  signal: AbortSignal | undefined,
): Promise<RecordFile | null> {
  let header: TableRecord | null = null;
  for await (const row of sheetRows(content, context, signal)) {
    const known = isKnown(new Columns(row.cells));
    const filled = (cells: readonly string[]): number => cells.filter((cell) => cell.trim() !== '').length;
    if (known || header === null || filled(row.cells) > filled(header.cells)) header = row;
    if (known || row.ligne > HEADER_WITHIN) break;
  }
  if (header === null) return null;
  const { ligne, cells } = header;
  const columns = new Columns(cells.map((cell) => cell.trim()));
  return {
    nom: `${file.nom} (${feuille})`,
    format: 'xlsx',
    encodage: 'utf-8',
    separateur: '',
    columns,
    ligne,
    annonce: '',
    records: async function* (source, stop) {
      try {
        for await (const row of sheetRows(content, context, stop)) {
          if (row.ligne > ligne) yield row;
        }
      } catch (cause) {
        throw explain(cause, file, source);
      }
    },
  };
}

interface SheetPart {
  readonly nom: string;
  readonly membre: string;
}

/** The sheets of a workbook in the order of their tabs, and whether its dates count from 1904. */
async function readSheets(
  workbook: ByteContent,
  relations: ByteContent | undefined,
  signal: AbortSignal | undefined,
): Promise<{ sheets: SheetPart[]; from1904: boolean }> {
  const targets = new Map<string, string>();
  if (relations !== undefined) {
    for await (const events of partEvents(relations, signal))
      for (const event of events) {
        if (event.kind !== 'open' || localName(event.name) !== 'Relationship') continue;
        const target = event.attributes.get('Target') ?? '';
        const membre = target.startsWith('/') ? target.slice(1) : `xl/${target}`;
        targets.set(event.attributes.get('Id') ?? '', membre);
      }
  }
  const sheets: SheetPart[] = [];
  let from1904 = false;
  for await (const events of partEvents(workbook, signal))
    for (const event of events) {
      if (event.kind !== 'open') continue;
      const name = localName(event.name);
      if (name === 'workbookPr') from1904 = ['1', 'true'].includes(event.attributes.get('date1904') ?? '');
      if (name !== 'sheet') continue;
      const id = [...event.attributes].find(([key]) => key.endsWith(':id'))?.[1] ?? '';
      const membre = targets.get(id) ?? `xl/worksheets/sheet${String(sheets.length + 1)}.xml`;
      sheets.push({ nom: event.attributes.get('name') ?? '', membre });
    }
  return { sheets, from1904 };
}

function explain(cause: unknown, { nom }: FileToOpen, source: string): unknown {
  const why =
    cause instanceof XmlDamage
      ? `ligne ${String(cause.ligne)}, ${cause.raison}`
      : cause instanceof ArchiveDamage
        ? "l'archive est coupée ou abîmée"
        : cause instanceof TypeError
          ? "le texte n'est pas de l'UTF-8"
          : null;
  if (why === null) return cause;
  return new SourceFormatError(`${nom} : classeur illisible, ${why}.`, { source, fichier: nom, cause });
}
