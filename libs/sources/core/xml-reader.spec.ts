import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { XmlDamage, XmlReader, type XmlEvent } from './xml-reader.ts';

function read(text: string, size = 4): XmlEvent[] {
  const reader = new XmlReader();
  const events: XmlEvent[] = [];
  for (let at = 0; at < text.length; at += size) events.push(...reader.push(text.slice(at, at + size)));
  return [...events, ...reader.end()];
}

const textOf = (events: readonly XmlEvent[]): string =>
  events.map((event) => (event.kind === 'text' ? event.text : '')).join('');

describe('reading XML', () => {
  it('elements, attributes, entities and CDATA are read, comments and instructions passed over', () => {
    const text =
      '<?xml version="1.0"?>\n<!-- <x> --><a b="1 &lt; 2" c=\'"\'>é &amp; &#233;&#xe9;<![CDATA[<b>&amp;]]><d/></a>\n';
    const events = read(text);
    expect(events.filter(({ kind }) => kind !== 'text')).toEqual([
      {
        kind: 'open',
        name: 'a',
        attributes: new Map([
          ['b', '1 < 2'],
          ['c', '"'],
        ]),
      },
      { kind: 'open', name: 'd', attributes: new Map() },
      { kind: 'close', name: 'd' },
      { kind: 'close', name: 'a' },
    ]);
    expect(textOf(events)).toBe('é & éé<b>&amp;');
  });

  it('any text written as XML is read back, however it is cut', () => {
    const escape = (text: string): string =>
      text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 7 }), (text, size) => {
        expect(textOf(read(`<a>${escape(text)}</a>`, size))).toBe(text);
      }),
      { numRuns: 150 },
    );
  });

  it.each([
    ['<!DOCTYPE x [<!ENTITY a "aaaa">]><x>&a;</x>', /DOCTYPE/],
    ['<x>&a;</x>', /entité/],
    ['<x>&#0;</x>', /entité/],
    ['<x>&#xd800;</x>', /entité/],
    ['<x><y></x></y>', /ferme/],
    ['<x>', /coupé/],
    ['<x', /coupé/],
    ['', /coupé/],
    ['<x/><y/>', /racines/],
    ['<x/>bonjour', /hors de la racine/],
    ['<x a=1/>', /mal écrite/],
    ['<1/>', /pas une balise/],
    ['<x>'.repeat(300), /imbriquées/],
    [`<x>${'a'.repeat(9_000_000)}`, /sans fin/],
  ])('%.30s is refused', (text, reason) => {
    expect(() => read(text, 1_000_000)).toThrow(XmlDamage);
    expect(() => read(text, 1_000_000)).toThrow(reason);
  });

  it('the line of what is wrong is told', () => {
    try {
      read('<a>\n<b>\n</c>\n</a>');
      throw new Error('rien n’a été refusé');
    } catch (error) {
      expect(error).toMatchObject({ ligne: 3 });
    }
  });
});
