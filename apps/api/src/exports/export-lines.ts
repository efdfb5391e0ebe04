import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';

/** A line of `formations.ndjson`, and where it stands in bytes. */
export interface ExportLine {
  readonly offset: number;
  readonly bytes: Buffer;
}

/** Where a line stands in its file. */
export interface LinePlace {
  readonly offset: number;
  readonly length: number;
}

const LINE_FEED = 0x0a;

/** The lines of a file, one at a time and never the whole of it. */
export async function* exportLines(file: string): AsyncGenerator<ExportLine> {
  let rest: Buffer = Buffer.alloc(0);
  let offset = 0;
  for await (const chunk of createReadStream(file, { highWaterMark: 1 << 18 })) {
    const bytes = Buffer.concat([rest, chunk as Buffer]);
    let start = 0;
    for (let end = bytes.indexOf(LINE_FEED); end !== -1; end = bytes.indexOf(LINE_FEED, start)) {
      yield { offset: offset + start, bytes: bytes.subarray(start, end) };
      start = end + 1;
    }
    offset += start;
    rest = bytes.subarray(start);
  }
  if (rest.length > 0) yield { offset, bytes: rest };
}

/** Reads chosen lines of a file again; no place, no line. */
export async function readLines(
  file: string,
  places: readonly (LinePlace | null)[],
): Promise<(string | null)[]> {
  const handle = await open(file);
  try {
    const lines: (string | null)[] = [];
    for (const place of places) {
      if (place === null) {
        lines.push(null);
        continue;
      }
      const bytes = Buffer.alloc(place.length);
      await handle.read(bytes, 0, place.length, place.offset);
      lines.push(bytes.toString('utf8'));
    }
    return lines;
  } finally {
    await handle.close();
  }
}
