import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CreerCompte } from '../../apps/api/src/comptes/creer-compte.use-case.ts';
import { CreerPremierAdministrateur } from '../../apps/api/src/comptes/creer-premier-administrateur.use-case.ts';
import { SYSTEME } from '../../apps/api/src/journal/journal-entry.ts';
import type { Role } from '../../apps/api/src/common/auth/role.ts';
import { ApiClient } from './api-client.ts';
import { startComptesApp, type ComptesApp } from './comptes-app.ts';

const PASSWORD = 'une phrase de passe longue';

let api: ComptesApp;
let admin: ApiClient;
let adminId: string;
let provisional: string;

beforeAll(async () => {
  api = await startComptesApp();
  // Several machines that start together: one creates the administrator.
  const first = api.app.get(CreerPremierAdministrateur, { strict: false });
  const made = await Promise.all([first.execute(), first.execute(), first.execute()]);
  const created = made.filter((result) => result !== null);
  expect(created).toHaveLength(1);
  expect(await first.execute()).toBeNull();
  provisional = created[0]?.motDePasse ?? '';
  admin = new ApiClient(api.url);
});

afterAll(() => api.close());

/** Creates an account that has already chosen its password, and signs it in. */
async function signedIn(identifiant: string, role: Role): Promise<{ client: ApiClient; id: string }> {
  const creer = api.app.get(CreerCompte, { strict: false });
  const { compte, motDePasseProvisoire } = await creer.execute(
    { identifiant, nom: `Nom ${identifiant}`, role },
    SYSTEME,
  );
  const client = new ApiClient(api.url);
  expect((await client.signIn(identifiant, motDePasseProvisoire)).status).toBe(200);
  const body = { ancien: motDePasseProvisoire, nouveau: PASSWORD };
  expect((await client.put('/api/session/mot-de-passe', body)).status).toBe(200);
  return { client, id: compte.id };
}

const lastEntries = async (type: string) => {
  const filter = encodeURIComponent(JSON.stringify({ type }));
  return (await admin.get(`/api/journal?filter=${filter}&sort=id&order=DESC`)).body.data;
};

describe('first sign-in', () => {
  it('opens a session with the provisional password, in an httpOnly, strict cookie', async () => {
    const answer = await admin.signIn('  Admin ', provisional);
    expect(answer.status).toBe(200);
    expect(answer.body).toEqual({
      compteId: expect.any(String),
      identifiant: 'admin',
      nom: 'Administrateur',
      role: 'administrateur',
      academies: null,
      doitChangerMotDePasse: true,
    });
    adminId = answer.body.compteId;
    const cookie = answer.headers.getSetCookie()[0] ?? '';
    expect(cookie).toMatch(
      /^concordance_session=[\w-]{43}; Max-Age=43200; Path=\/; Expires=[^;]+; HttpOnly; SameSite=Strict$/,
    );
  });

  it('marks the cookie Secure when the request came by TLS through a trusted proxy', async () => {
    const behindTls = new ApiClient(api.url);
    const headers = { 'X-Requested-With': 'concordance', 'X-Forwarded-Proto': 'https' };
    const signIn = { identifiant: 'admin', motDePasse: provisional };
    const untrusted = await behindTls.request('POST', '/api/session', signIn, headers);
    expect(untrusted.headers.getSetCookie()[0]).not.toContain('Secure');
    api.app.set('trust proxy', 1);
    const trusted = await behindTls.request('POST', '/api/session', signIn, headers);
    api.app.set('trust proxy', 0);
    expect(trusted.headers.getSetCookie()[0]).toContain('; Secure');
    expect(trusted.headers.get('strict-transport-security')).toMatch(/^max-age=/);
  });

  it('allows nothing else before the password is changed', async () => {
    const answer = await admin.get('/api/comptes');
    expect(answer.status).toBe(403);
    expect(answer.body.code).toBe('MOT_DE_PASSE_A_CHANGER');
    expect((await admin.get('/api/session')).status).toBe(200);
  });

  it.each([
    ['the wrong old one', 'pas le bon', PASSWORD, 'ANCIEN_MOT_DE_PASSE_INCORRECT'],
    ['eleven characters', null, 'onze caract', 'MOT_DE_PASSE_REFUSE'],
    ['the same', null, null, 'MOT_DE_PASSE_REFUSE'],
    ['the identifier in it', null, 'admin-admin-2026', 'MOT_DE_PASSE_REFUSE'],
  ])('refuses a new password: %s', async (_label, ancien, nouveau, code) => {
    const body = { ancien: ancien ?? provisional, nouveau: nouveau ?? provisional };
    const answer = await admin.put('/api/session/mot-de-passe', body);
    expect([answer.status, answer.body.code]).toEqual([422, code]);
  });

  it('takes a new password, keeps this session and closes the others', async () => {
    const elsewhere = new ApiClient(api.url);
    await elsewhere.signIn('admin', provisional);
    const answer = await admin.put('/api/session/mot-de-passe', { ancien: provisional, nouveau: PASSWORD });
    expect(answer.status).toBe(200);
    expect(answer.body.doitChangerMotDePasse).toBe(false);
    expect((await admin.get('/api/comptes')).status).toBe(200);
    expect((await elsewhere.get('/api/session')).status).toBe(401);
    expect((await elsewhere.signIn('admin', provisional)).status).toBe(401);
  });
});

