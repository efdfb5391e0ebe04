/**
 * The review queue under load: 100,000 items and 20 stewards at work, over HTTP, the API in a process of its own.
 *
 *   npm run bench:revue -- [items] [stewards] [seconds]
 *
 * Items are copies of those that the sample campaign leaves to people, under other labels: each has a whole answer,
 * candidates and explanations included. Prints latencies by route and the load of the machine; decides nothing on them.
 */
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { NestFactory } from '@nestjs/core';
import pg from 'pg';
import { ensureBuilt } from '../../scripts/build.js';

const ROOT = join(import.meta.dirname, '..', '..');
const [ITEMS = 100_000, STEWARDS = 20, SECONDS = 60] = process.argv.slice(2).map(Number);
/** A steward looks at an item before deciding: between half a second and one and a half. */
const THINK_MS = [500, 1_500];
const PASSWORD = 'un mot de passe assez long';
/** Latencies by route, in milliseconds. */
const times = new Map();
const say = (line) => process.stdout.write(`${line}\n`);

await ensureBuilt(ROOT, { admin: false, say });
const dist = (file) => import(join(ROOT, 'dist', 'apps', 'api', 'src', file));
const { startEmbeddedPostgres } = await dist('demarrage/embedded-postgres.js');
const { findFreePort } = await dist('demarrage/ports.js');
const { loadEnv } = await dist('config/load-env.js');
const { migrate } = await dist('database/migrate.js');
const { CoreModule } = await dist('core.module.js');
const { WorkerModule } = await dist('worker.module.js');
const { SetUpCampagneUseCase } = await dist('campagnes/set-up-campagne.use-case.js');
const { LaunchExecutionUseCase } = await dist('appariements/launch-execution.use-case.js');
const { CreerCompte } = await dist('comptes/creer-compte.use-case.js');
const { OpenItemsRepository } = await dist('review/open-items.repository.js');
const { SYSTEME } = await dist('journal/journal-entry.js');

// Not mkdtemp: it makes private folders, and as root PostgreSQL runs under another account.
const folder = join(tmpdir(), `concordance-bench-${randomUUID()}`);
const cleanUp = [() => rmSync(folder, { recursive: true, force: true })];
try {
  await run();
} finally {
  for (const step of cleanUp.reverse()) await step();
}

async function run() {
  const server = await startEmbeddedPostgres({ dossier: join(folder, 'base'), log: () => undefined });
  cleanUp.push(() => server.stop());
  const port = await findFreePort();
  const env = {
    DATABASE_URL: server.url,
    CONCORDANCE_DATA_DIR: folder,
    LOG_LEVEL: 'error',
    PORT: String(port),
  };
  const config = loadEnv(env);
  await migrate(config.databaseUrl);
  const app = await NestFactory.createApplicationContext(CoreModule.forRoot(config), { logger: ['error'] });
  const campagneId = await fill(app, config, server.url);
  const accounts = [];
  for (let i = 0; i < STEWARDS; i += 1) {
    const nouveau = { identifiant: `personne-${i}`, nom: `Personne ${i}`, role: 'instructeur' };
    accounts.push({ ...nouveau, ...(await app.get(CreerCompte).execute(nouveau, SYSTEME)) });
  }
  await app.close();

  const api = spawn(process.execPath, [join(ROOT, 'dist', 'apps', 'api', 'src', 'main.api.js')], {
    env: { PATH: process.env.PATH, ...env, CONCORDANCE_ADRESSE: '127.0.0.1' },
    stdio: 'inherit',
  });
  cleanUp.push(() => api.kill());
  const base = `http://127.0.0.1:${port}/api`;
  await ready(base);
  const stewards = await Promise.all(accounts.map((account) => signIn(base, account)));

  // Each route once, so that references are loaded and plans made: a service that has just started is not what is measured.
  await stewards[0].call('première lecture', 'POST', '/revues/prochaines', {
    filtre: { campagneId },
    nombre: 3,
  });
  say(`\n${STEWARDS} personnes pendant ${SECONDS} s, charge au départ ${loadavg()[0].toFixed(1)} :`);
  const until = performance.now() + SECONDS * 1_000;
  const decided = await Promise.all(stewards.map((steward) => work(steward, campagneId, until)));
  report();
  const total = decided.reduce((sum, n) => sum + n, 0);
  say(
    `${total} décisions, ${(total / SECONDS).toFixed(1)} par seconde ; charge à la fin ${loadavg()[0].toFixed(1)}`,
  );
  await check(server.url, total);

  say('\nListes, une personne, vingt fois chacune :');
  times.clear();
  await lists(stewards[0], campagneId);
  report();
}

