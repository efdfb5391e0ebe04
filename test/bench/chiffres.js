/**
 * What figures cost beside a run: a synthetic campaign of 21,000 rows and 120,000 published lines, through the whole
 * service on a database of its own. It says the time of the run, of the attachment, of the coverage report, and their
 * share; then the time of a second computation and of one decision, which write little or nothing.
 *
 *   npm run bench:chiffres [-- formations indicateurs]
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { ensureBuilt } from '../../scripts/build.js';
import { campagneSynthetique } from './campagne-synthetique.js';

const ROOT = join(import.meta.dirname, '..', '..');
const PLAFOND = 0.1;
const AUTEUR = { compteId: null, nom: 'bench' };
const say = (line) => process.stdout.write(`${line}\n`);
const secondes = (ms) => `${(ms / 1000).toFixed(2).replace('.', ',')} s`;

await ensureBuilt(ROOT, { admin: false, say: (line) => process.stderr.write(`${line}\n`) });
const api = (path) => import(`../../dist/apps/api/src/${path}.js`);
const { NestFactory } = await import('@nestjs/core');
const { startEmbeddedPostgres } = await api('demarrage/embedded-postgres');
const { loadEnv } = await api('config/load-env');
const { migrate } = await api('database/migrate');
const { WorkerModule } = await api('worker.module');
const { SetUpCampagneUseCase } = await api('campagnes/set-up-campagne.use-case');
const { LaunchExecutionUseCase } = await api('appariements/launch-execution.use-case');
const { ExecutionQuery } = await api('appariements/execution.query');
const { CalculChiffresRepository } = await api('indicateurs/calcul-chiffres.repository');
const { DemanderChiffresUseCase } = await api('indicateurs/demander-chiffres.use-case');
const { IndicateurRepository } = await api('indicateurs/indicateur.repository');
const { CouvertureRepository } = await api('couverture/couverture.repository');
const { RefreshCouvertureUseCase } = await api('couverture/refresh-couverture.use-case');
const { DataSource } = await import('typeorm');

const [formations = 21_000, indicateurs = 120_000] = process.argv.slice(2).map(Number);
const folder = await mkdtemp(join(tmpdir(), 'concordance-bench-'));
const dossier = join(tmpdir(), `concordance-bench-base-${process.pid}`);
const server = await startEmbeddedPostgres({ dossier, log: () => undefined });
let app = null;
try {
  const { catalogue, inserjeunes, compte } = campagneSynthetique({ formations, indicateurs });
  await writeFile(join(folder, 'catalogue.csv'), catalogue);
  await writeFile(join(folder, 'inserjeunes.ndjson'), inserjeunes);
  say(`${compte.formations} formations, ${compte.indicateurs} lignes publiées, ${compte.uai} établissements`);
  const config = loadEnv({ DATABASE_URL: server.url, CONCORDANCE_DATA_DIR: folder, LOG_LEVEL: 'error' });
  await migrate(config.databaseUrl);
  app = await NestFactory.createApplicationContext(WorkerModule.forRoot(config), {
    logger: ['error', 'fatal'],
  });
  const references = ['bcn-2026', 'bcn-2024-ancien', 'certif-info', 'onisep', 'sise'];
  const { campagneId } = await app.get(SetUpCampagneUseCase).execute({
    nom: 'Campagne synthétique',
    plateforme: 'generique',
    rentree: '2026-09-01',
    catalogue: join(folder, 'catalogue.csv'),
    references: [
      ...references.map((nom) => join(ROOT, 'samples', 'references', nom)),
      join(folder, 'inserjeunes.ndjson'),
    ],
    exemple: false,
    importePar: 'bench',
    say: () => undefined,
  });
  const figures = app.get(IndicateurRepository);
  const start = performance.now();
  for (const snapshot of await figures.aCharger(await figures.enService(false)))
    await figures.charger(snapshot);
  say(`rangement des lignes publiées (une fois par instantané) : ${secondes(performance.now() - start)}`);

  const executionId = await app.get(LaunchExecutionUseCase).execute({
    campagneId,
    risque: 0.01,
    auteur: AUTEUR,
  });
  const run = await until(() => app.get(ExecutionQuery).findById(executionId));
  await figuresOf(executionId);
  // What follows a run by itself is let to end, then done again with nothing beside it, as the run was.
  await until(() => one(`SELECT statut FROM controle_execution`));
  await app.get(DataSource).query(`DELETE FROM chiffres_formation`);
  const asked = await app.get(DemanderChiffresUseCase).pourCampagne(campagneId, AUTEUR);
  const calcul = await figuresOf(executionId, asked.id);
  const couvertures = app.get(CouvertureRepository);
  const stale = await couvertures.execution(executionId);
  const reportStart = performance.now();
  await app.get(RefreshCouvertureUseCase).ensure(stale);
  const report = performance.now() - reportStart;
  const runMs = run.termineeLe - run.demarreeLe;
  const share = (calcul.ms + report) / runMs;
  say(`exécution : ${secondes(runMs)} (${run.nbSignatures} signatures)`);
  say(`rattachement : ${secondes(calcul.ms)} ; rapport de couverture : ${secondes(report)}`);
  const couverts = await one(
    `SELECT count(*) FILTER (WHERE couverture = 'Couvert')::int AS n FROM chiffres_formation`,
  );
  say(`couvertes : ${couverts.n}`);
  say(
    `part de l'exécution : ${(100 * share).toFixed(1).replace('.', ',')} % (plafond ${100 * PLAFOND} % : ${share < PLAFOND ? 'tenu' : 'MANQUÉ'})`,
  );

  const again = await app.get(DemanderChiffresUseCase).pourCampagne(campagneId, AUTEUR);
  const second = await figuresOf(executionId, again.id);
  say(`second calcul : ${secondes(second.ms)}, ${second.nbRecalculees} ligne(s) récrite(s)`);
  // Nothing has changed: a row written again would have been computed from lines that were not all read.
  if (share >= PLAFOND || second.nbRecalculees > 0) process.exitCode = 1;
} finally {
  await app?.close();
  await server.stop();
  await rm(dossier, { recursive: true, force: true });
  await rm(folder, { recursive: true, force: true });
}

async function one(sql) {
  const [row] = await app.get(DataSource).query(sql);
  return row;
}

/** The computation of a run once it has ended, with how long it took. */
async function figuresOf(executionId, id = null) {
  const calculs = app.get(CalculChiffresRepository);
  const ended = await until(() => (id === null ? calculs.lastOf(executionId) : calculs.findById(id)));
  const times = await one(
    `SELECT extract(epoch FROM ended_at - started_at) * 1000 AS ms FROM calcul_chiffres WHERE id = '${ended.id}'`,
  );
  return { ...ended, ms: Number(times.ms) };
}

async function until(read) {
  for (;;) {
    const found = await read();
    if (found != null && !['en_attente', 'en_cours'].includes(found.statut)) return found;
    await sleep(100);
  }
}
