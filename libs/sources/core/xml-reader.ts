/** An XML text that is cut, not well formed, or that asks for what we refuse; `ligne` counts from 1. */
export class XmlDamage extends Error {
  constructor(
    readonly ligne: number,
    readonly raison: string,
  ) {
    super(raison);
    this.name = 'XmlDamage';
  }
}

/** What is met in an XML text, in order; an empty element gives its opening and its closing. */
export type XmlEvent =
  | { readonly kind: 'open'; readonly name: string; readonly attributes: ReadonlyMap<string, string> }
  | { readonly kind: 'close'; readonly name: string }
  | { readonly kind: 'text'; readonly text: string };

const MAX_DEPTH = 200;
/** Greatest tag or run of text, in characters. */
const MAX_TOKEN = 8 * 1024 * 1024;

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const NAME = /^[\p{L}_][\p{L}\p{N}_.:-]*/u;
const ATTRIBUTE = /\s+([\p{L}_][\p{L}\p{N}_.:-]*)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/uy;

/**
 * Reads an XML text chunk by chunk. Document types are refused, and with them every entity but the five of
 * XML: nothing outside the text is read and nothing in it can grow.
 */
export class XmlReader {
  private buffer = '';
  private ligne = 1;
  private readonly stack: string[] = [];
  private rootClosed = false;

  /** The events that a further chunk completes. */
  *push(chunk: string): Generator<XmlEvent> {
    this.buffer += chunk;
    yield* this.drain(false);
    if (this.buffer.length > MAX_TOKEN) throw this.damage('une balise ou un texte est sans fin');
  }

  /** The last events; throws XmlDamage for a text that stops before its root is closed. */
  *end(): Generator<XmlEvent> {
    yield* this.drain(true);
    if (this.buffer.trim() !== '' || this.stack.length > 0 || !this.rootClosed) {
      throw this.damage('le texte est coupé');
    }
  }

  private *drain(last: boolean): Generator<XmlEvent> {
    let at = 0;
    while (at < this.buffer.length) {
      const end = this.tokenEnd(at, last);
      if (end < 0) break;
      const token = this.buffer.slice(at, end);
      at = end;
      yield* token.startsWith('<') ? this.markup(token) : this.characters(token);
      for (let line = token.indexOf('\n'); line >= 0; line = token.indexOf('\n', line + 1)) this.ligne += 1;
    }
    this.buffer = this.buffer.slice(at);
  }

  /** Where the token that starts at `at` ends, or -1 when its end has not come yet. */
  private tokenEnd(at: number, last: boolean): number {
    const text = this.buffer;
    if (text.charAt(at) !== '<') {
      const next = text.indexOf('<', at);
      return next < 0 && last ? text.length : next;
    }
    const closing = text.startsWith('<!--', at)
      ? '-->'
      : text.startsWith('<![CDATA[', at)
        ? ']]>'
        : text.startsWith('<?', at)
          ? '?>'
          : null;
    if (closing !== null) {
      const end = text.indexOf(closing, at + 2);
      return end < 0 ? -1 : end + closing.length;
    }
    // `<!-` may yet become a comment.
    if (!last && text.length - at < 9 && text.startsWith('<!', at)) return -1;
    let quote = '';
    for (let index = at + 1; index < text.length; index += 1) {
      const char = text.charAt(index);
      if (quote !== '') quote = char === quote ? '' : quote;
      else if (char === '"' || char === "'") quote = char;
      else if (char === '>') return index + 1;
    }
    return -1;
  }

  private *markup(token: string): Generator<XmlEvent> {
    if (token.startsWith('<!--') || token.startsWith('<?')) return;
    if (token.startsWith('<![CDATA[')) {
      if (this.stack.length === 0) throw this.damage('du texte est hors de la racine');
      yield { kind: 'text', text: token.slice(9, -3) };
    } else if (token.startsWith('<!')) {
      throw this.damage('une déclaration DOCTYPE est refusée');
    } else if (token.startsWith('</')) yield this.close(token);
    else yield* this.open(token);
  }

  private *open(token: string): Generator<XmlEvent> {
    const empty = token.endsWith('/>');
    const inner = token.slice(1, empty ? -2 : -1);
    const name = NAME.exec(inner)?.[0];
    if (name === undefined) throw this.damage(`« ${token.slice(0, 40)} » n'est pas une balise`);
    if (this.stack.length === 0 && this.rootClosed) throw this.damage('il y a plusieurs racines');
    const attributes = new Map<string, string>();
    ATTRIBUTE.lastIndex = name.length;
    let end = name.length;
    for (let found = ATTRIBUTE.exec(inner); found; found = ATTRIBUTE.exec(inner)) {
      attributes.set(found[1] ?? '', this.decode(found[2] ?? found[3] ?? ''));
      end = ATTRIBUTE.lastIndex;
    }
    if (inner.slice(end).trim() !== '') throw this.damage(`la balise ${name} est mal écrite`);
    this.stack.push(name);
    if (this.stack.length > MAX_DEPTH) throw this.damage('les balises y sont trop imbriquées');
    yield { kind: 'open', name, attributes };
    if (empty) yield this.close(`</${name}>`);
  }

  private close(token: string): XmlEvent {
    const name = token.slice(2, -1).trim();
    const opened = this.stack.pop();
    if (opened !== name) throw this.damage(`</${name}> ferme <${opened ?? ''}>`);
    if (this.stack.length === 0) this.rootClosed = true;
    return { kind: 'close', name };
  }

  private *characters(token: string): Generator<XmlEvent> {
    if (this.stack.length > 0) yield { kind: 'text', text: this.decode(token) };
    else if (token.trim() !== '') throw this.damage('du texte est hors de la racine');
  }

  private decode(text: string): string {
    if (!text.includes('&')) return text;
    return text.replace(/&([^;\s&]{0,10});?/g, (whole: string, name: string) => {
      const named = ENTITIES[name];
      if (named !== undefined && whole.endsWith(';')) return named;
      const code = /^#(?:x([0-9a-f]{1,6})|(\d{1,7}))$/i.exec(name);
      const point = code ? Number.parseInt(code[1] ?? code[2] ?? '', code[1] === undefined ? 10 : 16) : -1;
      if (point <= 0 || point > 0x10ffff || (point >= 0xd800 && point <= 0xdfff)) {
        throw this.damage(`l'entité « ${whole} » est inconnue`);
      }
      return String.fromCodePoint(point);
    });
  }

  private damage(raison: string): XmlDamage {
    return new XmlDamage(this.ligne, raison);
  }
}
