import { pipeline, type Readable } from 'node:stream';
import { constants, crc32, createInflateRaw } from 'node:zlib';
import { open as openZipFile, type Entry, type ZipFile } from 'yauzl';
import { ArchiveDamage, boundedChunks } from './bounded-chunks.ts';
import { countLinesOfCutZip } from './cut-zip.ts';
import { SourceFormatError } from './errors.ts';
import type { ByteContent, FileToOpen } from './file-to-open.ts';

/** What a zip holds: texts to read each, or the parts of one workbook. */
export interface ZipContent {
  readonly isWorkbook: boolean;
  readonly contents: readonly (ByteContent & { readonly membre: string })[];
}

const MAX_MEMBERS = 100;
const STORED = 0;
const DEFLATED = 8;

/** Whether a file starts as a zip (an empty one included). */
export function isZip(head: Buffer): boolean {
  return head[0] === 0x50 && head[1] === 0x4b && (head[2] === 0x03 || head[2] === 0x05);
}

/** The members of a zip that may be tables, in the order of the archive. */
export async function openZip(file: FileToOpen): Promise<ZipContent> {
  const { nom, source } = file;
  const entries = await listEntries(file);
  const isWorkbook = entries.some((entry) => entry.fileName === '[Content_Types].xml');
  const files = entries.filter((entry) => !isSkipped(entry.fileName));
  const unpacked = files.reduce((sum, entry) => sum + entry.uncompressedSize, 0);
  if (unpacked > file.limits.octetsDecompresses) {
    throw refused(file, `${String(unpacked)} octets une fois décompressée`);
  }
  if (files.length === 0) {
    throw new SourceFormatError(`${nom}, ligne 1 : l'archive ne contient aucun fichier.`, {
      source,
      fichier: nom,
      ligne: 1,
    });
  }
  const contents = files.map((entry) => ({
    nom: `${nom} (${entry.fileName})`,
    membre: entry.fileName,
    open: () => readEntry(file, entry, true),
    openTolerant: () => readEntry(file, entry, false),
  }));
  return { isWorkbook, contents };
}

function isSkipped(name: string): boolean {
  return name.endsWith('/') || name.split('/').some((part) => part.startsWith('.') || part === '__MACOSX');
}

function refused({ nom, source }: FileToOpen, what: string): SourceFormatError {
  return new SourceFormatError(`${nom} : archive refusée, elle contient ${what}.`, { source, fichier: nom });
}

async function damaged({ path, nom, source }: FileToOpen, cause: unknown): Promise<SourceFormatError> {
  const ligne = await countLinesOfCutZip(path);
  const message = `${nom} : l'archive zip est coupée ou abîmée après la ligne ${String(ligne)} (dernière ligne entière).`;
  return new SourceFormatError(message, { source, fichier: nom, ligne, cause });
}

function openArchive(file: FileToOpen): Promise<ZipFile> {
  return new Promise<ZipFile>((resolve, reject) => {
    openZipFile(file.path, { lazyEntries: true, autoClose: false }, (cause, zip) => {
      if (cause === null) resolve(zip);
      else reject(cause);
    });
  }).catch(async (cause: unknown) => {
    throw await damaged(file, cause);
  });
}

async function listEntries(file: FileToOpen): Promise<Entry[]> {
  const zip = await openArchive(file);
  try {
    return await new Promise<Entry[]>((resolve, reject) => {
      const entries: Entry[] = [];
      zip.on('entry', (entry: Entry) => {
        entries.push(entry);
        if (entries.length > MAX_MEMBERS) reject(refused(file, `plus de ${String(MAX_MEMBERS)} fichiers`));
        else zip.readEntry();
      });
      zip.on('end', () => {
        resolve(entries);
      });
      zip.on('error', (cause: unknown) => {
        reject(cause instanceof Error ? cause : new Error(String(cause)));
      });
      zip.readEntry();
    });
  } catch (cause) {
    throw cause instanceof SourceFormatError ? cause : await damaged(file, cause);
  } finally {
    zip.close();
  }
}

/** Unpacked here rather than by yauzl: a cut member must give its sound lines before its error. */
async function* readEntry(file: FileToOpen, entry: Entry, strict: boolean): AsyncGenerator<Buffer> {
  const { nom, source } = file;
  const method = entry.compressionMethod;
  if (entry.isEncrypted() || (method !== STORED && method !== DEFLATED)) {
    throw new SourceFormatError(
      `${nom}, ligne 1 : « ${entry.fileName} » est chiffré ou compressé d'une façon que nous ne lisons pas.`,
      { source, fichier: nom, ligne: 1 },
    );
  }
  const zip = await openArchive(file);
  try {
    const raw = await rawStream(zip, entry);
    const stream = method === DEFLATED ? inflated(raw, strict) : raw;
    let sum = 0;
    // The sizes that the table of contents announces were bounded together: a member that exceeds its own lies.
    const limits = { ...file.limits, octetsDecompresses: entry.uncompressedSize };
    for await (const chunk of boundedChunks(stream, entry.compressedSize, { ...file, limits })) {
      if (strict) sum = crc32(chunk, sum);
      yield chunk;
    }
    if (strict && sum !== entry.crc32) throw new ArchiveDamage(new Error('CRC mismatch'));
  } finally {
    zip.close();
  }
}

function inflated(raw: Readable, strict: boolean): Readable {
  const finishFlush = strict ? constants.Z_FINISH : constants.Z_SYNC_FLUSH;
  const inflate = createInflateRaw({ chunkSize: 256 * 1024, finishFlush });
  pipeline(raw, inflate, () => undefined);
  return inflate;
}

function rawStream(zip: ZipFile, entry: Entry): Promise<Readable> {
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, { decodeFileData: false }, (cause, stream) => {
      if (cause === null) resolve(stream);
      else reject(new ArchiveDamage(cause));
    });
  });
}