describe('sessions', () => {
  it('refuses without a session, with one made up, and after sign-out', async () => {
    const client = new ApiClient(api.url);
    expect((await client.get('/api/session')).status).toBe(401);
    client.cookie = `concordance_session=${'A'.repeat(43)}`;
    expect((await client.get('/api/essai/lecteur')).status).toBe(401);
    await client.signIn('admin', PASSWORD);
    const { cookie } = client;
    const closed = await client.delete('/api/session');
    expect(closed.status).toBe(204);
    expect(closed.headers.getSetCookie()[0]).toMatch(
      /^concordance_session=; Path=\/; Expires=Thu, 01 Jan 1970/,
    );
    client.cookie = cookie;
    expect((await client.get('/api/session')).status).toBe(401);
    expect((await client.delete('/api/session')).status).toBe(204);
  });

  it('stores no token, only its sha256', async () => {
    const token = admin.cookie?.split('=')[1] ?? '';
    const rows = await api.dataSource.query('SELECT * FROM session');
    expect(JSON.stringify(rows)).not.toContain(token);
    expect(rows.length).toBeGreaterThan(0);
  });

  it('lasts 12 hours after the last use, the cookie following', async () => {
    const { client } = await signedIn('duree', 'lecteur');
    api.clock.advanceMinutes(11 * 60);
    const used = await client.get('/api/essai/lecteur');
    expect(used.status).toBe(200);
    expect(used.headers.getSetCookie()[0]).toContain('Max-Age=43200');
    expect((await client.get('/api/essai/lecteur')).headers.getSetCookie()).toEqual([]);
    api.clock.advanceMinutes(11 * 60);
    expect((await client.get('/api/essai/lecteur')).status).toBe(200);
    api.clock.advanceMinutes(12 * 60 + 1);
    expect((await client.get('/api/essai/lecteur')).status).toBe(401);
    await admin.signIn('admin', PASSWORD);
  });
});

describe('lock-out', () => {
  it.each(['bloquee', 'inexistant'])(
    'waits after five failures, the same for « %s »',
    async (identifiant) => {
      if (identifiant === 'bloquee') await signedIn(identifiant, 'lecteur');
      const client = new ApiClient(api.url);
      for (let attempt = 1; attempt <= 5; attempt += 1) {
        const answer = await client.signIn(identifiant, 'mauvais mot de passe');
        expect([attempt, answer.status, answer.body.code]).toEqual([attempt, 401, 'IDENTIFIANTS_INVALIDES']);
      }
      const locked = await client.signIn(identifiant, PASSWORD);
      expect([locked.status, locked.body.code]).toEqual([429, 'TROP_DE_TENTATIVES']);
      expect(Number(locked.headers.get('retry-after'))).toBeGreaterThan(50);
      expect(locked.body.detail).toBe('Trop de tentatives infructueuses : réessayez dans une minute.');
      api.clock.advanceMinutes(1.1);
      const after = await client.signIn(identifiant, PASSWORD);
      expect(after.status).toBe(identifiant === 'bloquee' ? 200 : 401);
    },
  );

  it('cannot be outrun by attempts made at the same time', async () => {
    const client = new ApiClient(api.url);
    const statuses = await Promise.all(
      Array.from({ length: 12 }, async () => (await client.signIn('ensemble', 'essai')).status),
    );
    expect(statuses.filter((status) => status === 401)).toHaveLength(5);
    expect(statuses.filter((status) => status === 429)).toHaveLength(7);
  });
});

