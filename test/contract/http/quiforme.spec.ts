import { describe, expect, it } from '@jest/globals';
import { quiformeConnector } from '../../../libs/sources/quiforme/quiforme.api.ts';
import { describeConnector } from './connector-cases.ts';
import { contractSuite } from './contract-run.ts';
import {
  API_ENTREPRISE_CREDENTIALS,
  generatedSirets,
  QUIFORME_CREDENTIALS,
  quiformePlay,
} from './plays/quiforme-play.ts';

const SIRETS = generatedSirets(10);
const [FIRST = '', SECOND = '', THIRD = ''] = SIRETS;
const input = { sirets: SIRETS };
const direct = (url: string) => ({ QUIFORME_URL: url });
const entreprise = (url: string) => ({
  QUIFORME_VOIE: 'api-entreprise',
  API_ENTREPRISE_URL: url,
  API_ENTREPRISE_DESTINATAIRE: '11004601800013',
});

const suite = contractSuite();

describeConnector('QuiForme, own API', suite, {
  connector: quiformeConnector,
  service: ({ drift }) => quiformePlay({ missing: drift ? 'habilitations' : undefined }),
  input,
  settings: direct,
  credentials: QUIFORME_CREDENTIALS,
  data: /\/organisme\//,
  rows: 10,
  dataRequests: 10,
  driftColumn: /habilitations/,
});

describeConnector('QuiForme, API Entreprise', suite, {
  connector: quiformeConnector,
  service: ({ drift }) =>
    quiformePlay({ missing: drift ? 'declarations_activites_etablissement' : undefined }),
  input,
  settings: entreprise,
  credentials: API_ENTREPRISE_CREDENTIALS,
  data: /carif_oref/,
  rows: 10,
  dataRequests: 10,
  driftColumn: /declarations_activites_etablissement/,
});

describe('QuiForme', () => {
  it('both contracts give the same row: booleans written as text are booleans, deleted habilitations are not kept', async () => {
    suite.server().play(quiformePlay());
    const own = await suite.run(quiformeConnector, {
      input,
      credentials: QUIFORME_CREDENTIALS,
      settings: direct(suite.server().url),
    });
    const cleaned = await suite.run(quiformeConnector, {
      input,
      credentials: API_ENTREPRISE_CREDENTIALS,
      settings: entreprise(suite.server().url),
    });
    expect(own.rows).toEqual(cleaned.rows);
    expect(own.rows[0]).toMatchObject({
      siret: FIRST,
      connu: true,
      uai: '0750000T',
      plusieursNda: false,
      declarations: [
        { nda: '11750000075', qualiopi: { formation: true, bilan: false, parUniteLegale: false } },
      ],
      habilitations: [{ code: 'RNCP10013', former: true, organiserEvaluation: false }],
    });
  });

  it('a SIRET that is not known is an answer, by 404 or by a null', async () => {
    suite.server().play(quiformePlay({ absent: [FIRST], inactive: [SECOND] }));
    const { error, rows, refus } = await suite.run(quiformeConnector, {
      input: { sirets: [FIRST, SECOND, THIRD] },
      credentials: QUIFORME_CREDENTIALS,
      settings: direct(suite.server().url),
    });
    expect({ error, refus }).toEqual({ error: null, refus: [] });
    expect(rows).toMatchObject([
      { siret: FIRST, connu: false },
      { siret: SECOND, connu: false },
      { siret: THIRD, connu: true },
    ]);
  });

  it('what was answered less than 24 hours ago is not asked again', async () => {
    suite.server().play(quiformePlay());
    const obtenues = { [FIRST]: '2026-11-20T12:00:00Z', [SECOND]: '2026-11-19T12:00:00Z' };
    const { rows, inchanges } = await suite.run(quiformeConnector, {
      input: { sirets: [FIRST, SECOND, THIRD], obtenues },
      credentials: QUIFORME_CREDENTIALS,
      settings: direct(suite.server().url),
    });
    expect(inchanges).toEqual([FIRST]);
    expect(rows).toMatchObject([{ siret: SECOND }, { siret: THIRD }]);
  });
});
