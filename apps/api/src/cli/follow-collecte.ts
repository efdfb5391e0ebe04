import { setTimeout as sleep } from 'node:timers/promises';
import type { INestApplicationContext } from '@nestjs/common';
import { CollecteQuery, type CollecteView } from '../collectes/collecte.query.ts';
import { RunCollecteUseCase } from '../collectes/run-collecte.use-case.ts';
import { ProgressBar } from '../demarrage/progression.ts';
import type { Terminal } from './command.ts';

const PERIOD_MS = 500;

/**
 * Runs an import by API here, showing its steps, until it ends or the signal stops it; what came is then kept for
 * whoever takes it up.
 * @returns the import as it is left.
 */
export async function runCollecteHere(
  app: INestApplicationContext,
  id: string,
  { stderr }: Terminal,
  signal: AbortSignal,
): Promise<CollecteView> {
  const query = app.get(CollecteQuery);
  const shown = showProgress(query, id, stderr);
  try {
    for (;;) {
      const again = await app.get(RunCollecteUseCase).execute(id, signal);
      const view = await query.findById(id);
      if (view === null) throw new Error(`collecte ${id} not found`);
      if (again === null || signal.aborted) return view;
      if (view.message !== null) {
        stderr.write(`${view.message} Nouvel essai à ${again.toLocaleTimeString('fr-FR')}.\n`);
      }
      await sleep(Math.max(0, again.getTime() - Date.now()), undefined, { signal }).catch(() => undefined);
    }
  } finally {
    await shown.stop();
  }
}

function showProgress(
  query: CollecteQuery,
  id: string,
  output: Terminal['stderr'],
): { stop(): Promise<void> } {
  let bar: ProgressBar | null = null;
  let reading: Promise<void> = Promise.resolve();
  const show = async (): Promise<void> => {
    const view = await query.findById(id);
    if (view?.total === null || view === null) return;
    bar ??= new ProgressBar({ titre: `Collecte ${view.source}`, unite: 'étapes', total: view.total, output });
    bar.update(view.faites);
  };
  const timer = setInterval(() => {
    reading = show().catch(() => undefined);
  }, PERIOD_MS);
  return {
    stop: async () => {
      clearInterval(timer);
      await reading;
      bar?.finish();
    },
  };
}
