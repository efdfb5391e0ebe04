// `npm run sources:demo`: every connector against the contract server, without network. Progress on stderr, one
// line a source on stdout.
import { realSleep } from '../../../../libs/sources/core/http/http-runtime.ts';
import type { ConnectorProgress } from '../../../../libs/sources/core/http/connector.ts';
import { runDemo } from './run-demo.ts';

const isTerminal = process.stderr.isTTY;

function progress(now: ConnectorProgress | null): void {
  if (!isTerminal) return;
  if (now === null) {
    process.stderr.write('\r\u001b[K');
    return;
  }
  const left = now.resteMs === null ? '' : `, encore ${String(Math.ceil(now.resteMs / 1000))} s`;
  const done = `${String(now.faites)}/${String(now.total)} étapes, ${String(now.lignes)} lignes${left}`;
  process.stderr.write(`\r\u001b[K   ${now.etape} : ${done}`);
}

const results = await runDemo({
  runtime: { now: () => Date.now(), random: () => Math.random(), sleep: realSleep },
  say: (line) => process.stderr.write(`${line}\n`),
  progress,
});
process.stderr.write('\n');
for (const { source, voie, lignes, refusees, laissees, erreur } of results) {
  const state = erreur === null ? 'reussi' : 'echec';
  process.stdout.write(`${[source, voie, state, lignes, refusees, laissees.length].join('\t')}\n`);
}
process.exitCode = results.every(({ erreur }) => erreur === null) ? 0 : 1;
