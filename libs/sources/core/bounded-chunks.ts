import type { Readable } from 'node:stream';
import { SourceError, SourceFormatError } from './errors.ts';
import type { FileToOpen } from './file-to-open.ts';
import { RATIO_TESTED_FROM } from './limits.ts';

/** An archive that cannot be unpacked to its end; who reads it adds the line reached and says it in French. */
export class ArchiveDamage extends Error {
  constructor(cause: unknown) {
    super('archive cut or damaged', { cause });
    this.name = 'ArchiveDamage';
  }
}

/** Chunks of an unpacked stream, refused as a bomb beyond the limits; its own errors become ArchiveDamage. */
export async function* boundedChunks(
  stream: Readable,
  packed: number,
  { nom, source, limits }: FileToOpen,
): AsyncGenerator<Buffer> {
  let unpacked = 0;
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      unpacked += chunk.length;
      const tooLarge = unpacked > limits.octetsDecompresses;
      const tooDense =
        unpacked > RATIO_TESTED_FROM && unpacked / Math.max(packed, 1) > limits.tauxDeCompression;
      if (tooLarge || tooDense) {
        throw new SourceFormatError(
          `${nom} : archive refusée, son contenu dépasse ${tooLarge ? 'la taille admise' : 'le taux de compression admis'} ` +
            `(${String(unpacked)} octets décompressés pour ${String(packed)} compressés).`,
          { source, fichier: nom },
        );
      }
      yield chunk;
    }
  } catch (cause) {
    throw cause instanceof SourceError ? cause : new ArchiveDamage(cause);
  }
}