describe('lock-out by address', () => {
  it('slows down whoever tries many identifiers, and nobody else', async () => {
    api.app.set('trust proxy', 1);
    const from = (adresse: string, identifiant: string, motDePasse: string) =>
      new ApiClient(api.url).request(
        'POST',
        '/api/session',
        { identifiant, motDePasse },
        { 'X-Requested-With': 'concordance', 'X-Forwarded-For': adresse },
      );
    for (let attempt = 0; attempt < 30; attempt += 1) {
      expect((await from('198.51.100.7', `deviné-${String(attempt)}`, 'essai')).status).toBe(401);
      // One right answer does not wash the others away.
      if (attempt === 10) expect((await from('198.51.100.7', 'admin', PASSWORD)).status).toBe(200);
    }
    const locked = await from('198.51.100.7', 'admin', PASSWORD);
    expect([locked.status, locked.body.code]).toEqual([429, 'TROP_DE_TENTATIVES']);
    expect((await from('198.51.100.8', 'admin', PASSWORD)).status).toBe(200);
    api.clock.advanceMinutes(1.1);
    expect((await from('198.51.100.7', 'admin', PASSWORD)).status).toBe(200);
    api.app.set('trust proxy', 0);
    // A quiet quarter of an hour, and the failures of this file's own address are forgotten too.
    api.clock.advanceMinutes(16);
  });
});

describe('roles', () => {
  it('go up from lecteur to administrateur', async () => {
    const lecteur = await signedIn('lectrice', 'lecteur');
    const instructeur = await signedIn('instructrice', 'instructeur');
    expect((await lecteur.client.get('/api/essai/lecteur')).status).toBe(200);
    const refused = await lecteur.client.post('/api/essai/instructeur');
    expect([refused.status, refused.body.code]).toEqual([403, 'ROLE_INSUFFISANT']);
    expect((await instructeur.client.post('/api/essai/instructeur')).status).toBe(201);
    expect((await admin.post('/api/essai/instructeur')).status).toBe(201);
    expect((await instructeur.client.get('/api/comptes')).status).toBe(403);
    expect((await instructeur.client.get('/api/journal')).status).toBe(403);
  });
});

