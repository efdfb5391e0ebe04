import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { decoderOf } from './encoding.ts';
import { SourceFormatError } from './errors.ts';
import { encodeText } from './fixtures/encode-text.ts';
import { frenchSentence } from './fixtures/french-sentence.ts';
import { memoryContent, memoryFile } from './fixtures/memory-content.ts';
import type { Encodage } from './table-reader.ts';
import { encodingOf } from './text-encoding.ts';
import { probeText } from './text-probe.ts';

async function detect(bytes: Buffer, imposed?: Encodage): Promise<Encodage> {
  const probe = await probeText(memoryContent(bytes), memoryFile);
  return encodingOf(probe, imposed, 'essai.csv', 'inconnue');
}

/** What ISO-8859-1 has not is written as its users write it. */
function writable(text: string, encodage: Encodage): string {
  return encodage === 'iso-8859-1' ? text.replaceAll('’', "'").replaceAll('œ', 'oe') : text;
}

const ENCODAGES: readonly Encodage[] = ['utf-8', 'windows-1252', 'iso-8859-1', 'macintosh'];

describe('encoding of a text', () => {
  it.each(ENCODAGES)('French written in %s is read back as it was', async (encodage) => {
    await fc.assert(
      fc.asyncProperty(frenchSentence, async (sentence) => {
        const text = writable(sentence, encodage);
        const bytes = encodeText(text, encodage);
        expect(decoderOf(await detect(bytes)).decode(bytes)).toBe(text);
      }),
      { numRuns: 150 },
    );
  });

  it.each([
    ['une seule lettre, en macintosh', 'Lycée', 'macintosh'],
    ['une seule lettre, en windows-1252', 'Lycée', 'iso-8859-1'],
    ['des capitales seules, en macintosh', 'CHÂTEAU HÔTEL', 'macintosh'],
    ['des capitales seules, en ISO-8859-1', 'CHÂTEAU HÔTEL FORÊT', 'iso-8859-1'],
    ['une apostrophe courbe', 'l’eau', 'windows-1252'],
  ] as const)('%s', async (_what, text, encodage) => {
    const bytes = encodeText(text, encodage);
    expect(await detect(bytes)).toBe(encodage);
  });

  it('is looked for in the whole text: the first accent may come after a megabyte of ASCII', async () => {
    const ascii = 'CODE;LIBELLE\n'.repeat(100_000);
    const bytes = Buffer.concat([Buffer.from(ascii), encodeText('1;Métallerie\n', 'macintosh')]);
    const probe = await probeText(memoryContent(bytes, 65_536), memoryFile);
    expect(encodingOf(probe, undefined, 'essai.csv', 'inconnue')).toBe('macintosh');
  });

  it('an imposed encoding wins over the detection', async () => {
    expect(await detect(encodeText('Lycée', 'macintosh'), 'windows-1252')).toBe('windows-1252');
  });

  it('UTF-8 imposed on another encoding is refused with the line of the first offending byte', async () => {
    const bytes = encodeText('id\nA\nLycée\n', 'windows-1252');
    await expect(detect(bytes, 'utf-8')).rejects.toThrow(/essai\.csv, ligne 3, colonne 4 :/);
  });

  it('a text that goes from UTF-8 to another encoding is refused, not stored half wrong', async () => {
    const bytes = Buffer.concat([
      encodeText('Métiers créés à Évry\n', 'utf-8'),
      encodeText('Métiers créés à Évry\n', 'windows-1252'),
    ]);
    await expect(detect(bytes)).rejects.toThrow(SourceFormatError);
    await expect(detect(bytes)).rejects.toThrow(/ligne 2/);
  });

  it('a text that no encoding makes French is refused', async () => {
    const bytes = Buffer.from([...Array(200).keys()].map((index) => 0x80 + ((index * 37) % 128)));
    await expect(detect(bytes)).rejects.toThrow(/aucun encodage connu/);
  });

  it('overlong forms and surrogates are not UTF-8', async () => {
    for (const bytes of [
      [0xc0, 0xaf],
      [0xed, 0xa0, 0x80],
      [0xf5, 0x80, 0x80, 0x80],
      [0xe2, 0x82],
    ]) {
      const probe = await probeText(memoryContent(Buffer.from([0x61, ...bytes])), memoryFile);
      expect(probe.notUtf8At).not.toBeNull();
    }
  });
});
