/** The keys whose list holds the records, in the answers of the services that we know. */
const ENVELOPES = new Set(['data', 'results', 'formations', 'etablissements', 'organismes', 'records']);

/** Nothing useful nests deeper; a hostile text does. */
const MAX_DEPTH = 200;

/** A JSON text that cannot be cut into values; `rank` is that of the value at fault. */
export class JsonDamage extends Error {
  constructor(
    readonly rank: number,
    readonly raison: string,
  ) {
    super(raison);
    this.name = 'JsonDamage';
  }
}

/** A value found in the text: a record, or what surrounded the records. */
export interface JsonPiece {
  readonly kind: 'element' | 'enveloppe';
  readonly text: string;
}

/**
 * Cuts a JSON text into its records as it comes: the items of a list, the items of the list that an object
 * holds under a known key, or the values that follow one another (NDJSON). Records are not parsed here, so
 * that a text of any size is read in the memory of its largest record.
 */
export class JsonSplitter {
  private readonly pieces: JsonPiece[] = [];
  private parts: string[] = [];
  private size = 0;
  /** What came before the list of records in the object that holds it. */
  private head: string[] | null = null;
  private text = '';
  private from = 0;
  private depth = 0;
  /** Depth at which values are records: 0 for roots, 1 in a root list, 2 in the list of an object. */
  private level: 0 | 1 | 2 = 0;
  private inString = false;
  private escaped = false;
  private keyStart = -1;
  private key = '';
  private afterColon = false;
  private isEnvelope = false;
  private rank = 1;

  /** `racines` gives the root values whole. */
  constructor(
    private readonly maxValue: number,
    private readonly racines = false,
  ) {}

  /** The pieces that a further chunk completes. */
  push(text: string): JsonPiece[] {
    this.text = text;
    this.from = 0;
    for (let at = 0; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      if (this.inString) this.inside(code, at);
      else if (code === QUOTE) this.openString(at);
      else if (code === COLON) this.afterColon = true;
      else if (code === COMMA) this.comma(at);
      else if (code === OPEN_LIST || code === OPEN_OBJECT) this.open(code, at);
      else if (code === CLOSE_LIST || code === CLOSE_OBJECT) this.close(at);
      else if (code === LF && this.depth === 0) this.complete(at, at + 1, 'element');
    }
    this.take(text.length);
    return this.pieces.splice(0);
  }

  /** The last piece; throws JsonDamage for a text that stops in the middle of a value. */
  end(): JsonPiece[] {
    if (this.depth > 0 || this.inString) throw new JsonDamage(this.rank, 'le texte est coupé');
    this.text = '';
    this.complete(0, 0, 'element');
    return this.pieces.splice(0);
  }

  /** Whether keys are looked at: those of a root object. */
  private get atRootKeys(): boolean {
    return this.depth === 1 && this.level === 0;
  }

  private inside(code: number, at: number): void {
    if (this.escaped) this.escaped = false;
    else if (code === BACKSLASH) this.escaped = true;
    else if (code === QUOTE) {
      this.inString = false;
      if (this.keyStart < 0) return;
      this.key = `${this.parts.join('')}${this.text.slice(this.from, at)}`.slice(this.keyStart + 1);
      this.keyStart = -1;
    }
  }

  private openString(at: number): void {
    this.inString = true;
    if (this.atRootKeys && !this.afterColon) this.keyStart = this.size + (at - this.from);
  }

  private comma(at: number): void {
    if (this.atRootKeys) this.afterColon = false;
    if (this.level > 0 && this.depth === this.level) this.complete(at, at + 1, 'element');
  }

  private open(code: number, at: number): void {
    const holdsRecords =
      !this.racines && code === OPEN_LIST && this.level === 0 && this.afterColon && ENVELOPES.has(this.key);
    if (this.depth === 0) {
      this.key = '';
      this.afterColon = false;
    }
    if (this.depth === 0 && code === OPEN_LIST && !this.racines) {
      this.level = 1;
      this.from = at + 1;
    } else if (this.depth === 1 && holdsRecords) {
      this.take(at + 1);
      this.head = this.parts;
      this.drop();
      this.level = 2;
      this.isEnvelope = true;
    }
    this.depth += 1;
    if (this.depth > MAX_DEPTH) throw new JsonDamage(this.rank, 'les objets y sont trop imbriqués');
  }

  private close(at: number): void {
    if (this.depth === 0) throw new JsonDamage(this.rank, 'une accolade ou un crochet est de trop');
    this.depth -= 1;
    if (this.level > 0 && this.depth < this.level) {
      this.complete(at, at, 'element');
      if (this.head === null) this.from = at + 1;
      else {
        this.parts = this.head;
        this.size = this.parts.reduce((sum, part) => sum + part.length, 0);
        this.head = null;
      }
      this.level = 0;
    } else if (this.depth === 0) {
      this.complete(at + 1, at + 1, this.isEnvelope ? 'enveloppe' : 'element');
      this.isEnvelope = false;
    }
  }

  /** Ends the value at `end` and goes on at `next`. */
  private complete(end: number, next: number, kind: JsonPiece['kind']): void {
    this.take(end);
    this.from = next;
    const text = this.parts.join('').trim();
    this.drop();
    if (text === '') return;
    this.pieces.push({ kind, text });
    if (kind === 'element') this.rank += 1;
  }

  /** Keeps the text up to `end` for the value being read. */
  private take(end: number): void {
    if (end <= this.from) return;
    this.size += end - this.from;
    if (this.size > this.maxValue) {
      throw new JsonDamage(this.rank, `la valeur dépasse ${String(this.maxValue)} caractères`);
    }
    this.parts.push(this.text.slice(this.from, end));
    this.from = end;
  }

  private drop(): void {
    this.parts = [];
    this.size = 0;
  }
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COLON = 0x3a;
const COMMA = 0x2c;
const LF = 0x0a;
const OPEN_LIST = 0x5b;
const CLOSE_LIST = 0x5d;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;
