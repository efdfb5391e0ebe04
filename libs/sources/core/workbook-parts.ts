import { XmlReader } from './xml-reader.ts';
import type { ByteContent } from './file-to-open.ts';
import { decoderOf } from './encoding.ts';
import type { XmlEvent } from './xml-reader.ts';

/**
 * Events of an XML part of a workbook, a chunk at a time: waiting once a chunk and not once an event is what makes a
 * large workbook quick to read. Excel and its like write UTF-8; throws TypeError for anything else.
 */
export async function* partEvents(
  part: ByteContent,
  signal?: AbortSignal,
): AsyncGenerator<Iterable<XmlEvent>> {
  const reader = new XmlReader();
  const decoder = decoderOf('utf-8');
  let first = true;
  for await (const chunk of part.open()) {
    signal?.throwIfAborted();
    const text = decoder.decode(chunk);
    yield reader.push(first && text.startsWith('\ufeff') ? text.slice(1) : text);
    first = false;
  }
  yield reader.push(decoder.end());
  yield reader.end();
}

/** Name of an element without its namespace prefix. */
export function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

/** The texts that the cells of a workbook share, each without its phonetic reading. */
export async function readSharedStrings(part: ByteContent, signal?: AbortSignal): Promise<string[]> {
  const strings: string[] = [];
  let current: string[] | null = null;
  let inText = false;
  let phonetic = 0;
  for await (const events of partEvents(part, signal))
    for (const event of events) {
      if (event.kind === 'text') {
        if (inText && phonetic === 0) current?.push(event.text);
        continue;
      }
      const name = localName(event.name);
      const opens = event.kind === 'open';
      if (name === 't') inText = opens;
      else if (name === 'rPh') phonetic += opens ? 1 : -1;
      else if (name === 'si' && opens) current = [];
      else if (name === 'si') {
        strings.push((current ?? []).join(''));
        current = null;
      }
    }
  return strings;
}

/** Number formats of Excel that show a date, by their identifier. */
const DATE_FORMATS = new Set([
  14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58,
]);

/** Whether the cells of each style show a date. */
export async function readDateStyles(part: ByteContent, signal?: AbortSignal): Promise<boolean[]> {
  const custom = new Set<number>();
  const styles: boolean[] = [];
  let inCellXfs = false;
  for await (const events of partEvents(part, signal))
    for (const event of events) {
      if (event.kind === 'text') continue;
      const name = localName(event.name);
      if (name === 'cellXfs') inCellXfs = event.kind === 'open';
      if (event.kind !== 'open') continue;
      if (name === 'numFmt') {
        const format = (event.attributes.get('formatCode') ?? '').replace(/"[^"]*"|\[[^\]]*\]|\\./g, '');
        if (/[dy]/i.test(format)) custom.add(Number(event.attributes.get('numFmtId')));
      } else if (name === 'xf' && inCellXfs) {
        const id = Number(event.attributes.get('numFmtId') ?? 0);
        styles.push(DATE_FORMATS.has(id) || custom.has(id));
      }
    }
  return styles;
}
