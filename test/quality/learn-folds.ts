import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Model } from '#matching';

/** What the worker of one fold answers. */
export interface FoldModel {
  readonly fold: number;
  readonly model: Model;
}

/**
 * Learns the model of each outer fold, as many at a time as the machine has cores. Each fold is learned by itself and
 * deterministic, so that neither their number nor their order changes a model; they are given in the order asked.
 *
 * @throws what a worker threw; the others are then stopped
 */
export async function learnFolds(
  folds: readonly number[],
  journal: (text: string) => void,
  atOnce = availableParallelism(),
): Promise<readonly FoldModel[]> {
  const left = [...folds];
  const learned: FoldModel[] = [];
  const running = new Set<Worker>();
  const lane = async (): Promise<void> => {
    for (let fold = left.shift(); fold !== undefined; fold = left.shift()) {
      learned.push(await learnInWorker(fold, running));
      journal(`modèle ${String(learned.length)} sur ${String(folds.length)}`);
    }
  };
  try {
    await Promise.all(Array.from({ length: Math.min(atOnce, folds.length) }, lane));
  } finally {
    await Promise.all([...running].map((worker) => worker.terminate()));
  }
  return learned.sort((a, b) => folds.indexOf(a.fold) - folds.indexOf(b.fold));
}

function learnInWorker(fold: number, running: Set<Worker>): Promise<FoldModel> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./learn-fold.worker.ts', import.meta.url), { workerData: fold });
    running.add(worker);
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', (code) => {
      running.delete(worker);
      reject(new Error(`le pli ${String(fold + 1)} s'est arrêté sans modèle (code ${String(code)})`));
    });
  });
}
