// Builds what is stale into dist/: the server (TypeScript) and, when asked, the back office (Vite). Staleness is
// judged on the content of the sources, since a git checkout changes dates and keeps contents.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const SERVER_FOLDERS = ['libs', join('apps', 'api', 'src')];
const NOT_BUILT = /\.(spec|int-spec|e2e-spec)\.tsx?$|(^|\/)(fixtures|bench|node_modules|dist)\//;
const LOCK_WAIT_MS = 240_000;

/** Files below a folder, as paths from the root with `/`, sorted. */
function filesBelow(root, folder) {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      relative(root, join(entry.parentPath ?? entry.path, entry.name))
        .split(sep)
        .join('/'),
    )
    .filter((file) => !NOT_BUILT.test(file))
    .sort();
}

function fingerprint(root, files) {
  const hash = createHash('sha256');
  for (const file of files) {
    const content = readFileSync(join(root, file));
    hash.update(`${file}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex');
}

function serverSources(root) {
  return SERVER_FOLDERS.flatMap((folder) => filesBelow(root, folder));
}

function installedLock(root) {
  const file = 'node_modules/.package-lock.json';
  return existsSync(join(root, file)) ? [file] : [];
}

function readStamp(root, name) {
  const file = join(root, 'dist', name);
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}

function writeStamp(root, name, value) {
  writeFileSync(join(root, 'dist', name), value);
}

function node(root, args) {
  const { status, stdout } = spawnSync(process.execPath, args, {
    cwd: root,
    stdio: ['ignore', 'pipe', process.stderr],
    maxBuffer: 64 * 1024 * 1024,
  });
  if (stdout.length > 0) process.stderr.write(stdout);
  return status === 0;
}

/** Removes from dist what no source makes any more: a renamed file must not live on there. */
function removeOrphans(root, sources) {
  const wanted = new Set(sources.map((file) => file.replace(/\.ts$/, '.js')));
  for (const folder of SERVER_FOLDERS) {
    for (const file of filesBelow(join(root, 'dist'), folder)) {
      if (!wanted.has(file.replace(/\.map$/, ''))) rmSync(join(root, 'dist', file), { force: true });
    }
  }
}

function buildServer(root, say) {
  const sources = serverSources(root);
  const stamp = fingerprint(root, [
    ...sources,
    'tsconfig.json',
    'tsconfig.build.json',
    ...installedLock(root),
  ]);
  if (readStamp(root, '.build-stamp') === stamp) return;
  say('Construction du serveur…');
  mkdirSync(join(root, 'dist'), { recursive: true });
  // An unfinished build left files that the incremental state believes up to date.
  if (readStamp(root, '.build-stamp') === '') rmSync(join(root, 'dist', '.tsbuildinfo'), { force: true });
  rmSync(join(root, 'dist', '.build-stamp'), { force: true });
  // Types are checked by `npm run typecheck`; here they would only cost seconds at each start.
  if (
    !node(root, [join('node_modules', 'typescript', 'bin', 'tsc'), '-p', 'tsconfig.build.json', '--noCheck'])
  ) {
    throw new Error('La construction du serveur a échoué : les lignes ci-dessus disent où.');
  }
  for (const file of sources.filter((name) => !name.endsWith('.ts'))) {
    mkdirSync(dirname(join(root, 'dist', file)), { recursive: true });
    copyFileSync(join(root, file), join(root, 'dist', file));
  }
  removeOrphans(root, sources);
  writeStamp(root, '.build-stamp', stamp);
}

function buildAdmin(root, say) {
  if (!existsSync(join(root, 'apps', 'admin', 'index.html'))) return;
  const sources = filesBelow(root, join('apps', 'admin'));
  const stamp = fingerprint(root, [...sources, ...installedLock(root)]);
  if (readStamp(root, '.admin-stamp') === stamp) return;
  say("Construction de l'interface (une dizaine de secondes)…");
  mkdirSync(join(root, 'dist'), { recursive: true });
  rmSync(join(root, 'dist', '.admin-stamp'), { force: true });
  const vite = join('node_modules', 'vite', 'bin', 'vite.js');
  if (!node(root, [vite, 'build', join('apps', 'admin'), '--logLevel', 'error'])) {
    throw new Error("La construction de l'interface a échoué : les lignes ci-dessus disent où.");
  }
  writeStamp(root, '.admin-stamp', stamp);
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** Two commands started together build once; a lock left by a killed one is taken over. */
async function withBuildLock(root, work) {
  const file = join(root, 'dist', '.build-lock');
  mkdirSync(join(root, 'dist'), { recursive: true });
  const deadline = Date.now() + LOCK_WAIT_MS;
  for (;;) {
    try {
      writeFileSync(file, String(process.pid), { flag: 'wx' });
      break;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
      takeOverStaleLock(file);
      if (Date.now() > deadline)
        throw new Error(`Une autre construction n'en finit pas (verrou ${file}).`, { cause: error });
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
  try {
    work();
  } finally {
    rmSync(file, { force: true });
  }
}

function takeOverStaleLock(file) {
  try {
    const pid = Number(readFileSync(file, 'utf8'));
    const young = Date.now() - statSync(file).mtimeMs < 2_000;
    if ((pid > 0 && isAlive(pid)) || (pid === 0 && young)) return;
    const aside = `${file}.${process.pid}`;
    renameSync(file, aside);
    rmSync(aside, { force: true });
  } catch (error) {
    if (error.code !== 'ENOENT') throw error;
  }
}

/** True when a build has nothing to do. */
export function isBuilt(root, { admin }) {
  const server = ['tsconfig.json', 'tsconfig.build.json', ...installedLock(root)];
  if (readStamp(root, '.build-stamp') !== fingerprint(root, [...serverSources(root), ...server]))
    return false;
  if (!admin || !existsSync(join(root, 'apps', 'admin', 'index.html'))) return true;
  const files = [...filesBelow(root, join('apps', 'admin')), ...installedLock(root)];
  return readStamp(root, '.admin-stamp') === fingerprint(root, files);
}

/** Builds what is stale; `admin` adds the back office. */
export async function ensureBuilt(root, { admin, say }) {
  if (isBuilt(root, { admin })) return;
  await withBuildLock(root, () => {
    buildServer(root, say);
    if (admin) buildAdmin(root, say);
  });
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { ensureInstalled } = await import('./install.js');
  const say = (line) => process.stderr.write(`${line}\n`);
  try {
    ensureInstalled(ROOT, { say });
    await ensureBuilt(ROOT, { admin: !process.argv.includes('--sans-admin'), say });
  } catch (error) {
    say(error.message);
    process.exitCode = 1;
  }
}
