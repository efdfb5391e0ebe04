import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { frenchSentence } from './fixtures/french-sentence.ts';
import { encodeText } from './fixtures/encode-text.ts';
import { decodeSingleByte } from './single-byte.ts';
import { hasMojibake } from './mojibake.ts';

describe('mojibake', () => {
  it.each(['santÃ© et social', 'LycÃ©e', 'Contr\ufffdle', 'd\u0092optique', 'lâ€™eau'])(
    'is seen in %j',
    (text) => {
      expect(hasMojibake(text)).toBe(true);
    },
  );

  it('is never seen in French', () => {
    fc.assert(
      fc.property(frenchSentence, (sentence) => {
        expect(hasMojibake(sentence)).toBe(false);
      }),
    );
  });

  it('is seen in any French accent whose UTF-8 was read as windows-1252', () => {
    fc.assert(
      fc.property(frenchSentence, (sentence) => {
        fc.pre(/[éèêëçôîïùû]/.test(sentence));
        const misread = decodeSingleByte(encodeText(sentence, 'utf-8'), 'windows-1252');
        expect(hasMojibake(misread)).toBe(true);
      }),
    );
  });
});
