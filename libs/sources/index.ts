/** Public door of the sources: files (and later services) in, canonical rows or refused lines out. */
export type * from './core/canonical.ts';
export type * from './core/table-reader.ts';
export * from './core/errors.ts';
export type { OpenTableOptions } from './core/open-table.ts';
export { openTable, openTables } from './open-table.ts';
export { SOURCES, TABLES, type SourceDescription, type TableDescription } from './tables.ts';
export { walkFiles } from './core/walk-files.ts';
export { sha256File } from './core/sha256-file.ts';
export { openLabelledSet } from './evaluation/jeu-etiquete.ts';
export { compareColumns, type ColumnDrift } from './drift/column-drift.ts';
export {
  DEFAULT_DISTANCE_LIMITS,
  snapshotDistance,
  type DistanceLimits,
  type DistanceReason,
  type SnapshotDistance,
  type SnapshotFigures,
} from './drift/snapshot-distance.ts';
