import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { JsonDamage, JsonSplitter, type JsonPiece } from './json-splitter.ts';

/** Cuts a text given in chunks of some characters. */
function split(text: string, size: number, racines = false): JsonPiece[] {
  const splitter = new JsonSplitter(100_000, racines);
  const pieces: JsonPiece[] = [];
  for (let at = 0; at < text.length; at += size) pieces.push(...splitter.push(text.slice(at, at + size)));
  return [...pieces, ...splitter.end()];
}

const elements = (text: string, size = 3): unknown[] =>
  split(text, size)
    .filter(({ kind }) => kind === 'element')
    .map((piece) => JSON.parse(piece.text) as unknown);

const value = fc.jsonValue({ maxDepth: 3 });
const record = fc.dictionary(fc.string({ maxLength: 6 }), value, { maxKeys: 4 });

describe('cutting JSON into records', () => {
  it('the items of a list are given back, however the text is cut', () => {
    fc.assert(
      fc.property(fc.array(record, { maxLength: 6 }), fc.integer({ min: 1, max: 9 }), (items, size) => {
        expect(elements(JSON.stringify(items), size)).toEqual(JSON.parse(JSON.stringify(items)));
        expect(elements(JSON.stringify(items, null, 2), size)).toEqual(JSON.parse(JSON.stringify(items)));
      }),
      { numRuns: 150 },
    );
  });

  it('values that follow one another are records, on a line each or not', () => {
    expect(elements('{"a":1}\n{"a":2}\r\n\n{"a":"}\\""}')).toEqual([{ a: 1 }, { a: 2 }, { a: '}"' }]);
    expect(elements('{"a":1}{"a":2}')).toEqual([{ a: 1 }, { a: 2 }]);
  });

  it.each(['data', 'results', 'formations'])('the list under « %s » holds the records', (key) => {
    const text = JSON.stringify({ total: 2, [key]: [{ a: [1] }, { b: '[' }], meta: { data: [0] } });
    expect(elements(text)).toEqual([{ a: [1] }, { b: '[' }]);
    const [envelope] = split(text, 5).filter(({ kind }) => kind === 'enveloppe');
    expect(JSON.parse(envelope?.text ?? '')).toEqual({ total: 2, [key]: [], meta: { data: [0] } });
  });

  it('an object whose list has another name, or none, is one record', () => {
    expect(elements('{"nda":[{"nda":"1"}],"data":{"a":1}}')).toEqual([
      { nda: [{ nda: '1' }], data: { a: 1 } },
    ]);
    expect(elements('{"x":"data","y":[1]}')).toEqual([{ x: 'data', y: [1] }]);
  });

  it('roots are given whole when they are asked for', () => {
    const text = '{"metadata":{},"data":[{"a":1}]}';
    expect(split(text, 4, true)).toEqual([{ kind: 'element', text }]);
  });

  it.each([
    ['{"data":[{"a":1},', /coupé/],
    ['[{"a":"b', /coupé/],
    ['[]]', /de trop/],
    ['['.repeat(300), /imbriqués/],
    [`["${'x'.repeat(200_000)}"]`, /dépasse 100000/],
  ])('%.20s… is refused', (text, reason) => {
    expect(() => split(text, 1000)).toThrow(JsonDamage);
    expect(() => split(text, 1000)).toThrow(reason);
  });
});
