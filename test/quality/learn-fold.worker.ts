/** Learns the model of one outer fold, in a thread of its own: everything developed on, that fold left out. */
import { parentPort, workerData } from 'node:worker_threads';
import { isDevelopment } from './examples.ts';
import { foldOf } from './gold.ts';
import type { FoldModel } from './learn-folds.ts';
import { learnModel } from './learn.ts';

const fold = Number(workerData);
const { model } = await learnModel((cle) => isDevelopment(cle) && foldOf(cle, 'externe') !== fold);
const answer: FoldModel = { fold, model };
parentPort?.postMessage(answer);
