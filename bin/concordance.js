#!/usr/bin/env node
// The door of the command line: installs and builds what is missing, then hands over to apps/api/src/cli. Only
// Node builtins, and only dynamic imports after the version check, so that it works in a fresh clone and an old
// Node gets a sentence instead of a stack.
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { nodeVersionProblem } from '../scripts/node-version.js';

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const say = (line) => process.stderr.write(line + '\n');

async function main(argv) {
  const problem = nodeVersionProblem(process.version);
  if (problem !== null) {
    say(problem);
    return 1;
  }
  const { ensureInstalled } = await import('../scripts/install.js');
  const { ensureBuilt } = await import('../scripts/build.js');
  const cli = join(ROOT, 'dist', 'apps', 'api', 'src', 'cli', 'main.js');
  try {
    // An image ships dist/ without the sources: nothing to install or build there.
    if (existsSync(join(ROOT, 'apps', 'api', 'src'))) {
      ensureInstalled(ROOT, { say });
      await ensureBuilt(ROOT, { admin: argv[0] === 'demarrer', say });
    }
  } catch (error) {
    say(explain(error));
    return 1;
  }
  const { runCli } = await import(pathToFileURL(cli).href);
  return runCli(argv);
}

function explain(error) {
  if (error.code === 'ENOSPC') return 'Le disque est plein : libérez de la place dans ' + ROOT + '.';
  if (error.code === 'EACCES' || error.code === 'EROFS' || error.code === 'EPERM') {
    return "Impossible d'écrire dans " + ROOT + ' : vérifiez les droits du dossier (' + error.path + ').';
  }
  return error.message;
}

main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error) => {
    say(error instanceof Error && error.stack ? error.stack : String(error));
    process.exitCode = 1;
  },
);
