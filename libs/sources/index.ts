/** Public door of the sources: files (and later services) in, canonical rows or refused lines out. */
export type * from './core/canonical.ts';
export type * from './core/table-reader.ts';
export * from './core/errors.ts';
