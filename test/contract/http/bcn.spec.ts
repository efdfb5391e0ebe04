import { describe, expect, it } from '@jest/globals';
import { bcnConnector } from '../../../libs/sources/bcn/bcn.api.ts';
import { SourceFormatError } from '../../../libs/sources/index.ts';
import { describeConnector } from './connector-cases.ts';
import { contractSuite } from './contract-run.ts';
import { bcnPlay } from './plays/bcn-play.ts';

const TABLES = ['N_FORMATION_DIPLOME', 'N_MEF', 'N_NIVEAU_FORMATION_DIPLOME'];
const csv = (url: string) => ({ BCN_URL: `${url}/bcn` });
const json = (url: string) => ({ BCN_VOIE: 'json', BCN_API_URL: `${url}/bcnAPI/` });

const suite = contractSuite();

describeConnector('BCN, CSV export', suite, {
  connector: bcnConnector,
  service: ({ drift }) => {
    const bcn = bcnPlay();
    if (drift) bcn.missing = 'FORMATION_DIPLOME';
    return bcn.play;
  },
  input: { tables: TABLES },
  settings: csv,
  data: /^POST \/bcn\/index\.php/,
  rows: 40 + 80 + 1,
  dataRequests: 3,
  driftColumn: /FORMATION_DIPLOME/,
});

describeConnector('BCN, JSON API', suite, {
  connector: bcnConnector,
  service: ({ drift }) => {
    const bcn = bcnPlay();
    if (drift) bcn.missing = 'FORMATION_DIPLOME';
    return bcn.play;
  },
  input: { tables: TABLES },
  settings: json,
  credentials: bcnPlay().credentials,
  data: /nomenclature/,
  rows: 40 + 80 + 1,
  dataRequests: 3,
  driftColumn: /FORMATION_DIPLOME/,
});

describe('BCN', () => {
  it('without a choice, every table of the BCN comes', async () => {
    suite.server().play(bcnPlay(10).play);
    const { error, fichiers, rejets, inconnues } = await suite.run(bcnConnector, {
      settings: csv(suite.server().url),
    });
    expect({ error, rejets, inconnues: [...inconnues] }).toEqual({ error: null, rejets: [], inconnues: [] });
    expect(fichiers.map(({ table }) => table)).toEqual(bcnConnector.tables);
    expect(fichiers).toHaveLength(11);
  });

  it('both ways give the same rows', async () => {
    const rowsBy = async (settings: (url: string) => Record<string, string>) => {
      const { play, credentials } = bcnPlay();
      suite.server().play(play);
      const input = { tables: TABLES };
      return suite.run(bcnConnector, { input, credentials, settings: settings(suite.server().url) });
    };
    const byCsv = await rowsBy(csv);
    const byJson = await rowsBy(json);
    expect(byCsv.rows).toEqual(byJson.rows);
    expect(byCsv.rows[0]).toMatchObject({
      cfd: '40000000',
      libelleLong200: "MÉTIERS DE L'ÉLECTRICITÉ 0 (BAC PRO)",
    });
  });

  it('a token that expires in the middle is renewed once, without a word', async () => {
    const bcn = bcnPlay();
    bcn.tokenUses = 2;
    suite.server().play(bcn.play);
    const { error, rows } = await suite.run(bcnConnector, {
      input: { tables: TABLES },
      credentials: bcn.credentials,
      settings: json(suite.server().url),
    });
    expect(error).toBeNull();
    expect(rows).toHaveLength(121);
    expect(suite.server().seen(/login-extraction/)).toHaveLength(2);
  });

  it('a page of the service where a table should be is refused', async () => {
    const bcn = bcnPlay();
    suite.server().play(bcn.play);
    suite.server().fault(/nomenclature/, { body: '<html><title>Maintenance</title></html>' });
    const { error } = await suite.run(bcnConnector, {
      input: { tables: ['N_MEF'] },
      credentials: bcn.credentials,
      settings: json(suite.server().url),
    });
    expect(error).toBeInstanceOf(SourceFormatError);
  });

  it('a cursor of another plan is refused', async () => {
    const bcn = bcnPlay();
    suite.server().play(bcn.play);
    const settings = csv(suite.server().url);
    const first = await suite.run(bcnConnector, { input: { tables: ['N_MEF'] }, settings });
    const { error } = await suite.run(bcnConnector, {
      input: { tables: TABLES },
      settings,
      cursor: first.cursors.at(-1) ?? null,
    });
    expect(error).toMatchObject({ code: 'CURSEUR_INCOMPATIBLE' });
  });
});
