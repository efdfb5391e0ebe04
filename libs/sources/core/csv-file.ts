import { findHeader } from './csv-header.ts';
import { readRecords, type CsvBody } from './csv-records.ts';
import { decoderOf } from './encoding.ts';
import { SourceFormatError } from './errors.ts';
import type { ByteContent, FileToOpen } from './file-to-open.ts';
import type { Columns } from './recognise.ts';
import type { RecordFile } from './record-file.ts';
import type { OpenOptions } from './table-reader.ts';
import { encodingOf } from './text-encoding.ts';
import { probeText } from './text-probe.ts';

/** Reads a CSV once for its encoding and finds its header. */
export async function openCsv(
  content: ByteContent,
  file: FileToOpen,
  options: OpenOptions,
  isKnown: (columns: Columns) => boolean,
): Promise<RecordFile> {
  const { nom } = content;
  const { source } = file;
  const probe = await probeText(content, file, options.signal);
  const encodage = encodingOf(probe, options.encodage, nom, source);
  const text = decoderOf(encodage).decode(probe.head);
  const header = findHeader(text, isKnown);
  if (header === null) {
    const empty = text.trim() === '';
    const what = empty ? 'le fichier est vide.' : "aucun en-tête n'a été trouvé dans les premières lignes.";
    const details = { source, fichier: nom, ligne: 1, colonne: '1' };
    throw new SourceFormatError(`${nom}, ligne 1, colonne 1 : ${what}`, details);
  }
  const { separateur, columns, ligne, commentDate: annonce } = header;
  const body: CsvBody = {
    content,
    source,
    encodage,
    separateur,
    endOfLine: probe.endOfLine,
    bom: probe.bom,
    start: header.bodyStart,
    ligne: header.bodyLine,
    maxRecord: file.limits.octetsParLigne,
  };
  return {
    nom,
    format: 'csv',
    encodage,
    separateur,
    columns,
    ligne,
    annonce,
    records: (table, signal) => readRecords({ ...body, source: table }, signal),
  };
}