describe('accounts', () => {
  it('are created with a password given once, listed, searched and sorted', async () => {
    const created = await admin.post('/api/comptes', {
      identifiant: 'Nadia.B',
      nom: ' Nadia B. ',
      role: 'lecteur',
    });
    expect(created.status).toBe(201);
    expect(created.body).toMatchObject({
      identifiant: 'nadia.b',
      nom: 'Nadia B.',
      role: 'lecteur',
      actif: true,
    });
    expect(created.body.motDePasseProvisoire).toMatch(/^([a-z2-9]{4}-){3}[a-z2-9]{4}$/);
    const found = await admin.get(`/api/comptes?filter=${encodeURIComponent('{"q":"NADIA"}')}`);
    const { motDePasseProvisoire: _once, ...compte } = created.body;
    expect(found.body).toEqual({ data: [compte], total: 1 });
    expect((await admin.get(`/api/comptes/${compte.id}`)).body).toEqual(compte);
    const page = await admin.get('/api/comptes?page=1&perPage=2&sort=identifiant&order=ASC');
    expect(page.body.data.map((row: { identifiant: string }) => row.identifiant)).toEqual([
      'admin',
      'bloquee',
    ]);
    expect(page.body.total).toBeGreaterThan(2);
    const recent = await admin.get('/api/comptes?sort=derniereConnexionLe&order=DESC&perPage=100');
    expect(recent.body.data[0].derniereConnexionLe).not.toBeNull();
    expect(recent.body.data.at(-1).derniereConnexionLe).toBeNull();
    const again = await admin.post('/api/comptes', { identifiant: 'nadia.b', nom: 'X', role: 'lecteur' });
    expect([again.status, again.body.code]).toEqual([409, 'IDENTIFIANT_DEJA_PRIS']);
  });

  it('change role, which closes their sessions', async () => {
    const { client, id } = await signedIn('promue', 'lecteur');
    const renamed = await admin.put(`/api/comptes/${id}`, { nom: 'Promue', role: 'lecteur', actif: true });
    expect(renamed.body.nom).toBe('Promue');
    expect((await client.get('/api/session')).status).toBe(200);
    await admin.put(`/api/comptes/${id}`, { nom: 'Promue', role: 'instructeur', actif: true });
    expect((await client.get('/api/session')).status).toBe(401);
    const [entry] = await lastEntries('compte_modifie');
    expect(entry.details.changements).toEqual({ role: { avant: 'lecteur', apres: 'instructeur' } });
  });

  it('are limited to académies or not, which closes their sessions when it changes', async () => {
    const { client, id } = await signedIn('bornee', 'instructeur');
    const change = { nom: 'Bornée', role: 'instructeur', actif: true };
    const limited = await admin.put(`/api/comptes/${id}`, {
      ...change,
      academies: ['Nantes', 'Lille', 'Nantes'],
    });
    expect(limited.body.academies).toEqual(['Lille', 'Nantes']);
    expect((await client.get('/api/session')).status).toBe(401);
    expect((await client.signIn('bornee', PASSWORD)).body.academies).toEqual(['Lille', 'Nantes']);
    // Left out, they stay, and so do the sessions.
    expect((await admin.put(`/api/comptes/${id}`, change)).body.academies).toEqual(['Lille', 'Nantes']);
    expect((await client.get('/api/session')).status).toBe(200);
    expect((await admin.put(`/api/comptes/${id}`, { ...change, academies: [] })).status).toBe(400);
    const [entry] = await lastEntries('compte_modifie');
    expect(entry.details.changements.academies).toEqual({ avant: null, apres: ['Lille', 'Nantes'] });
  });

  it('cannot sign in once inactive, and are told nothing more than a wrong password', async () => {
    const { client, id } = await signedIn('partie', 'lecteur');
    await admin.put(`/api/comptes/${id}`, { nom: 'Partie', role: 'lecteur', actif: false });
    expect((await client.get('/api/session')).status).toBe(401);
    expect((await client.signIn('partie', PASSWORD)).body.code).toBe('IDENTIFIANTS_INVALIDES');
  });

  it('get a new provisional password, which closes their sessions and lifts the lock-out', async () => {
    const { client, id } = await signedIn('oublieuse', 'lecteur');
    for (let attempt = 0; attempt < 5; attempt += 1) await new ApiClient(api.url).signIn('oublieuse', 'non');
    const reset = await admin.post(`/api/comptes/${id}/reinitialisation`);
    expect(reset.status).toBe(200);
    expect((await client.get('/api/session')).status).toBe(401);
    const back = await client.signIn('oublieuse', reset.body.motDePasseProvisoire);
    expect([back.status, back.body.doitChangerMotDePasse]).toEqual([200, true]);
  });

  it('never leave the service without an administrator, even when two demote each other at once', async () => {
    for (const change of [
      { nom: 'A', role: 'instructeur', actif: true },
      { nom: 'A', role: 'administrateur', actif: false },
    ]) {
      const refused = await admin.put(`/api/comptes/${adminId}`, change);
      expect([refused.status, refused.body.code]).toEqual([422, 'DERNIER_ADMINISTRATEUR']);
    }
    const second = await signedIn('seconde', 'administrateur');
    const demote = { nom: 'A', role: 'lecteur', actif: true };
    const [one, two] = await Promise.all([
      admin.put(`/api/comptes/${second.id}`, demote),
      second.client.put(`/api/comptes/${adminId}`, demote),
    ]);
    const rows = await api.dataSource.query(`SELECT id FROM compte WHERE role = 'administrateur' AND actif`);
    expect(rows).toHaveLength(1);
    expect([one.status, two.status].filter((status) => status === 200)).toHaveLength(1);
    await api.dataSource.query(`UPDATE compte SET role = 'administrateur' WHERE id = $1`, [adminId]);
    await admin.signIn('admin', PASSWORD);
  });

  it('answers 404 for an unknown id and 400 for one that is none', async () => {
    const unknown = await admin.get('/api/comptes/00000000-0000-4000-8000-000000000000');
    expect([unknown.status, unknown.body.code]).toEqual([404, 'COMPTE_INCONNU']);
    expect((await admin.get('/api/comptes/1')).status).toBe(400);
  });
});