/** The sample campaign run once, then its items copied until there are enough. @returns its id */
async function fill(app, config, url) {
  const { campagneId } = await app.get(SetUpCampagneUseCase).execute({
    nom: 'Banc d’essai',
    plateforme: 'parcoursup',
    rentree: '2026-09-01',
    catalogue: join(ROOT, 'samples', 'catalogues', 'parcoursup.csv'),
    references: [join(ROOT, 'samples', 'references')],
    exemple: false,
    importePar: 'banc',
    say: () => undefined,
  });
  const worker = await NestFactory.createApplicationContext(WorkerModule.forRoot(config), {
    logger: ['error'],
  });
  const executionId = await app
    .get(LaunchExecutionUseCase)
    .execute({ campagneId, risque: 0.01, auteur: { compteId: null, nom: 'banc' } });
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  cleanUp.push(() => client.end().catch(() => undefined));
  const one = async (sql, values = []) => (await client.query(sql, values)).rows[0];
  while ((await one(`SELECT statut FROM execution WHERE id = $1`, [executionId])).statut !== 'terminee')
    await sleep(200);
  await worker.close();

  const started = performance.now();
  await client.query(
    `CREATE TEMP TABLE modele AS SELECT row_number() OVER (ORDER BY a.signature_id) - 1 AS n, a.*, s.contenu
     FROM appariement a JOIN signature s ON s.id = a.signature_id
     WHERE a.execution_id = '${executionId}' AND a.statut <> 'apparie'`,
  );
  const { count: models } = await one('SELECT count(*)::int AS count FROM modele');
  await client.query(
    `INSERT INTO signature (cle, contenu)
     SELECT 'banc-' || i, contenu || jsonb_build_object('specialite', coalesce(contenu->>'specialite', '') || ' ' || i)
     FROM generate_series(1, ${ITEMS}) i JOIN modele ON n = i % ${models}`,
  );
  await client.query(
    `INSERT INTO appariement (execution_id, signature_id, statut, code_certification, confiance, motifs, resultat)
     SELECT m.execution_id, s.id, m.statut, m.code_certification,
       least(1, greatest(0, m.confiance + (i % 97) / 1000.0)), m.motifs, m.resultat
     FROM generate_series(1, ${ITEMS}) i JOIN modele m ON m.n = i % ${models} JOIN signature s ON s.cle = 'banc-' || i`,
  );
  await client.query(
    `INSERT INTO formation (campagne_id, rang, identifiant, signature_id, libelle, specialite, uai, academie,
       capacite, voeux, recherche, contenu)
     SELECT '${campagneId}', 1000000 + i, 'B' || i, s.id, s.contenu->>'libelle', s.contenu->>'specialite', '0590001A',
       (ARRAY['Lille', 'Lyon', 'Nantes', 'Rennes', 'Créteil', 'Versailles', 'Paris', 'Reims'])[1 + i % 8], 10 + i % 40,
       i % 900, 'banc ' || i || ' ' || lower(s.contenu->>'specialite'),
       jsonb_build_object('libelle', s.contenu->>'libelle', 'specialite', s.contenu->>'specialite',
         'etablissement', 'Établissement ' || i, 'codes', s.contenu->'codes')
     FROM generate_series(1, ${ITEMS}) i JOIN signature s ON s.cle = 'banc-' || i`,
  );
  const opening = performance.now();
  await app.get(OpenItemsRepository).openAfterRun(client, executionId);
  const opened = performance.now();
  // As autovacuum leaves it: lists count on the index alone.
  await client.query('VACUUM ANALYZE');
  const { n, taille } = await one(
    `SELECT count(*)::int AS n, pg_size_pretty(pg_database_size(current_database())) AS taille FROM revue`,
  );
  say(
    `${n} dossiers (${taille}) : copie ${((opening - started) / 1000).toFixed(1)} s, ` +
      `ouverture de la file ${((opened - opening) / 1000).toFixed(1)} s`,
  );
  return campagneId;
}

function record(name, milliseconds) {
  const known = times.get(name);
  if (known === undefined) times.set(name, [milliseconds]);
  else known.push(milliseconds);
}

function report() {
  for (const [name, values] of [...times].sort(([a], [b]) => a.localeCompare(b))) {
    values.sort((a, b) => a - b);
    const at = (share) =>
      values[Math.min(values.length - 1, Math.floor(values.length * share))].toFixed(1).padStart(8);
    say(
      `${name.padEnd(46)} ${String(values.length).padStart(6)}  p50${at(0.5)}  p95${at(0.95)}  p99${at(0.99)} ms`,
    );
  }
}

