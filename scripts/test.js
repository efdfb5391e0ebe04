// `npm test`: installs, builds, runs every tier, and closes with `N passed, N failed` on a line of its own, which
// CI counts. What this machine lacks is said in a sentence; in CI nothing may be lacking.
import { spawnSync } from 'node:child_process';
import { accessSync, existsSync, mkdirSync, readFileSync, rmSync, constants } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureBuilt } from './build.js';
import { ensureInstalled } from './install.js';
import { nodeVersionProblem } from './node-version.js';
import { closingLine, summarise } from './test-summary.js';

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const RESULTS = join(ROOT, 'coverage', 'jest.json');
const say = (line) => process.stderr.write(`${line}\n`);

function onPath(command) {
  return (process.env['PATH'] ?? '').split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, command), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

/** What this machine lacks, one French sentence each. */
function lacking() {
  const data = process.env['CONCORDANCE_DATA'] ?? join(ROOT, '..', 'shared', 'data');
  const sentences = [];
  if (!['chromium', 'chromium-browser', 'google-chrome'].some(onPath)) {
    sentences.push('Chromium est absent : les tests de l’interface dans un navigateur sont passés.');
  }
  if (!onPath('redis-server')) {
    sentences.push('redis-server est absent : les tests de la file sur Redis sont passés.');
  }
  if (!existsSync(data)) {
    sentences.push(`Les données réelles (${data}) sont absentes : les tests qui les lisent sont passés.`);
  }
  return sentences;
}

async function main() {
  const problem = nodeVersionProblem(process.version);
  if (problem !== null) throw new Error(problem);
  ensureInstalled(ROOT, { say });
  await ensureBuilt(ROOT, { admin: true, say });
  const missing = lacking();
  if (missing.length > 0 && process.env['CI'] === 'true') {
    throw new Error(`En intégration continue, rien ne doit manquer :\n${missing.join('\n')}`);
  }
  mkdirSync(dirname(RESULTS), { recursive: true });
  rmSync(RESULTS, { force: true });
  const jest = spawnSync(
    process.execPath,
    [
      '--experimental-vm-modules',
      '--no-warnings=ExperimentalWarning',
      join('node_modules', 'jest', 'bin', 'jest.js'),
      '--maxWorkers=2',
      '--json',
      `--outputFile=${RESULTS}`,
      ...process.argv.slice(2),
    ],
    { cwd: ROOT, stdio: ['ignore', 'inherit', 'inherit'] },
  );
  if (!existsSync(RESULTS))
    throw new Error('Jest n’a rendu aucun résultat : les lignes ci-dessus disent pourquoi.');
  const summary = summarise(JSON.parse(readFileSync(RESULTS, 'utf8')));
  for (const sentence of missing) say(sentence);
  process.stdout.write(`${closingLine(summary)}\n`);
  return jest.status === 0 && summary.failed === 0 ? 0 : 1;
}

main().then(
  (code) => {
    process.exitCode = code;
  },
  (error) => {
    say(error.message);
    process.stdout.write(`${closingLine({ passed: 0, failed: 1, skipped: 0 })}\n`);
    process.exitCode = 1;
  },
);
