import { isAbsolute, join, normalize, sep } from 'node:path';
import { dataFolder } from '../config/folders.ts';
import type { LocalConfig } from '../config/load-env.ts';

/** Where files are dropped for the schedules to find; shared by the workers. */
export function dropFolder(config: LocalConfig): string {
  return join(dataFolder(config), 'depots');
}

/** Whether a path given by an operator stays below the drop folder: no other file of the machine is ever read. */
export function isBelowDropFolder(chemin: string): boolean {
  if (chemin === '' || chemin.includes('\0') || isAbsolute(chemin)) return false;
  return !normalize(chemin).split(sep).includes('..');
}
