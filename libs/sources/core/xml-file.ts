import { ArchiveDamage } from './bounded-chunks.ts';
import { decodedText } from './decoded-text.ts';
import { attributed, SourceError, SourceFormatError, UnknownTableError } from './errors.ts';
import { Columns } from './recognise.ts';
import type { Identify, RecordFile, TableRecord, TextContent } from './record-file.ts';
import { XmlDamage, XmlReader, type XmlEvent } from './xml-reader.ts';

const MAX_RECORD = 8 * 1024 * 1024;
const MAX_COLUMNS = 2000;

/**
 * Opens an XML text whose root holds one element a record (`<formations><formation>…`). The text of an
 * element below is a cell named by its path (`type_Formation.type_formation_sigle`); the same path met again
 * in a record adds to its cell after `|`.
 */
export async function openXml(
  text: TextContent,
  identify: Identify,
  signal: AbortSignal | undefined,
): Promise<RecordFile> {
  const { content, encodage } = text;
  const names = new Set<string>();
  try {
    for await (const { cells, rank } of readElements(text, signal)) {
      for (const name of cells.keys()) names.add(name);
      if (names.size > MAX_COLUMNS) {
        throw refused(text, rank, `plus de ${String(MAX_COLUMNS)} éléments différents`);
      }
    }
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    const owner = identify(new Columns([...names]));
    if (owner !== null) throw attributed(error, owner);
    // A page of the web is no damaged table.
    throw new UnknownTableError(error.message, error.details);
  }
  const columns = new Columns([...names]);
  return {
    nom: content.nom,
    format: 'xml',
    encodage,
    separateur: '',
    columns,
    ligne: 1,
    annonce: '',
    records: (source, stop) => xmlRecords({ ...text, source }, columns, stop),
  };
}

async function* xmlRecords(
  text: TextContent,
  columns: Columns,
  signal: AbortSignal | undefined,
): AsyncGenerator<TableRecord> {
  for await (const { cells, rank } of readElements(text, signal)) {
    yield { ligne: rank, cells: columns.names.map((name) => cells.get(name) ?? '') };
  }
}

interface XmlRecord {
  readonly rank: number;
  readonly cells: ReadonlyMap<string, string>;
}

async function* readElements(text: TextContent, signal: AbortSignal | undefined): AsyncGenerator<XmlRecord> {
  const reader = new XmlReader();
  const builder = new RecordBuilder();
  try {
    for await (const chunk of decodedText(text.content, text.encodage, text.bom)) {
      signal?.throwIfAborted();
      for (const event of reader.push(chunk)) yield* builder.add(event);
    }
    for (const event of reader.end()) yield* builder.add(event);
  } catch (cause) {
    if (cause instanceof XmlDamage) throw refused(text, cause.ligne, cause.raison, cause);
    if (cause instanceof ArchiveDamage) {
      throw refused(text, builder.rank, "l'archive est coupée ou abîmée", cause);
    }
    throw cause;
  }
}

/** Gathers the events of one record. */
class RecordBuilder {
  rank = 0;
  private path: string[] = [];
  private cells = new Map<string, string>();
  private text = '';
  private size = 0;
  /** Whether nothing was opened since the last opening: an element that holds others leaves no cell. */
  private leaf = true;

  *add(event: XmlEvent): Generator<XmlRecord> {
    if (event.kind === 'open') {
      this.path.push(event.name);
      this.leaf = true;
      this.text = '';
      for (const [name, value] of event.attributes) {
        if (this.path.length >= 2 && !name.startsWith('xml')) this.set([...this.path.slice(2), name], value);
      }
    } else if (event.kind === 'text') {
      this.text += event.text;
      this.size += event.text.length;
      if (this.size > MAX_RECORD) throw new XmlDamage(this.rank + 1, 'un enregistrement est sans fin');
    } else {
      const value = this.text.trim();
      this.text = '';
      if (this.path.length > 2 && this.leaf) this.set(this.path.slice(2), value);
      this.leaf = false;
      this.path.pop();
      if (this.path.length !== 1) return;
      this.rank += 1;
      yield { rank: this.rank, cells: this.cells };
      this.cells = new Map();
      this.size = 0;
    }
  }

  private set(path: readonly string[], value: string): void {
    const name = path.join('.');
    const before = this.cells.get(name);
    if (before === undefined || before === '') this.cells.set(name, value);
    else if (value !== '') this.cells.set(name, `${before}|${value}`);
  }
}

function refused({ content, source }: TextContent, ligne: number, why: string, cause?: unknown) {
  return new SourceFormatError(`${content.nom}, ligne ${String(ligne)} : XML ou HTML illisible, ${why}.`, {
    source,
    fichier: content.nom,
    ligne,
    cause,
  });
}
