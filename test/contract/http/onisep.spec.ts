import { describe, expect, it } from '@jest/globals';
import { onisepIdeoConnector, onisepPassageConnector } from '../../../libs/sources/onisep/onisep.api.ts';
import { describeConnector } from './connector-cases.ts';
import { contractSuite } from './contract-run.ts';
import { ONISEP_CREDENTIALS, onisepPlay } from './plays/onisep-play.ts';

const byFile = (url: string) => ({ ONISEP_URL: url });
const byApi = (url: string) => ({ ONISEP_URL: url, ONISEP_VOIE: 'api' });
const suite = contractSuite();

describeConnector('Onisep, public dump', suite, {
  connector: onisepPassageConnector,
  service: ({ drift }) => onisepPlay({ missing: drift ? 'ci_code_scolarite' : undefined }),
  settings: byFile,
  data: /^GET \/downloads/,
  rows: 2500,
  dataRequests: 1,
  driftColumn: /ci_code_scolarite/,
});

describeConnector('Onisep, paged API', suite, {
  connector: onisepPassageConnector,
  service: ({ drift }) => onisepPlay({ missing: drift ? 'ci_code_scolarite' : undefined }),
  settings: byApi,
  credentials: ONISEP_CREDENTIALS,
  data: /\/search/,
  rows: 2500,
  dataRequests: 3,
  driftColumn: /ci_code_scolarite/,
});

describeConnector('Onisep, Idéo by dump', suite, {
  connector: onisepIdeoConnector,
  service: ({ drift }) => onisepPlay({ missing: drift ? 'libelle_formation_principal' : undefined }),
  settings: byFile,
  data: /^GET \/downloads/,
  rows: 2500,
  dataRequests: 1,
  driftColumn: /libelle_formation_principal/,
});

describeConnector('Onisep, Idéo by API', suite, {
  connector: onisepIdeoConnector,
  service: ({ drift }) => onisepPlay({ missing: drift ? 'libelle_formation_principal' : undefined }),
  settings: byApi,
  credentials: ONISEP_CREDENTIALS,
  data: /\/search/,
  rows: 2500,
  dataRequests: 3,
  driftColumn: /libelle_formation_principal/,
});

describe('Onisep', () => {
  it('a dump that has not changed since the last import is not received again', async () => {
    suite.server().play(onisepPlay());
    const settings = byFile(suite.server().url);
    const first = await suite.run(onisepPassageConnector, { settings });
    const [file] = first.fichiers;
    expect(file?.validateurs).toMatchObject({ etag: '"passage-2026-10"' });
    const validators = { [file?.etape ?? '']: file?.validateurs ?? {} };
    const second = await suite.run(onisepPassageConnector, { settings, validators });
    expect(second).toMatchObject({ error: null, fichiers: [], rows: [], inchanges: ['6152ccdf850ef'] });
  });

  it('pages go by row offset, and a total that is not reached is refused', async () => {
    suite.server().play(onisepPlay());
    const settings = byApi(suite.server().url);
    await suite.run(onisepPassageConnector, { settings, credentials: ONISEP_CREDENTIALS });
    expect(suite.server().seen(/search/)).toEqual([
      expect.stringContaining('from=0&size=1000'),
      expect.stringContaining('from=1000&size=1000'),
      expect.stringContaining('from=2000&size=1000'),
    ]);
    suite.server().play(onisepPlay());
    suite.server().fault(/from=1000/, (usual) => ({ body: { ...(usual.body as object), results: [] } }));
    const { error } = await suite.run(onisepPassageConnector, { settings, credentials: ONISEP_CREDENTIALS });
    expect(error?.message).toBe("onisep-passage : la liste s'arrête à 1000 lignes sur 2500 annoncées.");
  });
});
