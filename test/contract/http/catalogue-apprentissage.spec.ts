import { describe, expect, it } from '@jest/globals';
import { catalogueApprentissageConnector } from '../../../libs/sources/catalogue-apprentissage/catalogue-apprentissage.api.ts';
import { describeConnector } from './connector-cases.ts';
import { contractSuite } from './contract-run.ts';
import { CATALOGUE_CREDENTIALS, cataloguePlay } from './plays/catalogue-play.ts';

const settings = (url: string) => ({ CATALOGUE_APPRENTISSAGE_URL: `${url}/api/v1` });
const suite = contractSuite();

describeConnector("Catalogue de l'apprentissage", suite, {
  connector: catalogueApprentissageConnector,
  service: ({ drift }) => cataloguePlay({ missing: drift ? 'rncp_code' : undefined }),
  settings,
  credentials: CATALOGUE_CREDENTIALS,
  data: /entity\/formations/,
  rows: 450,
  dataRequests: 3,
  driftColumn: /rncp_code/,
});

describe("Catalogue de l'apprentissage", () => {
  it('reads codes out of lists of objects, with the number of the page as text or as number', async () => {
    suite.server().play(cataloguePlay({ rows: 250 }));
    suite.server().fault(/page=2/, (usual) => {
      const body = usual.body as { pagination: object };
      return { body: { ...body, pagination: { ...body.pagination, page: 2 } } };
    });
    const { error, rows } = await suite.run(catalogueApprentissageConnector, {
      credentials: CATALOGUE_CREDENTIALS,
      settings: settings(suite.server().url),
    });
    expect(error).toBeNull();
    expect(rows).toHaveLength(250);
    expect(rows[0]).toMatchObject({
      cleMe: '101249P01000000',
      mefs: ['2470000031'],
      rncp: 'RNCP20000',
      uai: '0750000T',
      datesDebut: ['2026-09-01'],
    });
    expect(suite.server().requests[1]?.headers['cookie']).toBe('session=abc; lang=fr');
    expect(suite.server().seen(/formations/)[0]).toContain('query={"published":true}&page=1&limit=200');
  });
});
