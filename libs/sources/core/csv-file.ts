import { openContents } from './byte-content.ts';
import { findHeader, type CsvHeader } from './csv-header.ts';
import type { CsvBody } from './csv-records.ts';
import { decoderOf } from './encoding.ts';
import { SourceError, SourceFormatError } from './errors.ts';
import type { ByteContent, FileToOpen } from './file-to-open.ts';
import type { TableId } from './canonical.ts';
import type { Columns } from './recognise.ts';
import type { OpenOptions } from './table-reader.ts';
import { encodingOf } from './text-encoding.ts';
import { probeText } from './text-probe.ts';

/** A CSV whose encoding and header are known. */
export interface CsvFile {
  readonly nom: string;
  readonly header: CsvHeader;
  readonly body: CsvBody;
}

/** The table whose header these columns are. */
export type Identify = (columns: Columns) => TableId | null;

/** Characters among which a header is looked for in a text that cannot be read to its end. */
const HEAD = 64 * 1024;

/**
 * Reads each text of a file once and finds its header. In an archive of several files those that are not CSV
 * are passed over, unless none is or one is a table that is damaged.
 */
export async function openCsvFiles(
  file: FileToOpen,
  options: OpenOptions,
  identify: Identify,
): Promise<CsvFile[]> {
  const files: CsvFile[] = [];
  let failure: SourceError | null = null;
  for (const content of await openContents(file)) {
    try {
      files.push(await openCsvContent(content, file, options, identify));
    } catch (error) {
      if (!(error instanceof SourceError)) throw error;
      const owner = await ownerOf(content, identify);
      if (owner !== null && error.details.source === 'inconnue') throw attributed(error, owner);
      failure ??= error;
    }
  }
  if (failure !== null && files.length === 0) throw failure;
  return files;
}

async function openCsvContent(
  content: ByteContent,
  file: FileToOpen,
  options: OpenOptions,
  identify: Identify,
): Promise<CsvFile> {
  const { nom } = content;
  const { source } = file;
  const probe = await probeText(content, file, options.signal);
  const encodage = encodingOf(probe, options.encodage, nom, source);
  const text = decoderOf(encodage).decode(probe.head);
  const header = findHeader(text, (columns) => identify(columns) !== null);
  if (header === null) {
    const empty = text.trim() === '';
    const what = empty ? 'le fichier est vide.' : "aucun en-tête n'a été trouvé dans les premières lignes.";
    const details = { source, fichier: nom, ligne: 1, colonne: '1' };
    throw new SourceFormatError(`${nom}, ligne 1, colonne 1 : ${what}`, details);
  }
  const body: CsvBody = {
    content,
    source,
    encodage,
    separateur: header.separateur,
    endOfLine: probe.endOfLine,
    bom: probe.bom,
    start: header.bodyStart,
    ligne: header.bodyLine,
    maxRecord: file.limits.octetsParLigne,
  };
  return { nom, header, body };
}

/**
 * The table that a damaged text was: its header still tells, accents aside, so that who reads a folder knows
 * a broken table from a file that has nothing to do there.
 */
async function ownerOf(content: ByteContent, identify: Identify): Promise<TableId | null> {
  let head = '';
  try {
    for await (const chunk of content.openTolerant()) {
      head += chunk.toString('utf8');
      if (head.length > HEAD) break;
    }
  } catch {
    // What was read before the damage is what can be looked at.
  }
  const text = head.slice(head.startsWith('\ufeff') ? 1 : 0, HEAD);
  const header = findHeader(text, (columns) => identify(columns) !== null);
  return header && identify(header.columns);
}

function attributed(error: SourceError, source: TableId): SourceError {
  return error instanceof SourceFormatError
    ? new SourceFormatError(error.message, { ...error.details, source })
    : error;
}
