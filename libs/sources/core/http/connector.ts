import type { z } from 'zod';
import type { SourceId } from '../table-definition.ts';
import type { RowTypes, TableId } from '../canonical.ts';
import type { Encodage, ReadRow } from '../table-reader.ts';
import type { SavedFile } from './download.ts';
import type { Validators } from './http-client.ts';
import type { HttpSettings } from './open-client.ts';
import type { Setting, Values } from './settings.ts';
import type { Rate } from './token-bucket.ts';

/** A plain JSON value: what a cursor is made of, so that it can be kept anywhere. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** One part of an import that can be made, and made again, by itself. */
export interface Step {
  /** Stable: a cursor names the steps by it. */
  readonly id: string;
  /** In French, for the progress. */
  readonly libelle: string;
  readonly params: Readonly<Record<string, string>>;
  /**
   * One of very many (a UAI, a SIRET): when it keeps failing it is made again after all the others, then left out
   * with its reason. Any other step stops the import, which resumes there.
   */
  readonly facultative?: boolean;
}

/** Lines of a table, each a canonical row or a refusal. */
export type RowsEvent = {
  [Id in TableId]: {
    readonly kind: 'rows';
    readonly etape: string;
    readonly table: Id;
    readonly lignes: readonly ReadRow<RowTypes[Id]>[];
    /** The columns that the service gave, in its own names. */
    readonly colonnes: readonly string[];
    /** Columns that the table does not know: noted, never an error. */
    readonly colonnesInconnues: readonly string[];
    /** Greatest date of the table's revision column among these lines; '' where it has none. */
    readonly revision: string;
  };
}[TableId];

/** A part that was left out, with its reason. */
export interface RefusalEvent {
  readonly kind: 'refus';
  readonly etape: string;
  /** Stable code of the reason, such as `UAI_REFUSE`. */
  readonly motif: string;
  /** In French. */
  readonly message: string;
}

/** A file that was received whole, to be read by `openTable`. */
export interface FileEvent {
  readonly kind: 'file';
  readonly etape: string;
  readonly table: TableId;
  readonly fichier: SavedFile;
  readonly encodage?: Encodage;
  /** What to give the next import so that it can be told that nothing changed. */
  readonly validateurs: Validators;
}

/** What a step would give is what was received the last time (304). */
export interface UnchangedEvent {
  readonly kind: 'inchange';
  readonly etape: string;
}

/** All that came before is given: an import that starts with this cursor goes on from here. */
export interface CursorEvent {
  readonly kind: 'cursor';
  readonly cursor: Json;
}

export type ConnectorEvent = RowsEvent | RefusalEvent | FileEvent | UnchangedEvent | CursorEvent;

/** How far an import is. */
export interface ConnectorProgress {
  readonly etape: string;
  readonly faites: number;
  readonly total: number;
  /** Rows given and parts left out since this run started. */
  readonly lignes: number;
  readonly refus: number;
  /** Milliseconds left at the pace of this run; null before the first step is done. */
  readonly resteMs: number | null;
}

/** What an import is given. */
export interface ConnectorRun {
  /** What to import; each connector says its shape. */
  readonly input: unknown;
  /** The last cursor that was kept, or null to start. */
  readonly cursor: Json | null;
  /** Secrets by name. */
  readonly credentials: Values;
  /** Addresses and choices by name. */
  readonly settings?: Values;
  readonly http: HttpSettings;
  /** Folder in which files are written. */
  readonly folder: string;
  /** What the steps answered the last time, by step id. */
  readonly validators?: Readonly<Record<string, Validators>>;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: ConnectorProgress) => void;
}

/** What a connector is, for the lists. */
export interface ConnectorDescription {
  readonly id: SourceId;
  readonly libelle: string;
  readonly producteur: string;
  readonly licence: string;
  readonly cadence: string;
  readonly tables: readonly TableId[];
  readonly identifiants: readonly Setting[];
  readonly reglages: readonly Setting[];
  readonly rate: Rate;
  /** What was not seen of the service and is assumed, in French, for docs/sources.md and the back office. */
  readonly suppose: readonly string[];
}

/** A service that can be imported from. */
export interface Connector extends ConnectorDescription {
  /** Names of what an import can be asked for; empty when it is always all. */
  readonly parametres: readonly string[];
  /** The steps of an import. Throws ZodError when the input has not the connector's shape. */
  plan(input: unknown, settings?: Values): readonly Step[];
  /**
   * Imports, from a cursor on. Events come in order; rows that come after the last cursor that was kept will come
   * again, so keep both in one transaction or write rows on their natural key. Throws SourceError.
   */
  run(run: ConnectorRun): AsyncIterable<ConnectorEvent>;
}

/** What a step gives, beside where it is. */
export type StepEvent =
  | RowsEvent
  | RefusalEvent
  | FileEvent
  | UnchangedEvent
  /** Where to go on inside the step: the next page. */
  | { readonly kind: 'position'; readonly position: Json };

/** What the making of a step is given. */
export interface StepTools {
  readonly secret: (nom: string) => string;
  readonly setting: (nom: string) => string;
  readonly http: HttpSettings;
  readonly folder: string;
  readonly validators: Readonly<Record<string, Validators>>;
  readonly signal: AbortSignal | undefined;
}

/** Makes one step, from a position inside it on. */
export interface StepMaker {
  make(step: Step, position: Json | null): AsyncIterable<StepEvent>;
  close(): void;
}

export interface ConnectorSpec<Input> extends ConnectorDescription {
  readonly input: z.ZodType<Input> & { readonly shape: Readonly<Record<string, unknown>> };
  readonly plan: (input: Input, setting: (nom: string) => string) => readonly Step[];
  /** Opens the client and session of one import. */
  readonly open: (tools: StepTools) => StepMaker;
}
