import { pipeline, Readable, type Transform } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { SourceFormatError, SourceUnavailableError } from '../errors.ts';
import { DEFAULT_LIMITS, RATIO_TESTED_FROM } from '../limits.ts';
import { decodeSingleByte } from '../single-byte.ts';
import { headerOf } from './header-of.ts';
import type { TransportResponse } from './transport.ts';

/** What is read and how much of it is admitted. */
export interface BodyToRead {
  readonly source: string;
  readonly adresse: string;
  readonly response: TransportResponse;
  /** Greatest size once decompressed, in bytes. */
  readonly maxBytes: number;
}

/** The body as it travelled, refused when it is shorter than it was announced to be. */
async function* travelled(body: BodyToRead, count: (bytes: number) => void): AsyncGenerator<Buffer> {
  const announced = headerOf(body.response, 'content-length');
  let received = 0;
  for await (const chunk of body.response.body) {
    received += chunk.length;
    count(received);
    yield chunk;
  }
  if (announced !== undefined && received !== Number(announced)) {
    throw new SourceUnavailableError(
      `${body.source} : réponse tronquée (${String(received)} octets sur ${announced}) — ${body.adresse}.`,
      { source: body.source },
    );
  }
}

function decoderOf(encoding: string, { source, adresse }: BodyToRead): Transform | null {
  switch (encoding) {
    case '':
    case 'identity':
      return null;
    case 'gzip':
    case 'x-gzip':
      return createGunzip();
    case 'deflate':
      return createInflate();
    case 'br':
      return createBrotliDecompress();
    default:
      throw new SourceFormatError(`${source} : compression inconnue (${encoding}) — ${adresse}.`, { source });
  }
}

/**
 * The decompressed body, chunk by chunk. Throws SourceUnavailableError for a body cut on the way and
 * SourceFormatError for one that is too large or suspiciously dense.
 */
export async function* readBody(body: BodyToRead): AsyncGenerator<Buffer> {
  const { source, adresse, response, maxBytes } = body;
  const tooLarge = (): SourceFormatError =>
    new SourceFormatError(
      `${source} : réponse refusée, elle dépasse ${String(maxBytes)} octets — ${adresse}.`,
      { source },
    );
  if (Number(headerOf(response, 'content-length') ?? 0) > maxBytes) throw tooLarge();
  const decoder = decoderOf((headerOf(response, 'content-encoding') ?? '').toLowerCase(), body);
  let packed = 0;
  const raw = travelled(body, (bytes) => {
    packed = bytes;
  });
  let stream: AsyncIterable<Buffer> = raw;
  if (decoder !== null) {
    // The reader meets the error on the decoder itself, which pipeline destroys.
    pipeline(Readable.from(raw), decoder, () => undefined);
    stream = decoder;
  }
  let size = 0;
  for await (const chunk of stream) {
    size += chunk.length;
    if (size > maxBytes) throw tooLarge();
    if (size > RATIO_TESTED_FROM && size / Math.max(packed, 1) > DEFAULT_LIMITS.tauxDeCompression) {
      throw new SourceFormatError(
        `${source} : réponse refusée, son taux de compression est celui d'une bombe — ${adresse}.`,
        { source },
      );
    }
    yield chunk;
  }
}

/** The whole body as text. What is not UTF-8 is read as windows-1252, whatever the service announces. */
export async function readText(body: BodyToRead): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of readBody(body)) chunks.push(chunk);
  const bytes = Buffer.concat(chunks);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return decodeSingleByte(bytes, 'windows-1252');
  }
}

/** The whole body as a JSON value. Throws SourceFormatError for anything else, a maintenance page for instance. */
export async function readJson(body: BodyToRead): Promise<unknown> {
  return parseJson(await readText(body), body.source, body.adresse);
}

/** Parses JSON; `adresse` says in the message where it came from. */
export function parseJson(text: string, source: string, adresse: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (cause) {
    const what = /^\s*</.test(text) ? 'une page HTML' : 'un texte';
    throw new SourceFormatError(`${source} : ${what} au lieu de JSON — ${adresse}.`, { source, cause });
  }
}
