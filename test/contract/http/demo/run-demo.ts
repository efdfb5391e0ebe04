import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type {
  ConnectorEvent,
  ConnectorProgress,
  ConnectorRun,
  Json,
} from '../../../../libs/sources/core/http/connector.ts';
import type { HttpRuntime } from '../../../../libs/sources/core/http/http-runtime.ts';
import { openTable } from '../../../../libs/sources/index.ts';
import { ContractServer } from '../contract-server.ts';
import { DEMO_CASES, type DemoCase } from './demo-cases.ts';

/** What an import of the demonstration gave. */
export interface DemoResult {
  readonly source: string;
  readonly voie: string;
  lignes: number;
  refusees: number;
  fichiers: number;
  /** Parts left out, with their reason. */
  readonly laissees: string[];
  requetes: number;
  dureeMs: number;
  /** What stopped it, or null. */
  erreur: string | null;
}

export interface DemoOptions {
  readonly runtime: HttpRuntime;
  readonly say: (line: string) => void;
  /** Called often; null at the end of an import. */
  readonly progress: (progress: ConnectorProgress | null) => void;
}

/** Starts the contract server and imports every source from it, by each of its ways. */
export async function runDemo({ runtime, say, progress }: DemoOptions): Promise<DemoResult[]> {
  const server = await ContractServer.start();
  const folder = await mkdtemp(join(tmpdir(), 'concordance-demo-'));
  const results: DemoResult[] = [];
  say(`Serveur de contrat : ${server.url} (aucun service réel n'est appelé)`);
  try {
    for (const [rank, demo] of DEMO_CASES.entries()) {
      say('');
      say(`[${String(rank + 1)}/${String(DEMO_CASES.length)}] ${demo.connector.libelle} — ${demo.voie}`);
      if (demo.incident) say(`   incident joué : ${demo.incident.libelle}`);
      const result = await importOne(demo, server, { folder, runtime, say, progress });
      for (const laissee of result.laissees) say(`   laissé de côté : ${laissee}`);
      say(`   ${summary(result)}`);
      results.push(result);
    }
  } finally {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  }
  return results;
}

/** One import in a sentence. */
function summary(result: DemoResult): string {
  if (result.erreur !== null) return `échec : ${result.erreur}`;
  const seconds = (result.dureeMs / 1000).toLocaleString('fr-FR', { maximumFractionDigits: 1 });
  const files = result.fichiers === 0 ? '' : `${String(result.fichiers)} fichier(s), `;
  return (
    `terminé : ${files}${result.lignes.toLocaleString('fr-FR')} lignes, ${String(result.refusees)} refusée(s), ` +
    `${String(result.requetes)} requêtes, ${seconds} s`
  );
}

async function importOne(
  demo: DemoCase,
  server: ContractServer,
  { folder, runtime, say, progress }: DemoOptions & { folder: string },
): Promise<DemoResult> {
  const { connector, voie, interruption } = demo;
  server.play(demo.play);
  demo.incident?.plan(server);
  const started = runtime.now();
  const result: DemoResult = {
    source: connector.id,
    voie,
    lignes: 0,
    refusees: 0,
    fichiers: 0,
    laissees: [],
    requetes: 0,
    dureeMs: 0,
    erreur: null,
  };
  const run = (cursor: Json | null): ConnectorRun => ({
    input: demo.input ?? {},
    cursor,
    credentials: demo.credentials ?? {},
    settings: demo.settings(server.url),
    folder,
    // The contract server is on this machine and speaks plain http.
    http: { runtime, version: 'demo', policy: { allowHttp: true, allowPrivate: true } },
    onProgress: progress,
  });
  try {
    const stopped = await consume(connector.run(run(null)), result, interruption);
    if (stopped !== null) {
      progress(null);
      say('   interrompu ; reprise depuis le dernier curseur');
      await consume(connector.run(run(JSON.parse(JSON.stringify(stopped)) as Json)), result);
    }
  } catch (error) {
    result.erreur = error instanceof Error ? error.message : String(error);
  }
  progress(null);
  result.requetes = server.requests.length;
  result.dureeMs = runtime.now() - started;
  return result;
}

/** Takes the events of an import; after `stopAfter` cursors it lets go and gives the last one. */
async function consume(
  events: AsyncIterable<ConnectorEvent>,
  result: DemoResult,
  stopAfter = Number.POSITIVE_INFINITY,
): Promise<Json> {
  let cursors = 0;
  for await (const event of events) {
    if (event.kind === 'rows') for (const line of event.lignes) count(result, 'row' in line);
    if (event.kind === 'refus') result.laissees.push(event.message);
    if (event.kind === 'file') {
      result.fichiers += 1;
      const { path } = event.fichier;
      const opened = await openTable(path, { attendu: event.table, encodage: event.encodage });
      for await (const line of opened.rows()) count(result, 'row' in line);
    }
    if (event.kind === 'cursor') {
      cursors += 1;
      if (cursors >= stopAfter) return event.cursor;
    }
  }
  return null;
}

function count(result: DemoResult, isRow: boolean): void {
  if (isRow) result.lignes += 1;
  else result.refusees += 1;
}
