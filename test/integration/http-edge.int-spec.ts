import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CreerCompte } from '../../apps/api/src/comptes/creer-compte.use-case.ts';
import { SYSTEME } from '../../apps/api/src/journal/journal-entry.ts';
import { ApiClient, type ApiAnswer } from './api-client.ts';
import { startComptesApp, type ComptesApp } from './comptes-app.ts';

const PASSWORD = 'une phrase de passe longue';

let api: ComptesApp;
let client: ApiClient;

beforeAll(async () => {
  api = await startComptesApp();
  client = new ApiClient(api.url);
  const creer = api.app.get(CreerCompte, { strict: false });
  const nouveau = { identifiant: 'admin', nom: 'Admin', role: 'administrateur' } as const;
  const { motDePasseProvisoire } = await creer.execute(nouveau, SYSTEME);
  await client.signInFirst('admin', motDePasseProvisoire, PASSWORD);
});

afterAll(() => api.close());

function expectProblem(answer: ApiAnswer, status: number, code: string): void {
  expect([answer.status, answer.body.code]).toEqual([status, code]);
  expect(answer.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
  expect(answer.body).toMatchObject({ status, type: `urn:concordance:erreur:${code}` });
  expect(answer.body.title).toEqual(expect.any(String));
  expect(answer.body.detail).toEqual(expect.any(String));
}

describe('problem+json', () => {
  it('names the wrong fields of a body, in French', async () => {
    const answer = await client.post('/api/comptes', { identifiant: 'é', role: 'chef' });
    expectProblem(answer, 400, 'DONNEES_INVALIDES');
    const champs = answer.body.errors.map((error: { champ: string }) => error.champ);
    expect(champs).toEqual(['identifiant', 'nom', 'role']);
    expect(answer.body.errors[1].message).toContain('attendu');
  });

  it('names the wrong parameters of a list', async () => {
    for (const [parameter, champ] of [
      ['perPage=1001', 'perPage'],
      ['page=0', 'page'],
      ['sort=motDePasseHash', 'sort'],
      ['filter={', 'filter'],
      ['filter={"inconnu":1}', 'filter'],
      ['filter={"ids":["1"]}', 'filter.ids.0'],
    ]) {
      const answer = await client.get(`/api/comptes?${parameter}`);
      expectProblem(answer, 400, 'DONNEES_INVALIDES');
      expect(answer.body.errors[0].champ).toBe(champ);
    }
  });

  it('answers broken JSON, too much of it, and unknown addresses', async () => {
    expectProblem(await client.post('/api/comptes', '{"nom":'), 400, 'REQUETE_INVALIDE');
    const large = JSON.stringify({ nom: 'x'.repeat(1_100_000) });
    expectProblem(await client.post('/api/comptes', large), 413, 'CONTENU_TROP_VOLUMINEUX');
    expectProblem(await client.get('/api/nulle-part'), 404, 'INTROUVABLE');
    expectProblem(await new ApiClient(api.url).get('/api/comptes'), 401, 'NON_CONNECTE');
  });

  it('leaks nothing of an unexpected error, and logs it once with the reference given', async () => {
    const before = api.logLines.length;
    const answer = await client.get('/api/essai/panne');
    expectProblem(answer, 500, 'ERREUR_INTERNE');
    expect(JSON.stringify(answer.body)).not.toContain('postgres');
    const requestId = answer.headers.get('x-request-id') ?? '';
    expect(answer.body.detail).toContain(requestId);
    const logged = api.logLines.slice(before);
    expect(logged).toHaveLength(1);
    const line = JSON.parse(logged[0] ?? '{}');
    expect(line).toMatchObject({ level: 'error', requestId, message: 'Erreur inattendue' });
    expect(line.error.message).toBe('connexion refusée à postgres://[secret]@db/concordance');
  });
});

describe('writes from elsewhere', () => {
  const signIn = { identifiant: 'admin', motDePasse: PASSWORD };

  it.each([
    ['no X-Requested-With', {}],
    ['another X-Requested-With', { 'X-Requested-With': 'XMLHttpRequest' }],
    ['another origin', { 'X-Requested-With': 'concordance', Origin: 'https://ailleurs.example' }],
    ['an opaque origin', { 'X-Requested-With': 'concordance', Origin: 'null' }],
  ])('are refused with %s, sign-in included', async (_label, headers: Record<string, string>) => {
    expectProblem(
      await client.request('POST', '/api/essai/instructeur', {}, headers),
      403,
      'REQUETE_NON_VERIFIEE',
    );
    expectProblem(await client.request('POST', '/api/session', signIn, headers), 403, 'REQUETE_NON_VERIFIEE');
  });

  it('are accepted from our own origin', async () => {
    const headers = { 'X-Requested-With': 'concordance', Origin: api.url };
    expect((await client.request('POST', '/api/essai/instructeur', {}, headers)).status).toBe(201);
  });
});

describe('headers', () => {
  it('restrict what a page may load, and keep answers out of caches', async () => {
    const { headers } = await client.get('/api/session');
    expect(headers.get('content-security-policy')).toContain("script-src 'self';");
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('referrer-policy')).toBe('same-origin');
    expect(headers.get('x-powered-by')).toBeNull();
  });
});

describe('GET /api/sante', () => {
  const anonymous = () => new ApiClient(api.url).get('/api/sante');

  it('is public, and well when database, migrations and queue are', async () => {
    const answer = await anonymous();
    expect(answer.status).toBe(200);
    expect(answer.body).toEqual({
      statut: 'ok',
      base: { ok: true },
      file: { ok: true, type: 'postgres' },
      migrations: { ok: true, enAttente: 0 },
      version: expect.stringMatching(/^\d+\.\d+\.\d+/),
    });
  });

  it('answers 503 when the queue is down or a migration is pending', async () => {
    api.queueHealth.ok = false;
    expect((await anonymous()).body).toMatchObject({ statut: 'degrade', file: { ok: false } });
    api.queueHealth.ok = true;
    await api.dataSource.query(`DELETE FROM migrations WHERE name = 'ComptesEtJournal1763712000000'`);
    const answer = await anonymous();
    expect(answer.status).toBe(503);
    expect(answer.body.migrations).toEqual({ ok: false, enAttente: 1 });
    await api.dataSource.query('DROP TABLE migrations');
    expect((await anonymous()).body.migrations.enAttente).toBeGreaterThan(1);
  });
});

describe('GET /api/openapi.json', () => {
  it('describes bodies, answers and list parameters from the schemas', async () => {
    const { status, body } = await new ApiClient(api.url).get('/api/openapi.json');
    expect(status).toBe(200);
    const { schema } = body.paths['/api/comptes'].post.requestBody.content['application/json'];
    expect(schema.required).toEqual(['identifiant', 'nom', 'role']);
    const created = body.paths['/api/comptes'].post.responses['201'].content['application/json'].schema;
    expect(created.properties).toHaveProperty('motDePasseProvisoire');
    const parameters = body.paths['/api/comptes'].get.parameters.map(
      (parameter: { name: string }) => parameter.name,
    );
    expect(parameters).toEqual(expect.arrayContaining(['page', 'perPage', 'sort', 'order', 'filter']));
  });
});