async function ready(base) {
  for (let i = 0; i < 300; i += 1) {
    const ok = await fetch(`${base}/sante`).then(
      ({ status }) => status === 200,
      () => false,
    );
    if (ok) return;
    await sleep(200);
  }
  throw new Error('the API did not start');
}

async function signIn(base, { identifiant, motDePasseProvisoire }) {
  let cookie = '';
  const call = async (name, method, path, body) => {
    const start = performance.now();
    const response = await fetch(base + path, {
      method,
      headers: { Cookie: cookie, 'Content-Type': 'application/json', 'X-Requested-With': 'concordance' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    record(name, performance.now() - start);
    for (const set of response.headers.getSetCookie()) cookie = set.split(';')[0];
    if (response.status >= 400)
      throw new Error(`${method} ${path}: ${response.status} ${text.slice(0, 300)}`);
    return text === '' ? null : JSON.parse(text);
  };
  await call('connexion', 'POST', '/session', { identifiant, motDePasse: motDePasseProvisoire });
  await call('connexion', 'PUT', '/session/mot-de-passe', {
    ancien: motDePasseProvisoire,
    nouveau: PASSWORD,
  });
  times.clear();
  return { call };
}

/** Takes, looks, decides, with two items read in advance. @returns how many were decided */
async function work({ call }, campagneId, until) {
  const next = (nombre, sauf) =>
    call('POST /revues/prochaines', 'POST', '/revues/prochaines', { filtre: { campagneId }, nombre, sauf });
  const held = (await next(3, [])).data;
  let decided = 0;
  while (performance.now() < until && held.length > 0) {
    await sleep(THINK_MS[0] + Math.random() * (THINK_MS[1] - THINK_MS[0]));
    const revue = held.shift();
    if (Math.random() < 0.05) {
      await call('POST /revues/:id/passer', 'POST', `/revues/${revue.id}/passer`, {});
    } else {
      const code = revue.candidats[0]?.codeCertification;
      const said =
        code !== undefined && Math.random() < 0.6
          ? { verdict: 'accepte', codeCertification: code }
          : { verdict: 'aucune', motif: 'libelle_insuffisant' };
      await call('POST /revues/:id/decisions', 'POST', `/revues/${revue.id}/decisions`, {
        commandeId: randomUUID(),
        version: revue.version,
        ...said,
      });
      decided += 1;
    }
    held.push(
      ...(
        await next(
          1,
          held.map(({ id }) => id),
        )
      ).data,
    );
  }
  return decided;
}

/** Every decision is there, once. */
async function check(url, total) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query(
    `SELECT count(*)::int AS ecrites, count(DISTINCT signature_id)::int AS signatures FROM jugement`,
  );
  await client.end();
  const { ecrites, signatures } = rows[0];
  if (ecrites !== total || signatures !== total) {
    throw new Error(`${total} decisions sent, ${ecrites} written on ${signatures} signatures`);
  }
  say('aucune décision perdue ni doublée');
}

async function lists({ call }, campagneId) {
  const query = (path, filter, more = '') =>
    `${path}?filter=${encodeURIComponent(JSON.stringify(filter))}${more}`;
  const waiting = { campagneId, statut: 'a_traiter' };
  const pages = {
    'revues, première page': query('/revues', waiting),
    'revues, page 2 000': query('/revues', waiting, '&page=2000'),
    'revues, par libellé': query('/revues', waiting, '&sort=libelle&order=ASC'),
    'revues, par académie et motif': query('/revues', { ...waiting, academie: 'Lille', motif: 'AMBIGU' }),
    'revues, recherche de deux mots': query('/revues', { ...waiting, q: 'banc 4242' }),
    'revues, facettes': query('/revues/facettes', waiting),
    'formations, première page': query('/formations', { campagneId }),
    'formations, page 2 000': query('/formations', { campagneId }, '&page=2000'),
    'formations, à vérifier': query('/formations', { campagneId, statut: 'a_verifier' }),
    'formations, par académie': query('/formations', { campagneId, academie: 'Lille' }),
    'formations, recherche de deux mots': query('/formations', { campagneId, q: 'banc 4242' }),
    'tableau de bord': `/tableau-de-bord?campagneId=${campagneId}`,
  };
  for (const [name, path] of Object.entries(pages)) {
    for (let i = 0; i < 20; i += 1) await call(name, 'GET', path);
  }
}
