import { describe, expect, it } from '@jest/globals';
import {
  cpfAchatsConnector,
  cpfOffreConnector,
  cpfUsagersConnector,
} from '../../../libs/sources/cpf/cpf.api.ts';
import { insersupConnector } from '../../../libs/sources/insersup/insersup.api.ts';
import { organismesFormationConnector } from '../../../libs/sources/organismes-formation/organismes-formation.api.ts';
import { describeConnector } from './connector-cases.ts';
import { contractSuite } from './contract-run.ts';
import { INSERSUP_CREDENTIALS, insersupApiPlay, openDataPlay } from './plays/open-data-play.ts';

const suite = contractSuite();
const EXPORTS = /\/exports\/csv/;

describeConnector('Organismes de formation', suite, {
  connector: organismesFormationConnector,
  service: ({ drift }) => openDataPlay({ missing: drift ? 'siren' : undefined }),
  settings: (url) => ({ ORGANISMES_FORMATION_URL: url }),
  data: EXPORTS,
  rows: 30,
  dataRequests: 1,
  driftColumn: /siren/,
});

describeConnector('CPF, offre', suite, {
  connector: cpfOffreConnector,
  service: ({ drift }) => openDataPlay({ missing: drift ? 'code_inventaire' : undefined }),
  settings: (url) => ({ CPF_URL: url }),
  data: EXPORTS,
  rows: 30,
  dataRequests: 1,
  driftColumn: /code_inventaire/,
});

describeConnector('CPF, achats', suite, {
  connector: cpfAchatsConnector,
  service: ({ drift }) => openDataPlay({ missing: drift ? 'nb_dossiers' : undefined }),
  settings: (url) => ({ CPF_URL: url }),
  data: EXPORTS,
  rows: 60,
  dataRequests: 2,
  driftColumn: /nb_dossiers/,
});

describeConnector('CPF, usagers', suite, {
  connector: cpfUsagersConnector,
  service: ({ drift }) => openDataPlay({ missing: drift ? 'tranche_age' : undefined }),
  settings: (url) => ({ CPF_URL: url }),
  data: EXPORTS,
  rows: 30,
  dataRequests: 1,
  driftColumn: /tranche_age/,
});

describeConnector('InserSup, open data', suite, {
  connector: insersupConnector,
  service: ({ drift }) => openDataPlay({ missing: drift ? 'promo' : undefined }),
  settings: (url) => ({ INSERSUP_PORTAIL_URL: url }),
  data: EXPORTS,
  rows: 30,
  dataRequests: 1,
  driftColumn: /promo/,
});

describeConnector('InserSup, API with key', suite, {
  connector: insersupConnector,
  service: ({ drift }) => insersupApiPlay({ missing: drift ? 'taux_in_dsn_6' : undefined }),
  input: { voie: 'api' },
  settings: (url) => ({ INSERSUP_API_URL: `${url}/api_parcoursup/insersup` }),
  credentials: INSERSUP_CREDENTIALS,
  data: /api_parcoursup/,
  rows: 30,
  dataRequests: 1,
  driftColumn: /taux_in_dsn_6/,
});

describe('InserSup', () => {
  it('asks for the whole only: sub-totals and the line of the country stay where they are', async () => {
    suite.server().play(openDataPlay());
    const settings = { INSERSUP_PORTAIL_URL: suite.server().url };
    const whole = await suite.run(insersupConnector, { settings });
    expect(suite.server().seen()[0]).toContain(
      "where=obtention_diplome='ensemble'+and+genre='ensemble'+and+nationalite='ensemble'" +
        "+and+regime_inscription='ensemble'+and+uo_lib!='National'",
    );
    expect(whole.rows).toHaveLength(30);
    expect(whole.rows[0]).toMatchObject({
      ensemble: true,
      annees: ['2021', '2022'],
      mesures: { tx_sortants_en_emploi_12: { motif: 'nd' }, nb_sortants: { valeur: 75 } },
    });
    const graduates = await suite.run(insersupConnector, {
      settings: { ...settings, INSERSUP_OBTENTION: 'diplômé' },
    });
    expect(graduates.rows).toHaveLength(30);
    expect(graduates.rows[0]).toMatchObject({ ventilation: { obtentionDiplome: 'diplômé' } });
  });

  it('reads decimal commas, nd, na and the star of two years put together', async () => {
    suite.server().play(insersupApiPlay());
    const { rows } = await suite.run(insersupConnector, {
      input: { voie: 'api' },
      credentials: INSERSUP_CREDENTIALS,
      settings: { INSERSUP_API_URL: `${suite.server().url}/api_parcoursup/insersup` },
    });
    expect(rows[0]).toMatchObject({
      cumul: 'annee',
      mesures: {
        taux_poursuivant: { valeur: 54.6 },
        nb_diplomes: { motif: 'nd' },
        taux_in_dsn_30: { motif: 'na' },
      },
    });
    expect(rows[1]).toMatchObject({ cumul: 'deux_ans' });
  });
});

describe('CPF', () => {
  it('a -1 is no figure and no code', async () => {
    suite.server().play(openDataPlay());
    const { rows } = await suite.run(cpfOffreConnector, { settings: { CPF_URL: suite.server().url } });
    expect(rows[0]).toMatchObject({ rncp: 'RNCP30000', rs: null, sessions: { motif: 'na' } });
    expect(rows[1]).toMatchObject({ rncp: null, rs: 'RS6001' });
  });
});
