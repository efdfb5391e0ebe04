import { setTimeout as sleep } from 'node:timers/promises';
import type { ExecutionQuery, ExecutionView } from '../appariements/execution.query.ts';
import { ProgressBar } from '../demarrage/progression.ts';
import type { Terminal } from './command.ts';

const PERIOD_MS = 250;
/** A run that nobody has started after this long probably has no worker. */
const SILENCE_MS = 10_000;

/** Shows a run's progress until it ends. @returns the ended run. */
export async function followExecution(
  query: ExecutionQuery,
  id: string,
  titre: string,
  { stderr }: Terminal,
  isStopped: () => boolean = () => false,
): Promise<ExecutionView> {
  let progress: ProgressBar | null = null;
  let silentUntil: number | null = performance.now() + SILENCE_MS;
  for (;;) {
    const execution = await query.findById(id);
    if (execution === null) throw new Error(`execution ${id} not found`);
    progress ??= new ProgressBar({
      titre,
      unite: 'formations',
      total: execution.nbFormations,
      output: stderr,
    });
    progress.update(execution.nbFormationsTraitees);
    if (execution.statut !== 'en_attente') silentUntil = null;
    if (silentUntil !== null && performance.now() > silentUntil) {
      silentUntil = null;
      stderr.write(
        "Personne n'a encore pris ce travail : un travailleur est-il lancé (npm start, ou main.worker) ?\n",
      );
    }
    const ended = !['en_attente', 'en_cours'].includes(execution.statut);
    if (ended) progress.finish();
    if (ended || isStopped()) return execution;
    await sleep(PERIOD_MS);
  }
}
