import { describe, expect, it } from '@jest/globals';
import { inserjeunesConnector } from '../../../libs/sources/inserjeunes/inserjeunes.api.ts';
import { describeConnector } from './connector-cases.ts';
import { contractSuite } from './contract-run.ts';
import { generatedUais, INSERJEUNES_CREDENTIALS, inserjeunesPlay } from './plays/inserjeunes-play.ts';

const UAIS = generatedUais(12);
const [FIRST = '', SECOND = '', THIRD = ''] = UAIS;
const input = { uais: UAIS, millesimes: ['2022_2023'] };
const settings = (url: string) => ({ INSERJEUNES_URL: `${url}/api/v1.0` });
const credentials = INSERJEUNES_CREDENTIALS;

const suite = contractSuite();
const run = (asked: object = input, more: object = {}) =>
  suite.run(inserjeunesConnector, {
    input: asked,
    credentials,
    settings: settings(suite.server().url),
    ...more,
  });

describeConnector('InserJeunes, by UAI', suite, {
  connector: inserjeunesConnector,
  service: ({ drift }) => inserjeunesPlay({ missing: drift ? 'id_mesure' : undefined }),
  input,
  settings,
  credentials,
  data: /\/UAI\//,
  rows: 12 * 3,
  dataRequests: 12,
  driftColumn: /id_mesure/,
});

describe('InserJeunes', () => {
  it('reads the JSON that is inside the JSON, and says where and when', async () => {
    suite.server().play(inserjeunesPlay());
    const { rows } = await run();
    expect(rows[0]).toEqual({
      territoire: 'etablissement',
      codeTerritoire: FIRST,
      libelleTerritoire: `Lycée ${FIRST}`,
      millesime: '2022_2023',
      voie: 'apprentissage',
      filiere: 'apprentissage',
      cfd: '40023203',
      mefstat11: null,
      mesures: { nb_annee_term: { valeur: 46 }, taux_emploi_6_mois: { valeur: 57 } },
    });
    expect(rows[1]).toMatchObject({ mefstat11: '23830033004', voie: 'scolaire' });
    expect(rows[2]).toMatchObject({ cfd: null, mefstat11: null });
  });

  it('a UAI that is refused is left out with its reason, and the import goes on', async () => {
    suite.server().play(inserjeunesPlay({ refusedUais: [SECOND, THIRD] }));
    const { error, rows, refus } = await run();
    expect(error).toBeNull();
    expect(rows).toHaveLength(10 * 3);
    expect(refus).toEqual([
      {
        kind: 'refus',
        etape: `uai/${SECOND}/2022_2023`,
        motif: 'DEMANDE_REFUSEE',
        message: `InserJeunes, UAI ${SECOND}, 2022_2023 : le service refuse la demande (« UAI incorrect ou agricole »).`,
      },
      expect.objectContaining({ etape: `uai/${THIRD}/2022_2023` }),
    ]);
  });

  it('a UAI whose requests all fail is asked for again after the others, then left out', async () => {
    suite.server().play(inserjeunesPlay());
    suite.server().fault(new RegExp(SECOND), { status: 502, body: '' }, { times: 4 });
    const mended = await run();
    expect(mended).toMatchObject({ error: null, refus: [] });
    expect(mended.rows).toHaveLength(36);
    expect(mended.rows.at(-1)).toMatchObject({ codeTerritoire: SECOND });
    suite.server().play(inserjeunesPlay());
    suite.server().fault(new RegExp(SECOND), { status: 502, body: '' }, { times: 100 });
    const left = await run();
    expect(left.error).toBeNull();
    expect(left.rows).toHaveLength(33);
    expect(left.refus).toEqual([expect.objectContaining({ motif: 'SERVICE_INDISPONIBLE' })]);
  });

  it.each([401, 500] as const)(
    'a token that dies with a %p is renewed and nothing is lost',
    async (expired) => {
      suite.server().play(inserjeunesPlay({ tokenUses: 5, expired }));
      const { error, rows, refus } = await run();
      expect({ error, refus }).toEqual({ error: null, refus: [] });
      expect(rows).toHaveLength(36);
      expect(suite.server().seen(/login/)).toHaveLength(3);
    },
  );

  it('keeps to five requests a second, and renews a token before its two minutes are over', async () => {
    suite.server().play(inserjeunesPlay());
    const { clock } = await run();
    const waited = clock.naps.reduce((sum, nap) => sum + nap, 0);
    expect(waited).toBeGreaterThanOrEqual(12 * 200);
    suite.server().play(inserjeunesPlay());
    suite.server().fault(/UAI/, (usual) => {
      clock.advance(115_000);
      return usual;
    });
    await run(input, {
      http: { runtime: clock, version: '0', policy: { allowHttp: true, allowPrivate: true } },
    });
    expect(suite.server().seen(/login/)).toHaveLength(2);
  });

  it('asks for places and for France, each in its own way', async () => {
    suite.server().play(inserjeunesPlay());
    const { error, rows } = await run({
      millesimes: ['2022_2023'],
      regions: ['11'],
      academies: ['01'],
      departements: ['075'],
      millesimesFrance: ['2023'],
    });
    expect(error).toBeNull();
    expect(suite.server().seen(/millesime/)).toEqual([
      'GET /api/v1.0/region/11/millesime/2022_2023',
      'GET /api/v1.0/academie/01/millesime/2022_2023',
      'GET /api/v1.0/departement/075/millesime/2022_2023',
      'GET /api/v1.0/france/millesime/2023/filiere/apprentissage',
      'GET /api/v1.0/france/millesime/2023/filiere/voie_pro_sco_educ_nat',
      'GET /api/v1.0/france/millesime/2023/filiere/voie_pro_sco_agri',
    ]);
    const places = rows.map(
      (row) => row as { territoire: string; codeTerritoire: string; millesime: string },
    );
    expect(places.filter((_, rank) => rank % 3 === 0)).toMatchObject([
      { territoire: 'region', codeTerritoire: '11' },
      { territoire: 'academie', codeTerritoire: '01' },
      { territoire: 'departement', codeTerritoire: '075' },
      { territoire: 'france', codeTerritoire: null, millesime: '2023' },
      { territoire: 'france' },
      { territoire: 'france' },
    ]);
  });

  it('refuses an input that is no UAI or vintage before any request', async () => {
    suite.server().play(inserjeunesPlay());
    for (const wrong of [{ uais: ['0750000A'] }, { millesimes: ['2023'] }]) {
      expect((await run({ ...input, ...wrong })).error?.name).toMatch(/ZodError/);
    }
    expect(suite.server().requests).toEqual([]);
  });
});
