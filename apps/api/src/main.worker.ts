import { loadEnv } from './config/load-env.ts';
import { startWorker } from './worker-server.ts';

/** A worker as a process of its own: any number of them, on any machine. */
const worker = await startWorker(loadEnv());

// Started by `concordance demarrer`: a parent that dies, even by kill -9, takes its workers with it.
if (process.send !== undefined) {
  process.once('disconnect', () => {
    void worker.close().then(() => process.exit(0));
  });
  process.send('pret');
}
