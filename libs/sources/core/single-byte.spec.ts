import { TextDecoder } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import { decodeSingleByte } from './single-byte.ts';

describe('single-byte encodings', () => {
  it.each(['windows-1252', 'macintosh'] as const)(
    '%s is what the WHATWG standard says, byte by byte',
    (encodage) => {
      const decoder = new TextDecoder(encodage);
      for (let byte = 0; byte < 256; byte += 1) {
        const bytes = Uint8Array.of(byte);
        // Streaming: in one call Node 20 reads windows-1252 as ISO-8859-1.
        expect(decodeSingleByte(bytes, encodage)).toBe(decoder.decode(bytes, { stream: true }));
      }
    },
  );

  it('decodes a view that does not start its buffer', () => {
    const bytes = Buffer.from([0x61, 0x62, 0x8e, 0x63]).subarray(2, 3);
    expect(decodeSingleByte(bytes, 'macintosh')).toBe('é');
  });
});