describe('preferences', () => {
  const raccourcis = {
    actifs: true,
    touches: {
      choisir: true,
      accepter: 'Enter',
      aucune: 'n',
      incertain: 'w',
      passer: null,
      annuler: 'a',
      chercher: '/',
      similaires: 's',
      contexte: 'é',
      aide: '?',
    },
  };

  it('follow the account from a session to another, and are nobody else’s', async () => {
    const { client, id } = await signedIn('clavier', 'lecteur');
    const { client: other } = await signedIn('souris', 'instructeur');
    expect((await client.get('/api/session/preferences')).body).toEqual({ raccourcis: null });
    expect((await client.put('/api/session/preferences', { raccourcis })).status).toBe(200);
    const elsewhere = new ApiClient(api.url);
    await elsewhere.signIn('clavier', PASSWORD);
    expect((await elsewhere.get('/api/session/preferences')).body).toEqual({ raccourcis });
    expect((await other.get('/api/session/preferences')).body).toEqual({ raccourcis: null });
    expect((await new ApiClient(api.url).get('/api/session/preferences')).status).toBe(401);
    await api.dataSource.query(
      `UPDATE compte SET preferences = '{"raccourcis": "autrefois"}' WHERE id = $1`,
      [id],
    );
    expect((await client.get('/api/session/preferences')).body).toEqual({ raccourcis: null });
  });

  it.each([
    ['a key of two actions', { ...raccourcis, touches: { ...raccourcis.touches, aide: 'n' } }],
    ['a key of navigation', { ...raccourcis, touches: { ...raccourcis.touches, aide: 'Tab' } }],
    ['a digit', { ...raccourcis, touches: { ...raccourcis.touches, aide: '7' } }],
    ['an action that does not exist', { ...raccourcis, touches: { ...raccourcis.touches, effacer: 'x' } }],
  ])('refuse %s', async (_, wrong) => {
    const answer = await admin.put('/api/session/preferences', { raccourcis: wrong });
    expect([answer.status, answer.body.code]).toEqual([400, 'DONNEES_INVALIDES']);
  });
});

describe('journal', () => {
  it('remembers sign-ins, failures and account changes, without a secret', async () => {
    const { body } = await admin.get('/api/journal?perPage=1000');
    const types = new Set(body.data.map((entry: { type: string }) => entry.type));
    for (const type of ['connexion', 'connexion_echouee', 'compte_bloque', 'compte_cree', 'compte_modifie']) {
      expect(types).toContain(type);
    }
    for (const type of ['deconnexion', 'mot_de_passe_change', 'mot_de_passe_reinitialise'])
      expect(types).toContain(type);
    const text = JSON.stringify(body);
    for (const secret of [PASSWORD, provisional, '$argon2', 'mauvais mot de passe', 'inexistant']) {
      expect(text).not.toContain(secret);
    }
    const [created] = await lastEntries('compte_cree');
    expect(created).toMatchObject({ auteur: 'Concordance', creeLe: expect.stringMatching(/Z$/) });
    expect((await admin.get(`/api/journal/${created.id}`)).body).toEqual(created);
  });

  it.each([
    'UPDATE journal_entree SET message = $$x$$',
    'DELETE FROM journal_entree',
    'TRUNCATE journal_entree',
  ])('is immutable: %s is refused by the database', async (sql) => {
    await expect(api.dataSource.query(sql)).rejects.toThrow('ne se modifie pas');
  });
});
