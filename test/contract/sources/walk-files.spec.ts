import { mkdir, symlink } from 'node:fs/promises';
import { createHash } from 'node:crypto';
import { relative } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { sha256File, SourceFileError, walkFiles } from '../../../libs/sources/index.ts';
import { temporaryFiles } from './temporary-files.ts';

describe('folders of files', () => {
  const files = temporaryFiles();

  it('are walked in the order of names, hidden files, dead links and loops passed over', async () => {
    await mkdir(files.path('r/b/.git'), { recursive: true });
    await mkdir(files.path('r/a'));
    for (const name of ['r/b/2.csv', 'r/b/10.csv', 'r/a/É.csv', 'r/.cache', 'r/b/.git/x', 'r/c.csv']) {
      await files.write(name, name);
    }
    await symlink(files.path('r'), files.path('r/a/boucle'));
    await symlink(files.path('nulle-part'), files.path('r/a/mort'));
    const found = await walkFiles([files.path('r'), files.path('r/c.csv')]);
    expect(found.map((path) => relative(files.path('r'), path))).toEqual([
      'a/É.csv',
      'b/10.csv',
      'b/2.csv',
      'c.csv',
    ]);
  });

  it('that do not exist are named', async () => {
    await expect(walkFiles([files.path('absent')])).rejects.toThrow(SourceFileError);
    await expect(walkFiles([files.path('absent')])).rejects.toThrow(
      /absent : ce fichier ou dossier n'existe pas/,
    );
  });

  it('the SHA-256 is that of the bytes on disk', async () => {
    const path = await files.write('somme.bin', Buffer.alloc(300_000, 7));
    const expected = createHash('sha256').update(Buffer.alloc(300_000, 7)).digest('hex');
    expect(await sha256File(path)).toBe(expected);
  });
});
