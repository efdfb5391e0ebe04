import { open } from 'node:fs/promises';
import { createGzip, gzipSync } from 'node:zlib';
import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { encodeText } from '../../../libs/sources/core/fixtures/encode-text.ts';
import type { Encodage } from '../../../libs/sources/index.ts';
import { zipOf } from './zip-of.ts';

/** A broken file, written on demand: a thousand of them never stand on the disk together. */
export interface BrokenFile {
  readonly nom: string;
  write(path: string): Promise<void>;
}

export const ENCODAGES: readonly Encodage[] = ['utf-8', 'windows-1252', 'iso-8859-1', 'macintosh'];
export const COLUMNS = [
  'UAI_GES',
  'UAI_COMPOSANTE',
  'UAI_AFF',
  'LIBFORMATION',
  'LIBSPÉCIALITÉ',
  'CODEMEF',
  'ACADÉMIE',
];
export const ROW = [
  '0010006B',
  '0010014K',
  '0010006B',
  'BTS - Hôtellerie',
  'Métiers créés à Évry',
  '3119990121',
  'Créteil',
];
const INSERTED = [
  '\0',
  '\0\0\0\0',
  '"',
  ';',
  '\n',
  '\r',
  '\r\n',
  '#',
  '\ufeff',
  '\ufffd',
  '"\n"',
  ';;;;;;;;',
  '{',
  ']',
];
const MIB = 1024 * 1024;

/** Numbers in [0, 1[, the same at each run. */
function draws(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
}

/** A catalogue of thirty formations, its columns in a drawn order. */
function catalogue(draw: () => number): string {
  const order = COLUMNS.map((_, index) => ({ index, key: draw() })).sort((a, b) => a.key - b.key);
  const line = (cells: readonly string[]): string => order.map(({ index }) => cells[index]).join(';');
  return `${[line(COLUMNS), ...Array.from({ length: 30 }, () => line(ROW))].join('\n')}\n`;
}

function broken(draw: () => number): Buffer {
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(draw() * items.length)] as Item;
  let content = encodeText(catalogue(draw), pick(ENCODAGES));
  const harms = 1 + Math.floor(draw() * 3);
  for (let harm = 0; harm < harms; harm += 1) {
    const at = Math.floor(draw() * content.length);
    const way = pick([
      'cut',
      'insert',
      'replace',
      'other-encoding',
      'gzip-cut',
      'zip-cut',
      'repeat',
    ] as const);
    if (way === 'cut') content = content.subarray(0, at);
    else if (way === 'repeat') content = Buffer.concat([content, content.subarray(at)]);
    else if (way === 'other-encoding')
      content = Buffer.concat([content, encodeText(catalogue(draw), pick(ENCODAGES))]);
    else if (way === 'gzip-cut') {
      const packed = gzipSync(content);
      return packed.subarray(0, Math.ceil(draw() * packed.length));
    } else if (way === 'zip-cut') {
      const packed = zipOf({ 'a.csv': content, 'b.csv': encodeText(catalogue(draw), 'utf-8') });
      return packed.subarray(0, Math.ceil(draw() * packed.length));
    } else {
      const added = Buffer.from(pick(INSERTED));
      content = Buffer.concat([
        content.subarray(0, at),
        added,
        content.subarray(way === 'insert' ? at : at + added.length),
      ]);
    }
  }
  return content;
}

/** Writes `before`, then so many mebibytes of one byte, then `after`. */
async function writeLong(
  path: string,
  before: string,
  byte: string,
  mebibytes: number,
  after: string,
): Promise<void> {
  const handle = await open(path, 'w');
  const block = Buffer.alloc(MIB, byte);
  try {
    await handle.write(before);
    for (let written = 0; written < mebibytes; written += 1) await handle.write(block);
    await handle.write(after);
  } finally {
    await handle.close();
  }
}

async function writeBomb(path: string, before: string, mebibytes: number): Promise<void> {
  const block = Buffer.alloc(MIB, '0');
  const bytes = function* (): Generator<Buffer> {
    yield Buffer.from(before);
    for (let written = 0; written < mebibytes; written += 1) yield block;
  };
  await pipeline(bytes, createGzip(), createWriteStream(path));
}

const HEADER = `${COLUMNS.join(';')}\n`;

/** The long and the swollen: lines of 50 MB, values of 50 MB, gigabytes packed in a megabyte. */
const LARGE: readonly BrokenFile[] = [
  { nom: 'ligne-50mo.csv', write: (path) => writeLong(path, HEADER, 'x', 50, '\n') },
  { nom: 'entete-50mo.csv', write: (path) => writeLong(path, '', 'x', 50, '\n') },
  { nom: 'guillemet-50mo.csv', write: (path) => writeLong(path, `${HEADER}"`, '\n', 50, '') },
  { nom: 'nul-50mo.csv', write: (path) => writeLong(path, HEADER, '\0', 50, '\n') },
  { nom: 'valeur-50mo.json', write: (path) => writeLong(path, '[{"id":"', 'x', 50, '"}]') },
  { nom: 'imbrique-50mo.json', write: (path) => writeLong(path, '', '[', 50, '') },
  { nom: 'texte-50mo.xml', write: (path) => writeLong(path, '<r><a><id>', 'x', 50, '</id></a></r>') },
  { nom: 'imbrique-50mo.xml', write: (path) => writeLong(path, '<r>', '<', 50, '') },
  { nom: 'bombe.csv.gz', write: (path) => writeBomb(path, HEADER, 1_024) },
  { nom: 'bombe.json.gz', write: (path) => writeBomb(path, '[{"id":"', 1_024) },
];

/** So many small broken files, then the large ones; the same at each run. */
export function* brokenCorpus(small: number): Generator<BrokenFile> {
  const draw = draws(20_261_121);
  for (let rank = 1; rank <= small; rank += 1) {
    const content = broken(draw);
    yield {
      nom: `abime-${rank}.csv`,
      write: async (path) => {
        const handle = await open(path, 'w');
        await handle.write(content);
        await handle.close();
      },
    };
  }
  yield* LARGE;
}
