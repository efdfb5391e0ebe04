import { join } from 'node:path';
import type { LocalConfig } from './load-env.ts';
import { findProjectRoot } from './version.ts';

/** Where this installation keeps what outlives a run: the embedded database, uploads, exports. */
export function dataFolder(config: LocalConfig): string {
  return config.dataDir ?? join(findProjectRoot(), '.concordance');
}

/** Where exports are written. The API serves them from there, so workers and API share it. */
export function exportFolder(config: LocalConfig): string {
  return config.exportDir ?? join(dataFolder(config), 'exports');
}

/** Where uploaded files wait for their import. Shared by the API and the workers. */
export function uploadFolder(config: LocalConfig): string {
  return join(dataFolder(config), 'televersements');
}

/** Where the files that imports by API receive wait to become snapshots. Shared by the workers. */
export function collecteFolder(config: LocalConfig, collecteId: string): string {
  return join(dataFolder(config), 'collectes', collecteId);
}
