import { createHash } from 'node:crypto';
import { mkdir, open, rename, rm, type FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';
import { SourceFileError } from '../errors.ts';
import { readBody, type BodyToRead } from './response-body.ts';

/** A body on disk. */
export interface SavedFile {
  readonly path: string;
  /** Of the bytes on disk, in lower-case hexadecimal. */
  readonly sha256: string;
  readonly bytes: number;
}

/**
 * Streams a body to a file beside its name, hashed on the way and synced, then gives it its name: nobody ever
 * sees a file that is not whole. A failed transfer leaves nothing.
 */
export async function saveBody(body: BodyToRead, path: string): Promise<SavedFile> {
  const partial = `${path}.partiel`;
  const hash = createHash('sha256');
  let bytes = 0;
  try {
    const handle = await opened(partial, body.source);
    try {
      for await (const chunk of readBody(body)) {
        hash.update(chunk);
        bytes += chunk.length;
        await written(handle, chunk, body.source, partial);
      }
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(partial, path);
  } catch (error) {
    await rm(partial, { force: true });
    throw error;
  }
  return { path, sha256: hash.digest('hex'), bytes };
}

async function opened(path: string, source: string): Promise<FileHandle> {
  try {
    await mkdir(dirname(path), { recursive: true });
    return await open(path, 'w');
  } catch (cause) {
    throw new SourceFileError(`${source} : le fichier ${path} ne peut pas être créé.`, { source, cause });
  }
}

async function written(handle: FileHandle, chunk: Buffer, source: string, path: string): Promise<void> {
  try {
    await handle.writeFile(chunk);
  } catch (cause) {
    throw new SourceFileError(`${source} : le fichier ${path} ne peut pas être écrit.`, { source, cause });
  }
}
