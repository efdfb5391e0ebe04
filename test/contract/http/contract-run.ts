import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from '@jest/globals';
import { openTable } from '../../../libs/sources/index.ts';
import type {
  Connector,
  ConnectorEvent,
  ConnectorProgress,
  ConnectorRun,
  Json,
} from '../../../libs/sources/core/http/connector.ts';
import type { HttpRuntime } from '../../../libs/sources/core/http/http-runtime.ts';
import type { RowRejection } from '../../../libs/sources/index.ts';
import { ContractServer } from './contract-server.ts';

/** A clock that passes only when somebody sleeps, and the naps taken. */
export class TestClock implements HttpRuntime {
  readonly naps: number[] = [];
  private time = Date.UTC(2026, 10, 21);
  readonly now = (): number => this.time;
  readonly random = (): number => 0.5;
  readonly sleep = async (ms: number, signal?: AbortSignal): Promise<void> => {
    signal?.throwIfAborted();
    this.naps.push(ms);
    this.time += ms;
  };

  advance(ms: number): void {
    this.time += ms;
  }
}

/** What an import gave, files read to their end as an importer would. */
export interface Imported {
  readonly rows: object[];
  readonly rejets: RowRejection[];
  readonly refus: { etape: string; motif: string; message: string }[];
  readonly fichiers: (ConnectorEvent & { kind: 'file' })[];
  readonly inchanges: string[];
  readonly inconnues: Set<string>;
  readonly cursors: Json[];
  readonly progress: ConnectorProgress[];
  readonly clock: TestClock;
  /** What stopped it, or null. */
  readonly error: Error | null;
}

/** The server and folder of a suite, and how a connector is run against them. */
export interface ContractSuite {
  server(): ContractServer;
  run(connector: Connector, run: Partial<ConnectorRun>): Promise<Imported>;
}

/** Registers the start and end of a contract server for a suite. */
export function contractSuite(): ContractSuite {
  let server: ContractServer | null = null;
  let folder = '';
  beforeAll(async () => {
    server = await ContractServer.start();
    folder = await mkdtemp(join(tmpdir(), 'concordance-contrat-'));
  });
  afterAll(async () => {
    await server?.stop();
    await rm(folder, { recursive: true, force: true });
  });
  return {
    server: () => {
      if (server === null) throw new Error('the contract server is not started');
      return server;
    },
    run: (connector, run) => importAll(connector, folder, run),
  };
}

/** The settings of a client that asks the contract server: plain http on the loopback, three tries. */
export function contractHttp(clock: HttpRuntime): ConnectorRun['http'] {
  return {
    runtime: clock,
    version: '0.0.0-essai',
    policy: { allowHttp: true, allowPrivate: true },
    retry: { attempts: 3 },
    idleTimeout: 2000,
  };
}

async function importAll(
  connector: Connector,
  folder: string,
  options: Partial<ConnectorRun>,
): Promise<Imported> {
  const clock = new TestClock();
  const imported = {
    rows: [] as object[],
    rejets: [] as RowRejection[],
    refus: [] as Imported['refus'],
    fichiers: [] as Imported['fichiers'],
    inchanges: [] as string[],
    inconnues: new Set<string>(),
    cursors: [] as Json[],
    progress: [] as ConnectorProgress[],
    clock,
  };
  const run: ConnectorRun = {
    input: {},
    cursor: null,
    credentials: {},
    folder,
    http: contractHttp(clock),
    onProgress: (progress) => imported.progress.push(progress),
    ...options,
  };
  let error: Error | null = null;
  try {
    for await (const event of connector.run(run)) await note(imported, event);
  } catch (caught) {
    error = caught as Error;
  }
  return { ...imported, error };
}

async function note(imported: Omit<Imported, 'error'>, event: ConnectorEvent): Promise<void> {
  switch (event.kind) {
    case 'rows':
      for (const column of event.colonnesInconnues) imported.inconnues.add(column);
      for (const line of event.lignes) {
        if ('row' in line) imported.rows.push(line.row);
        else imported.rejets.push(line.rejet);
      }
      return;
    case 'file': {
      imported.fichiers.push(event);
      const { path } = event.fichier;
      const opened = await openTable(path, { attendu: event.table, encodage: event.encodage });
      for (const column of opened.colonnesInconnues) imported.inconnues.add(column);
      for await (const line of opened.rows()) {
        if ('row' in line) imported.rows.push(line.row);
        else imported.rejets.push(line.rejet);
      }
      return;
    }
    case 'refus':
      imported.refus.push(event);
      return;
    case 'inchange':
      imported.inchanges.push(event.etape);
      return;
    case 'cursor':
      imported.cursors.push(event.cursor);
  }
}
