import { openContents } from './byte-content.ts';
import { openCsv } from './csv-file.ts';
import { findHeader } from './csv-header.ts';
import { attributed, SourceError } from './errors.ts';
import type { ByteContent, FileToOpen } from './file-to-open.ts';
import { openJson } from './json-file.ts';
import type { Identify, RecordFile, TextContent } from './record-file.ts';
import type { TableId } from './canonical.ts';
import type { OpenOptions } from './table-reader.ts';
import { encodingOf } from './text-encoding.ts';
import { probeText } from './text-probe.ts';
import { openWorkbook } from './workbook-file.ts';
import { openXml } from './xml-file.ts';

/** Characters among which a header is looked for in a text that cannot be read to its end. */
const HEAD = 64 * 1024;

/**
 * Reads each content of a file once and finds its columns. In an archive of several files those that are no
 * table are passed over, unless none is one or one is a table that is damaged.
 */
export async function openRecordFiles(
  file: FileToOpen,
  options: OpenOptions,
  identify: Identify,
): Promise<RecordFile[]> {
  const zip = await openContents(file);
  if (zip.isWorkbook) {
    return openWorkbook(file, zip, (columns) => identify(columns) !== null, options.signal);
  }
  const files: RecordFile[] = [];
  let failure: SourceError | null = null;
  for (const content of zip.contents) {
    try {
      files.push(await openContent(content, file, options, identify));
    } catch (error) {
      if (!(error instanceof SourceError)) throw error;
      const owner = await ownerOf(content, identify);
      if (owner !== null) throw attributed(error, owner);
      failure ??= error;
    }
  }
  if (failure !== null && files.length === 0) throw failure;
  return files;
}

async function openContent(
  content: ByteContent,
  file: FileToOpen,
  options: OpenOptions,
  identify: Identify,
): Promise<RecordFile> {
  const { signal } = options;
  const markup = await markupOf(content);
  if (markup === null) return openCsv(content, file, options, (columns) => identify(columns) !== null);
  const probe = await probeText(content, file, signal, true);
  const encodage = encodingOf(probe, options.encodage, content.nom, file.source);
  const text: TextContent = { content, source: file.source, encodage, bom: probe.bom };
  return markup === 'json' ? openJson(text, identify, signal) : openXml(text, identify, signal);
}

/** Whether a text is JSON or XML, by its first characters; a CSV never starts so. */
async function markupOf(content: ByteContent): Promise<'json' | 'xml' | null> {
  const start = (await headOf(content, 64)).slice(0, 1000);
  // A string that holds JSON starts with an escaped quote soon after its first bracket.
  if (/^[[{]/.test(start) || /^"(?:\s|\\[nrt])*[[{](?:\s|\\[nrt]|[[{])*\\"/.test(start)) return 'json';
  return /^<[?!A-Za-z]/.test(start) ? 'xml' : null;
}

/** The first characters of a text, read as UTF-8 whatever it is; what comes before a damage for a cut one. */
async function headOf(content: ByteContent, length: number): Promise<string> {
  let head = '';
  try {
    for await (const chunk of content.openTolerant()) {
      head = `${head}${chunk.toString('utf8')}`.replace(/^\ufeff/, '').trimStart();
      if (head.length > length) break;
    }
  } catch {
    // What was read before the damage is what can be looked at; the reading that follows meets the damage.
  }
  return head;
}

/**
 * The table that a damaged text was: its header still tells, accents aside, so that who reads a folder knows
 * a broken table from a file that has nothing to do there.
 */
async function ownerOf(content: ByteContent, identify: Identify): Promise<TableId | null> {
  const text = (await headOf(content, HEAD)).slice(0, HEAD);
  const header = findHeader(text, (columns) => identify(columns) !== null);
  return header && identify(header.columns);
}
