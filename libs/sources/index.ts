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
export { CONNECTORS, connectorOf } from './connectors.ts';
export type * from './core/http/connector.ts';
export { missingSecrets, type Setting, type Values } from './core/http/settings.ts';
export {
  SourceAccessError,
  SourceRateLimitedError,
  StaleCursorError,
  UnsafeAddressError,
} from './core/http/http-errors.ts';
export type { SavedFile } from './core/http/download.ts';
export type { HttpAnswer, HttpClient, HttpRequest, Validators } from './core/http/http-client.ts';
export { realSleep, type HttpRuntime } from './core/http/http-runtime.ts';
export { openHttpClient, type HttpSettings } from './core/http/open-client.ts';
export type { Rate } from './core/http/token-bucket.ts';
export type { UrlPolicy } from './core/http/url-policy.ts';
export { QUIFORME_CACHE, QUIFORME_STALE, quiformeFreshness, type Fraicheur } from './quiforme/freshness.ts';
