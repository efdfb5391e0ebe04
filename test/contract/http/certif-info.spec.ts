import { describe, expect, it } from '@jest/globals';
import { certifInfoConnector } from '../../../libs/sources/certif-info/certif-info.api.ts';
import { describeConnector } from './connector-cases.ts';
import { contractSuite } from './contract-run.ts';
import { CERTIFINFO_CREDENTIALS, certifInfoPlay } from './plays/certif-info-play.ts';

const tabular = (url: string) => ({ CERTIFINFO_TABULAIRE_URL: url });
const api = (url: string) => ({ CERTIFINFO_VOIE: 'api', CERTIFINFO_API_URL: url });
const suite = contractSuite();

describeConnector('Certif Info, tabular API', suite, {
  connector: certifInfoConnector,
  service: ({ drift }) => certifInfoPlay({ missing: drift ? 'Code_RNCP' : undefined }),
  settings: tabular,
  data: /\/data\//,
  rows: 120,
  dataRequests: 3,
  driftColumn: /Code_RNCP/,
});

describeConnector('Certif Info, API with token', suite, {
  connector: certifInfoConnector,
  service: ({ drift }) => certifInfoPlay({ missing: drift ? 'certifinfo_intitule' : undefined }),
  settings: api,
  credentials: CERTIFINFO_CREDENTIALS,
  data: /\/recherche/,
  rows: 120,
  dataRequests: 2,
  driftColumn: /certifinfo_intitule/,
});

describe('Certif Info', () => {
  it('the next page is asked where the configuration says, never where the answer points', async () => {
    suite.server().play(certifInfoPlay());
    const { error, rows, inconnues } = await suite.run(certifInfoConnector, {
      settings: tabular(suite.server().url),
    });
    expect(error).toBeNull();
    expect(rows[0]).toMatchObject({ ci: '50000', rncp: 'RNCP30000', cfd: '50000000', ancienCi: '40000' });
    expect([...inconnues]).toEqual([]);
  });

  it('a JSON in latin1 that says it is UTF-8 keeps its accents', async () => {
    suite.server().play(certifInfoPlay({ rows: 10 }));
    suite.server().fault(/\/data\//, (usual) => ({
      headers: { 'content-type': 'application/json; charset=utf-8' },
      body: Buffer.from(JSON.stringify(usual.body), 'latin1'),
    }));
    const { rows } = await suite.run(certifInfoConnector, { settings: tabular(suite.server().url) });
    expect(rows[0]).toMatchObject({ libelle: "Titre professionnel d'électricien n°0" });
  });

  it('a column that is new is noted', async () => {
    suite.server().play(certifInfoPlay({ rows: 10 }));
    suite.server().fault(/\/data\//, (usual) => {
      const body = usual.body as { data: object[] };
      return { body: { ...body, data: body.data.map((row) => ({ ...row, Code_Nouveau: '1' })) } };
    });
    const { error, inconnues } = await suite.run(certifInfoConnector, {
      settings: tabular(suite.server().url),
    });
    expect(error).toBeNull();
    expect([...inconnues]).toEqual(['Code_Nouveau']);
  });

  it('an empty answer is not an empty list', async () => {
    suite.server().play(certifInfoPlay({ rows: 0 }));
    const { error } = await suite.run(certifInfoConnector, { settings: tabular(suite.server().url) });
    expect(error?.message).toMatch(/aucune ligne/);
  });
});
