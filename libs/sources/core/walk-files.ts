import { readdir, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { SourceFileError } from './errors.ts';

/**
 * Every file below some folders (a file given by name included), in an order that depends on names only.
 * Hidden files and folders are passed over, as are links that lead nowhere or loop back. Throws SourceFileError for a
 * path that does not exist.
 */
export async function walkFiles(dirs: readonly string[], signal?: AbortSignal): Promise<string[]> {
  const files: string[] = [];
  const visited = new Set<string>();
  for (const dir of dirs) await walk(dir, await resolved(dir), files, visited, signal);
  return files;
}

async function walk(
  path: string,
  real: string,
  files: string[],
  visited: Set<string>,
  signal?: AbortSignal,
): Promise<void> {
  signal?.throwIfAborted();
  if (visited.has(real)) return;
  visited.add(real);
  const stats = await stat(real);
  if (stats.isFile()) files.push(path);
  if (!stats.isDirectory()) return;
  const names = (await readdir(path)).filter((name) => !name.startsWith('.'));
  for (const name of names.sort((a, b) => (a < b ? -1 : 1))) {
    const child = join(path, name);
    // A link that leads nowhere is not a file; any other trouble is for whoever opens it.
    const target = await realpath(child).catch(() => null);
    if (target !== null) await walk(child, target, files, visited, signal);
  }
}

async function resolved(path: string): Promise<string> {
  try {
    return await realpath(path);
  } catch (cause) {
    throw new SourceFileError(`${path} : ce fichier ou dossier n'existe pas ou ne peut pas être lu.`, {
      source: 'inconnue',
      fichier: path,
      cause,
    });
  }
}
