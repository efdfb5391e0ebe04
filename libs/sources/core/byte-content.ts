import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { pipeline } from 'node:stream';
import { constants, createGunzip } from 'node:zlib';
import { boundedChunks } from './bounded-chunks.ts';
import { SourceFileError, SourceFormatError } from './errors.ts';
import type { ByteContent, FileToOpen } from './file-to-open.ts';
import { isZip, openZip, type ZipContent } from './zip-content.ts';

/**
 * The texts of a file: one, as many as a zip has members that may be tables, or the parts of a workbook. What
 * packs the file is told by its first bytes, never by its name.
 */
export async function openContents(file: FileToOpen): Promise<ZipContent> {
  const { path, nom, source } = file;
  const size = await sizeOf(file);
  if (size === 0) {
    throw new SourceFormatError(`${nom}, ligne 1, colonne 1 : le fichier est vide.`, {
      source,
      fichier: nom,
      ligne: 1,
      colonne: '1',
    });
  }
  const head = await readHead(path);
  if (head[0] === 0x1f && head[1] === 0x8b) return single(gzipContent(file, size));
  if (isZip(head)) return openZip(file);
  return single({ nom, open: () => plain(path), openTolerant: () => plain(path) });
}

function single(content: ByteContent): ZipContent {
  return { isWorkbook: false, contents: [{ ...content, membre: content.nom }] };
}

async function sizeOf({ path, nom, source }: FileToOpen): Promise<number> {
  try {
    const stats = await stat(path);
    if (stats.isFile()) return stats.size;
  } catch (cause) {
    const message = `${nom} : le fichier n'existe pas ou ne peut pas être lu.`;
    throw new SourceFileError(message, { source, fichier: nom, cause });
  }
  throw new SourceFileError(`${nom} : ce n'est pas un fichier.`, { source, fichier: nom });
}

async function readHead(path: string): Promise<Buffer> {
  const handle = await open(path);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(8), 0, 8, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

function plain(path: string): AsyncIterable<Buffer> {
  return createReadStream(path, { highWaterMark: 256 * 1024 }) as AsyncIterable<Buffer>;
}

function gzipContent(file: FileToOpen, packed: number): ByteContent {
  const unpack = (finishFlush: number): AsyncIterable<Buffer> => {
    const gunzip = createGunzip({ chunkSize: 256 * 1024, finishFlush });
    // The reader meets the error on gunzip itself, which pipeline destroys.
    pipeline(createReadStream(file.path), gunzip, () => undefined);
    return boundedChunks(gunzip, packed, file);
  };
  return {
    nom: file.nom,
    open: () => unpack(constants.Z_FINISH),
    openTolerant: () => unpack(constants.Z_SYNC_FLUSH),
  };
}
