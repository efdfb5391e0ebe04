// Installs what package-lock.json asks for when node_modules is absent or older. Node builtins only: this runs
// before anything is installed.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Packages of a lock file, as `path → version`, without the root, the optional ones (other platforms') and what npm itself calls extraneous. */
export function lockedPackages(lockText) {
  const packages = JSON.parse(lockText).packages ?? {};
  return new Map(
    Object.entries(packages)
      .filter(([path, entry]) => path !== '' && entry.optional !== true && entry.extraneous !== true)
      .map(([path, entry]) => [path, entry.version]),
  );
}

/** True when node_modules holds every package that the lock file asks for, in its version. */
export function isInstalled(root) {
  const installed = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(installed)) return false;
  const lock = join(root, 'package-lock.json');
  if (!existsSync(lock)) return true;
  try {
    const present = lockedPackages(readFileSync(installed, 'utf8'));
    for (const [path, version] of lockedPackages(readFileSync(lock, 'utf8'))) {
      if (present.get(path) !== version) return false;
    }
    return true;
  } catch {
    return false;
  }
}

/** Installs when needed; all output goes to stderr, stdout belongs to the command. */
export function ensureInstalled(root, { say, quiet = true }) {
  if (isInstalled(root)) return;
  const command = existsSync(join(root, 'package-lock.json')) ? 'ci' : 'install';
  say(`Installation des dépendances (npm ${command}, une à deux minutes)…`);
  // Without the development dependencies (NODE_ENV=production) TypeScript would be missing to build.
  const args = [command, '--include=dev', '--no-audit', '--no-fund', ...(quiet ? ['--loglevel=error'] : [])];
  const { status, error } = spawnSync(process.platform === 'win32' ? 'npm.cmd' : 'npm', args, {
    cwd: root,
    stdio: ['ignore', process.stderr, process.stderr],
    shell: process.platform === 'win32',
  });
  if (status === 0) return;
  if (error?.code === 'ENOENT') {
    throw new Error('La commande npm est introuvable : elle accompagne Node.js, réinstallez celui-ci.');
  }
  throw new Error(
    `L'installation des dépendances a échoué (npm ${command}) : les lignes ci-dessus disent pourquoi (réseau, droits du dossier ou disque plein, le plus souvent).`,
  );
}
