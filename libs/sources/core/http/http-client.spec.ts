import { gzipSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { SourceFormatError, SourceUnavailableError } from '../errors.ts';
import { fakeClient, networkError } from './fixtures/fake-transport.ts';
import { SourceAccessError } from './http-errors.ts';
import { loginSession } from './session.ts';

const URL_WITH_SECRET = 'https://api.example.fr/v1/liste?jeton=secret-de-requete';

describe('HttpClient', () => {
  it('names itself and reads JSON', async () => {
    const { client, sent } = fakeClient([{ body: '{"a":1}', headers: { etag: '"v1"' } }]);
    const answer = await client.json({ url: URL_WITH_SECRET });
    expect(answer).toMatchObject({ status: 200, body: { a: 1 }, etag: '"v1"' });
    expect(sent[0]?.headers).toMatchObject({
      'user-agent': 'Concordance/1.2.3',
      accept: 'application/json',
      'accept-encoding': 'gzip, deflate, br',
    });
  });

  it.each([
    [{ status: 403 }, SourceAccessError, /accès refusé \(HTTP 403\)/],
    [{ status: 404 }, SourceFormatError, /réponse inattendue \(HTTP 404\)/],
    [{ status: 502 }, SourceUnavailableError, /en panne \(HTTP 502\).*après 5 essais/],
    [networkError('ECONNREFUSED'), SourceUnavailableError, /injoignable \(ECONNREFUSED\).*après 5 essais/],
    [networkError('ENOTFOUND'), SourceUnavailableError, /injoignable \(ENOTFOUND\)/],
    [networkError('ECONNRESET'), SourceUnavailableError, /connexion a été coupée/],
    [{ body: '<!doctype html>' }, SourceFormatError, /une page HTML au lieu de JSON/],
    [{ body: '{"a":' }, SourceFormatError, /un texte au lieu de JSON/],
    [{ headers: { 'content-encoding': 'zstd' } }, SourceFormatError, /compression inconnue/],
  ])('says what %p means, without its secrets', async (answer, type, message) => {
    const { client } = fakeClient([answer]);
    const headers = { 'token-connexion': 'secret-en-tete' };
    const error = (await client
      .json({ url: URL_WITH_SECRET, headers })
      .catch((caught: unknown) => caught)) as Error;
    expect(error).toBeInstanceOf(type);
    expect(error.message).toMatch(message);
    expect(error.message).toMatch(/^essai : .*https:\/\/api\.example\.fr\/v1\/liste\?…/);
    expect(error.message).not.toContain('secret');
  });

  it('does not make a POST twice unless it may be', async () => {
    const once = fakeClient([{ status: 500 }]);
    await expect(once.client.json({ url: URL_WITH_SECRET, method: 'POST' })).rejects.toThrow(/HTTP 500/);
    expect(once.sent).toHaveLength(1);
    const again = fakeClient([{ status: 500 }, {}]);
    await again.client.json({ url: URL_WITH_SECRET, method: 'POST', repeatable: true });
    expect(again.sent).toHaveLength(2);
  });

  it('hands back the statuses that the contract foresees', async () => {
    const { client } = fakeClient([{ status: 400, body: '{"msg":"UAI incorrect"}' }]);
    await expect(client.json({ url: URL_WITH_SECRET, accepted: [400] })).resolves.toMatchObject({
      status: 400,
      body: { msg: 'UAI incorrect' },
    });
  });

  it('a refused session is renewed once, then believed', async () => {
    const open = (answers: Parameters<typeof fakeClient>[0]) => {
      const made = fakeClient(answers);
      let logins = 0;
      const session = loginSession({
        runtime: made.clock,
        login: async () => {
          logins += 1;
          return Promise.resolve({ authorization: `Bearer ${String(logins)}` });
        },
      });
      return { ...made, session, logins: () => logins };
    };
    const expired = open([{ status: 401 }, {}]);
    await expired.client.json({ url: URL_WITH_SECRET, session: expired.session });
    expect(expired.sent.map(({ headers }) => headers['authorization'])).toEqual(['Bearer 1', 'Bearer 2']);
    const refused = open([{ status: 401 }]);
    await expect(refused.client.json({ url: URL_WITH_SECRET, session: refused.session })).rejects.toThrow(
      SourceAccessError,
    );
    expect(refused.sent).toHaveLength(2);
    expect(refused.logins()).toBe(2);
  });

  it('requests that wait for a session open one only, and renew it when its time is up', async () => {
    const { client, clock } = fakeClient([{}]);
    let logins = 0;
    const session = loginSession({
      runtime: clock,
      lifetime: 120_000,
      login: async () => {
        logins += 1;
        return Promise.resolve({ cookie: String(logins) });
      },
    });
    await Promise.all([1, 2, 3].map(() => client.json({ url: URL_WITH_SECRET, session })));
    expect(logins).toBe(1);
    await clock.sleep(120_000);
    await client.json({ url: URL_WITH_SECRET, session });
    expect(logins).toBe(2);
  });

  it('another host, where it is admitted, gets none of our headers', async () => {
    const { client, sent } = fakeClient(
      [{ status: 302, headers: { location: 'https://static.example.fr/f' } }, {}],
      {
        policy: { allowHttp: false, allowPrivate: false, redirectHosts: ['static.example.fr'] },
      },
    );
    await client.json({ url: URL_WITH_SECRET, headers: { authorization: 'Bearer secret' } });
    expect(sent[1]?.url.host).toBe('static.example.fr');
    expect(sent[1]?.headers).not.toHaveProperty('authorization');
  });

  it('redirections that never end are refused', async () => {
    const { client, sent } = fakeClient([{ status: 302, headers: { location: '/encore' } }]);
    await expect(client.json({ url: URL_WITH_SECRET })).rejects.toThrow(/redirection inattendue/);
    expect(sent).toHaveLength(6);
  });

  it('a body shorter than announced is asked for again', async () => {
    const { client, sent } = fakeClient([
      { body: '{"a":1', headers: { 'content-length': '7' } },
      { body: '{"a":1}' },
    ]);
    await expect(client.json({ url: URL_WITH_SECRET })).resolves.toMatchObject({ body: { a: 1 } });
    expect(sent).toHaveLength(2);
  });

  it('decompresses, and asks again for a compressed body that is cut', async () => {
    const packed = gzipSync('{"a":"é"}');
    const headers = { 'content-encoding': 'gzip' };
    const { client, sent } = fakeClient([
      { body: packed.subarray(0, packed.length - 9), headers },
      { body: packed, headers },
    ]);
    await expect(client.json({ url: URL_WITH_SECRET })).resolves.toMatchObject({ body: { a: 'é' } });
    expect(sent).toHaveLength(2);
  });

  it('refuses what is too large, announced or not, and what is too dense', async () => {
    const ask = (answer: Parameters<typeof fakeClient>[0][number], maxBytes?: number) =>
      fakeClient([answer]).client.text({ url: URL_WITH_SECRET, maxBytes });
    await expect(ask({ body: 'x'.repeat(50), headers: { 'content-length': '50' } }, 10)).rejects.toThrow(
      /dépasse 10 octets/,
    );
    await expect(ask({ body: 'x'.repeat(50) }, 10)).rejects.toThrow(/dépasse 10 octets/);
    const bomb = gzipSync(Buffer.alloc(40 * 1024 * 1024));
    await expect(ask({ body: bomb, headers: { 'content-encoding': 'gzip' } })).rejects.toThrow(/bombe/);
  });

  it('a 304 says that nothing changed', async () => {
    const { client, sent } = fakeClient([{ status: 304 }]);
    const validators = { etag: '"v1"', lastModified: 'Sat, 21 Nov 2026 10:00:00 GMT' };
    await expect(client.json({ url: URL_WITH_SECRET, validators })).resolves.toMatchObject({
      status: 304,
      body: null,
    });
    expect(sent[0]?.headers).toMatchObject({
      'if-none-match': '"v1"',
      'if-modified-since': 'Sat, 21 Nov 2026 10:00:00 GMT',
    });
  });
});
