import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from '@jest/globals';

/** A folder that lives as long as a suite, and what writes a file there. */
export interface TemporaryFiles {
  path(name: string): string;
  write(name: string, content: Buffer | string): Promise<string>;
}

/** Registers the making and removal of a folder for the files of a suite. */
export function temporaryFiles(): TemporaryFiles {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'concordance-sources-'));
  });
  afterAll(async () => {
    await rm(folder, { recursive: true, force: true });
  });
  const path = (name: string): string => join(folder, name);
  return {
    path,
    write: async (name, content) => {
      await writeFile(path(name), content);
      return path(name);
    },
  };
}
