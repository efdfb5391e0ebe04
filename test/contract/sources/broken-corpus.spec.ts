import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from '@jest/globals';

const ROOT = join(import.meta.dirname, '..', '..', '..');
const SMALL = 1_000;
const HEAP_MIB = 192;
const MAX_MIB = 380;

describe('a thousand broken files, and lines, values and bombs of 50 MB and more', () => {
  it('end in rows or a French error that names the file, within 400 MB', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'concordance-abimes-'));
    try {
      const { stdout } = await promisify(execFile)(process.execPath, [
        // Garbage is let lie up to this: what is measured is what the reading needs.
        `--max-old-space-size=${HEAP_MIB}`,
        '--import',
        join(ROOT, 'test', 'quality', 'register-typescript.js'),
        '--no-warnings',
        join(ROOT, 'test', 'contract', 'sources', 'read-broken-corpus.ts'),
        String(SMALL),
        folder,
      ]);
      const { autres, rssMo, ...counts } = JSON.parse(stdout) as {
        fichiers: number;
        lus: number;
        refuses: number;
        autres: string[];
        rssMo: number;
      };
      process.stdout.write(`fichiers abîmés : ${JSON.stringify(counts)}, mémoire au plus ${rssMo} Mio\n`);
      expect(autres).toEqual([]);
      expect(counts.fichiers).toBeGreaterThanOrEqual(SMALL);
      expect(counts.refuses).toBeGreaterThan(0);
      expect(counts.lus).toBeGreaterThan(0);
      expect(rssMo).toBeLessThan(MAX_MIB);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }, 300_000);
});
