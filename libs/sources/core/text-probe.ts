import { ArchiveDamage } from './bounded-chunks.ts';
import { CONTEXT, countHighByte, newHighByteCounts, type HighByteCounts } from './encoding.ts';
import { SourceFormatError } from './errors.ts';
import type { ByteContent, FileToOpen } from './file-to-open.ts';
import { signatureOf } from './file-signature.ts';

/** What a first pass over the bytes of a text tells. */
export interface TextProbe {
  /** First bytes, up to 1 MiB, without the UTF-8 byte order mark. */
  readonly head: Buffer;
  readonly bom: boolean;
  readonly highBytes: HighByteCounts;
  /** Line of the first byte that is not UTF-8, or null when the whole text is. */
  readonly notUtf8At: { readonly ligne: number; readonly octet: number } | null;
  /** UTF-8 sequences of the letters À–ÿ, which no French text in another encoding contains. */
  readonly accents: number;
  readonly endOfLine: '\n' | '\r';
}

const LF = 0x0a;
const CR = 0x0d;

function classOf(byte: number): number {
  if (byte >= 0x80) return CONTEXT.high;
  if (byte >= 0x61 && byte <= 0x7a) return CONTEXT.lower;
  return byte >= 0x41 && byte <= 0x5a ? CONTEXT.upper : CONTEXT.other;
}

/**
 * Reads a whole text once, as bytes: its encoding can only be told from all of it, and a text that is binary,
 * cut or has an endless line must be refused before anything is stored. `anyLine` admits lines of any length,
 * which JSON and XML have.
 */
export async function probeText(
  content: ByteContent,
  file: FileToOpen,
  signal?: AbortSignal,
  anyLine = false,
): Promise<TextProbe> {
  const { nom } = content;
  const { source, limits } = file;
  const { octetsParLigne } = limits;
  const scan = new ByteScan(nom, source, octetsParLigne, anyLine ? Infinity : octetsParLigne);
  try {
    for await (const chunk of content.open()) {
      signal?.throwIfAborted();
      scan.add(chunk);
    }
  } catch (cause) {
    if (!(cause instanceof ArchiveDamage)) throw cause;
    const ligne = await countSoundLines(content);
    throw new SourceFormatError(
      `${nom} : l'archive est coupée ou abîmée après la ligne ${String(ligne)} (dernière ligne entière).`,
      { source, fichier: nom, ligne, cause },
    );
  }
  return scan.finish();
}

async function countSoundLines(content: ByteContent): Promise<number> {
  let lines = 0;
  try {
    for await (const chunk of content.openTolerant()) {
      for (const byte of chunk) if (byte === LF) lines += 1;
    }
  } catch {
    // Damaged data stop the count where they are: what was counted before is what can be told.
  }
  return lines;
}

class ByteScan {
  private readonly heads: Buffer[] = [];
  private headLength = 0;
  private readonly counts = newHighByteCounts();
  private notUtf8At: { ligne: number; octet: number } | null = null;
  private accents = 0;
  private lead = 0;
  private leadLine = 1;
  private leadOctet = 1;
  private lf = 0;
  private cr = 0;
  private lineLength = 0;
  private expected = 0;
  private low = 0x80;
  private high = 0xbf;
  private before: number = CONTEXT.other;
  private pending = -1;
  private pendingBefore: number = CONTEXT.other;
  private started = false;

  constructor(
    private readonly nom: string,
    private readonly source: string,
    private readonly maxHead: number,
    private readonly maxLine: number,
  ) {}

  add(chunk: Buffer): void {
    if (!this.started && chunk.length > 0) {
      this.started = true;
      const signature = signatureOf(chunk);
      if (signature !== null) throw this.refuse(`le contenu est ${signature}, pas un fichier CSV.`, 1, 1);
    }
    if (this.headLength < this.maxHead) {
      this.heads.push(chunk);
      this.headLength += chunk.length;
    }
    for (const byte of chunk) this.addByte(byte);
  }

  private addByte(byte: number): void {
    this.lineLength += 1;
    if (byte === LF) {
      this.lf += 1;
      this.lineLength = 0;
    } else if (byte === CR) {
      this.cr += 1;
      this.lineLength = 0;
    } else if (byte === 0) {
      throw this.refuse(
        'octet nul : le contenu est binaire ou en UTF-16, pas un CSV.',
        this.line(),
        this.lineLength,
      );
    }
    if (this.lineLength > this.maxLine) {
      throw this.refuse(
        `la ligne dépasse ${String(this.maxLine)} octets : ce n'est pas une ligne de CSV.`,
        this.line(),
        this.lineLength,
      );
    }
    const context = classOf(byte);
    if (this.pending >= 0) {
      countHighByte(this.counts, this.pending, this.pendingBefore, context);
      this.pending = -1;
    }
    if (byte >= 0x80) {
      this.pending = byte;
      this.pendingBefore = this.before;
    }
    if (byte >= 0x80 || this.expected > 0) this.validate(byte);
    this.before = context;
  }

  /** UTF-8 as RFC 3629 has it: no overlong form, no surrogate, nothing beyond U+10FFFF. */
  private validate(byte: number): void {
    if (this.expected > 0) {
      if (byte >= this.low && byte <= this.high) {
        this.expected -= 1;
        this.low = 0x80;
        this.high = 0xbf;
        if (this.expected === 0 && this.lead === 0xc3) this.accents += 1;
        return;
      }
      this.expected = 0;
      this.low = 0x80;
      this.high = 0xbf;
      this.reject();
      if (byte < 0x80) return;
    }
    this.lead = byte;
    this.leadLine = this.line();
    this.leadOctet = this.lineLength;
    if (byte >= 0xc2 && byte <= 0xdf) this.expected = 1;
    else if (byte >= 0xe0 && byte <= 0xef) {
      this.expected = 2;
      if (byte === 0xe0) this.low = 0xa0;
      if (byte === 0xed) this.high = 0x9f;
    } else if (byte >= 0xf0 && byte <= 0xf4) {
      this.expected = 3;
      if (byte === 0xf0) this.low = 0x90;
      if (byte === 0xf4) this.high = 0x8f;
    } else this.reject();
  }

  private reject(): void {
    this.notUtf8At ??= { ligne: this.leadLine, octet: this.leadOctet };
  }

  private line(): number {
    return (this.lf === 0 ? this.cr : this.lf) + 1;
  }

  private refuse(what: string, ligne: number, octet: number): SourceFormatError {
    return new SourceFormatError(`${this.nom}, ligne ${String(ligne)}, colonne ${String(octet)} : ${what}`, {
      source: this.source,
      fichier: this.nom,
      ligne,
      colonne: String(octet),
    });
  }

  finish(): TextProbe {
    if (this.pending >= 0) countHighByte(this.counts, this.pending, this.pendingBefore, CONTEXT.other);
    if (this.expected > 0) this.reject();
    const head = Buffer.concat(this.heads).subarray(0, this.maxHead);
    const bom = head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf;
    return {
      head: bom ? head.subarray(3) : head,
      bom,
      highBytes: this.counts,
      notUtf8At: this.notUtf8At,
      accents: this.accents,
      endOfLine: this.lf === 0 && this.cr > 0 ? '\r' : '\n',
    };
  }
}
