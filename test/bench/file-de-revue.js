/**
 * The review queue under load: 100,000 items and 20 stewards at work, over HTTP, the API in a process of its own; then
 * every list of the back office, each at as many rows.
 *
 *   npm run bench:revue -- [items] [stewards] [seconds] [folder]
 *
 * Items are copies of those that the sample campaign leaves to people, under other labels: each has a whole answer,
 * candidates and explanations included. A folder that is named is filled once and kept for the next time. Prints
 * latencies by route and the load of the machine; decides nothing on them.
 */
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { compiled, ROOT, say, withInstallation } from './banc.js';
import { baseDeRevue } from './base-de-revue.js';
import { listesDeRevue } from './listes-de-revue.js';

const [ITEMS = 100_000, STEWARDS = 20, SECONDS = 60] = process.argv.slice(2, 5).map(Number);
const KEPT = process.argv[5];
/** How long a steward looks at an item before deciding, in milliseconds, and the share of items that are controls. */
const PACES = {
  'à leur rythme, une décision toutes les 2 s': { regard: [1_500, 2_500], taux: 0 },
  'à leur rythme, un contrôle sur cinq': { regard: [1_500, 2_500], taux: 0.2 },
  'très vite, une décision par seconde': { regard: [500, 1_500], taux: 0 },
  'très vite, un contrôle sur cinq': { regard: [500, 1_500], taux: 0.2 },
  'sans regarder, aussi vite que le serveur répond': { regard: [0, 0], taux: 0 },
};
const READINGS = 20;
const WARM_UP_MS = 8_000;
/** Latencies by route, in milliseconds. */
const times = new Map();

const { findFreePort } = await compiled('demarrage/ports');
const port = await findFreePort();
await withInstallation(run, { PORT: String(port) }, KEPT);

async function run({ folder, config, env, cleanUp }) {
  const url = env.DATABASE_URL;
  const base = { config, url, folder, items: ITEMS, accounts: STEWARDS, say };
  const { campagneId, catalogueId, accounts } = await baseDeRevue(base);
  if (SECONDS === 0) return;

  const api = spawn(process.execPath, [join(ROOT, 'dist', 'apps', 'api', 'src', 'main.api.js')], {
    env: { PATH: process.env.PATH, ...env, CONCORDANCE_ADRESSE: '127.0.0.1' },
    stdio: 'inherit',
  });
  cleanUp.push(() => api.kill());
  const address = `http://127.0.0.1:${port}/api`;
  await ready(address);
  const stewards = await Promise.all(accounts.map((account) => signIn(address, account)));

  // References are loaded and plans made: a service that has just started is not what is measured.
  const warm = performance.now() + WARM_UP_MS;
  await Promise.all(stewards.map((steward) => work(steward, campagneId, [200, 400], warm)));
  for (const [pace, { regard, taux }] of Object.entries(PACES)) {
    await stewards[0].call('taux', 'PUT', `/campagnes/${campagneId}/controles`, { taux });
    times.clear();
    say(
      `\n${STEWARDS} personnes pendant ${SECONDS} s, ${pace} ; charge au départ ${loadavg()[0].toFixed(1)} :`,
    );
    const before = await written(url);
    const until = performance.now() + SECONDS * 1_000;
    const decided = await Promise.all(stewards.map((steward) => work(steward, campagneId, regard, until)));
    report();
    const total = decided.reduce((sum, n) => sum + n, 0);
    say(
      `${total} décisions, ${(total / SECONDS).toFixed(1)} par seconde ; charge à la fin ${loadavg()[0].toFixed(1)}`,
    );
    await check(url, before, total);
    await Promise.all(stewards.map(({ call }) => call('libération', 'POST', '/revues/baux/liberation', {})));
  }

  say(`\nListes, une personne, ${READINGS} lectures chacune, la première comprise :`);
  times.clear();
  for (const [name, path] of Object.entries(listesDeRevue(campagneId, catalogueId))) {
    for (let i = 0; i < READINGS; i += 1) await stewards[0].call(name, 'GET', path);
  }
  report();
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

async function signIn(base, { identifiant, motDePasse }) {
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
  await call('connexion', 'POST', '/session', { identifiant, motDePasse });
  return { call };
}

/** Takes, looks, decides, with two items read in advance. @returns how many were decided */
async function work({ call }, campagneId, [least, most], until) {
  const next = (nombre, sauf, name = 'POST /revues/prochaines') =>
    call(name, 'POST', '/revues/prochaines', { filtre: { campagneId }, nombre, sauf });
  // All arrive in the same millisecond.
  const held = (await next(3, [], 'POST /revues/prochaines, arrivée de tous')).data;
  let decided = 0;
  while (performance.now() < until && held.length > 0) {
    if (most > 0) await sleep(least + Math.random() * (most - least));
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

/** Decisions in the base, and the signatures they are about. */
async function written(url) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query(
    `SELECT count(*)::int AS decisions, count(DISTINCT signature_id)::int AS signatures,
       (SELECT count(*)::int FROM lecture JOIN element_lecture e ON e.id = element_id
        WHERE e.genre = 'controle_file') AS controles FROM jugement`,
  );
  await client.end();
  return rows[0];
}

/** Every decision is there, once. */
async function check(url, before, total) {
  const after = await written(url);
  const decisions = after.decisions - before.decisions;
  const signatures = after.signatures - before.signatures;
  const controles = after.controles - before.controles;
  if (decisions + controles !== total || signatures !== decisions) {
    throw new Error(`${total} sent, ${decisions} written on ${signatures} signatures, ${controles} controls`);
  }
  say(`aucune décision perdue ni doublée (${decisions}, et ${controles} contrôles)`);
}
