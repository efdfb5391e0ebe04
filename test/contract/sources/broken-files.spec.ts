import { gzipSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { encodeText } from '../../../libs/sources/core/fixtures/encode-text.ts';
import { SourceError, type Encodage } from '../../../libs/sources/index.ts';
import { COLUMNS, ENCODAGES, ROW } from './broken-corpus.ts';
import { readAll } from './reading.ts';
import { temporaryFiles } from './temporary-files.ts';

const DATA_LINES = 30;

function catalogue(order: readonly number[]): string {
  const line = (cells: readonly string[]): string => order.map((index) => cells[index] ?? '').join(';');
  return [line(COLUMNS), ...Array.from({ length: DATA_LINES }, () => line(ROW))].join('\n') + '\n';
}

/** One way to break a file. */
type Damage =
  | { readonly kind: 'cut' | 'gzip-cut'; readonly at: number }
  | { readonly kind: 'insert' | 'replace'; readonly at: number; readonly bytes: Uint8Array }
  | { readonly kind: 'other-half'; readonly encodage: Encodage };

const at = fc.double({ min: 0, max: 1, noNaN: true });
const bytes = fc.oneof(
  fc.uint8Array({ minLength: 1, maxLength: 6 }),
  fc.constantFrom(
    ...['\0', '"', ';', '\n', '\r', '\r\n', '#', '\ufeff', '\ufffd', '"\n"', ';;;;'].map((text) =>
      Buffer.from(text),
    ),
  ),
);
const damage: fc.Arbitrary<Damage> = fc.oneof(
  fc.record({ kind: fc.constantFrom('cut' as const, 'gzip-cut' as const), at }),
  fc.record({ kind: fc.constantFrom('insert' as const, 'replace' as const), at, bytes }),
  fc.record({ kind: fc.constant('other-half' as const), encodage: fc.constantFrom(...ENCODAGES) }),
);

function apply(content: Buffer, harm: Damage): Buffer {
  if (harm.kind === 'gzip-cut') {
    const packed = gzipSync(content);
    return packed.subarray(0, Math.ceil(harm.at * packed.length));
  }
  if (harm.kind === 'other-half') {
    return Buffer.concat([content, encodeText(catalogue([0, 1, 2, 3, 4, 5, 6]), harm.encodage)]);
  }
  const index = Math.floor(harm.at * content.length);
  if (!('bytes' in harm)) return content.subarray(0, index);
  const after = harm.kind === 'insert' ? index : index + harm.bytes.length;
  return Buffer.concat([content.subarray(0, index), harm.bytes, content.subarray(after)]);
}

/** Fails rather than waits for a reading that does not end. */
async function within<T>(milliseconds: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      reject(new Error('la lecture ne finit pas'));
    }, milliseconds);
  });
  return Promise.race([work, late]).finally(() => {
    clearTimeout(timer);
  });
}

describe('broken files', () => {
  const files = temporaryFiles();

  it('shuffled columns change nothing to the rows, in any encoding', async () => {
    const shuffled = fc.shuffledSubarray([0, 1, 2, 3, 4, 5, 6], { minLength: 7 });
    await fc.assert(
      fc.asyncProperty(shuffled, fc.constantFrom(...ENCODAGES), async (order, encodage) => {
        const path = await files.write('melange.csv', encodeText(catalogue(order), encodage));
        const reading = await readAll(path);
        expect(reading.rejets).toEqual([]);
        expect(reading.rows).toHaveLength(DATA_LINES);
        expect(reading.rows[0]).toMatchObject({
          libelle: 'BTS - Hôtellerie',
          specialite: 'Métiers créés à Évry',
        });
      }),
      { numRuns: 40 },
    );
  });

  it('any damage ends in rows, refused lines or a French error that names the file', async () => {
    const damages = fc.array(damage, { minLength: 1, maxLength: 3 });
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...ENCODAGES), damages, async (encodage, harms) => {
        const whole = encodeText(catalogue([0, 1, 2, 3, 4, 5, 6]), encodage);
        const path = await files.write('abime.csv', harms.reduce(apply, whole));
        try {
          const reading = await within(10_000, readAll(path));
          expect(reading.rows.length + reading.rejets.length).toBe(reading.lignes.length);
          expect([...reading.lignes].sort((a, b) => a - b)).toEqual(reading.lignes);
          for (const { message, motif } of reading.rejets) expect([message, motif]).not.toContain('');
        } catch (error) {
          expect(error).toBeInstanceOf(SourceError);
          expect((error as SourceError).message).toMatch(/^abime\.csv\b/);
          expect((error as SourceError).details.fichier).toMatch(/^abime\.csv/);
        }
      }),
      { numRuns: 250 },
    );
  });
});
