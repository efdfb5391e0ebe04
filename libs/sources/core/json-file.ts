import { ArchiveDamage } from './bounded-chunks.ts';
import { decodedText } from './decoded-text.ts';
import { parseDate } from './date-cell.ts';
import { attributed, SourceError, SourceFormatError } from './errors.ts';
import { flatRecord, isObject } from './flat-record.ts';
import { JsonDamage, JsonSplitter, type JsonPiece } from './json-splitter.ts';
import { Columns } from './recognise.ts';
import type { Identify, JsonElement, RecordFile, TableRecord, TextContent } from './record-file.ts';

/** Greatest record, in characters; and greatest text that a JSON string may hold (JSON inside JSON). */
const MAX_RECORD = 32 * 1024 * 1024;
/** The widest table has some 160 columns. */
const MAX_COLUMNS = 2000;

/**
 * Opens a JSON text: a list, an object that holds a list, NDJSON, or a string that is one of them (InserJeunes
 * answers so). Reads it once for its columns, which are all those of its records.
 */
export async function openJson(
  text: TextContent,
  identify: Identify,
  signal: AbortSignal | undefined,
): Promise<RecordFile> {
  const { content, encodage } = text;
  const names = new Set<string>();
  let enveloppe: Record<string, unknown> = {};
  let premier: unknown;
  let rank = 0;
  try {
    for await (const { kind, value } of readValues(text, signal, false)) {
      if (kind === 'enveloppe') {
        if (isObject(value)) enveloppe = value;
        continue;
      }
      rank += 1;
      premier ??= value;
      if (!isObject(value)) continue;
      for (const name of flatRecord(value).keys()) names.add(name);
      if (names.size > MAX_COLUMNS)
        throw refused(text, rank, `plus de ${String(MAX_COLUMNS)} champs différents`);
    }
  } catch (error) {
    const owner = identify(new Columns([...names]), { enveloppe, premier });
    throw error instanceof SourceError && owner !== null ? attributed(error, owner) : error;
  }
  const columns = new Columns([...names]);
  return {
    nom: content.nom,
    format: 'json',
    encodage,
    separateur: '',
    columns,
    ligne: 1,
    annonce: announcedDate(enveloppe),
    records: (source, stop) => jsonRecords({ ...text, source }, columns, stop),
    json: {
      enveloppe,
      premier,
      elements: (source, stop, racines = false) => jsonElements({ ...text, source }, stop, racines),
    },
  };
}

/** Date at which the producer says to have made the answer (`metadata.date…`), or ''. */
function announcedDate(enveloppe: Readonly<Record<string, unknown>>): string {
  let latest = '';
  for (const [name, cell] of flatRecord(enveloppe)) {
    const date = /date/i.test(name) ? parseDate(cell) : null;
    if (date && date > latest) latest = date;
  }
  return latest;
}

async function* jsonRecords(
  text: TextContent,
  columns: Columns,
  signal: AbortSignal | undefined,
): AsyncGenerator<TableRecord> {
  for await (const { ligne, value } of jsonElements(text, signal, false)) {
    const flat = isObject(value) ? flatRecord(value) : new Map<string, string>();
    yield { ligne, cells: columns.names.map((name) => flat.get(name) ?? '') };
  }
}

async function* jsonElements(
  text: TextContent,
  signal: AbortSignal | undefined,
  racines: boolean,
): AsyncGenerator<JsonElement> {
  let ligne = 0;
  for await (const { kind, value } of readValues(text, signal, racines)) {
    if (kind === 'element') yield { ligne: (ligne += 1), value };
  }
}

interface JsonValue {
  readonly kind: JsonPiece['kind'];
  readonly value: unknown;
}

async function* readValues(
  text: TextContent,
  signal: AbortSignal | undefined,
  racines: boolean,
): AsyncGenerator<JsonValue> {
  const splitter = new JsonSplitter(MAX_RECORD, racines);
  let rank = 0;
  const parse = function* (pieces: readonly JsonPiece[]): Generator<JsonValue> {
    for (const { kind, text: json } of pieces) {
      rank += 1;
      yield* parseValue(text, kind, json, rank, racines);
    }
  };
  try {
    for await (const chunk of decodedText(text.content, text.encodage, text.bom)) {
      signal?.throwIfAborted();
      yield* parse(splitter.push(chunk));
    }
    yield* parse(splitter.end());
  } catch (cause) {
    if (cause instanceof JsonDamage) throw refused(text, cause.rank, cause.raison, cause);
    if (cause instanceof ArchiveDamage) throw refused(text, rank, "l'archive est coupée ou abîmée", cause);
    throw cause;
  }
}

/** Parses one piece; a string that holds JSON is cut and parsed in its turn, once. */
function* parseValue(
  text: TextContent,
  kind: JsonPiece['kind'],
  json: string,
  rank: number,
  racines: boolean,
): Generator<JsonValue> {
  const value = parsed(text, json, rank);
  if (typeof value !== 'string' || !/^\s*[{[]/.test(value)) {
    yield { kind, value };
    return;
  }
  const inner = new JsonSplitter(MAX_RECORD, racines);
  for (const piece of [...inner.push(value), ...inner.end()]) {
    yield { kind: piece.kind, value: parsed(text, piece.text, rank) };
  }
}

function parsed(text: TextContent, json: string, rank: number): unknown {
  try {
    return JSON.parse(json) as unknown;
  } catch (cause) {
    throw refused(text, rank, "ce n'est pas du JSON", cause);
  }
}

function refused({ content, source }: TextContent, rank: number, why: string, cause?: unknown) {
  return new SourceFormatError(`${content.nom}, enregistrement ${String(rank)} : JSON illisible, ${why}.`, {
    source,
    fichier: content.nom,
    ligne: rank,
    cause,
  });
}
