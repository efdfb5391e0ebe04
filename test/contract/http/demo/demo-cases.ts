import type { Connector } from '../../../../libs/sources/core/http/connector.ts';
import { CONNECTORS } from '../../../../libs/sources/connectors.ts';
import type { ContractServer, Play } from '../contract-server.ts';
import { bcnPlay } from '../plays/bcn-play.ts';
import { CATALOGUE_CREDENTIALS, cataloguePlay } from '../plays/catalogue-play.ts';
import { CERTIFINFO_CREDENTIALS, certifInfoPlay } from '../plays/certif-info-play.ts';
import { generatedUais, INSERJEUNES_CREDENTIALS, inserjeunesPlay } from '../plays/inserjeunes-play.ts';
import { ONISEP_CREDENTIALS, onisepPlay } from '../plays/onisep-play.ts';
import { INSERSUP_CREDENTIALS, insersupApiPlay, openDataPlay } from '../plays/open-data-play.ts';
import {
  API_ENTREPRISE_CREDENTIALS,
  generatedSirets,
  QUIFORME_CREDENTIALS,
  quiformePlay,
} from '../plays/quiforme-play.ts';

/** One import that the demonstration shows, with the mishaps that it meets on the way. */
export interface DemoCase {
  readonly connector: Connector;
  /** In French: the way that is shown. */
  readonly voie: string;
  readonly play: Play;
  readonly settings: (url: string) => Record<string, string>;
  readonly credentials?: Readonly<Record<string, string>>;
  readonly input?: unknown;
  /** In French, what goes wrong, and how the server is told to do so. */
  readonly incident?: { readonly libelle: string; readonly plan: (server: ContractServer) => void };
  /** Stops the import after so many steps, and resumes it from its last cursor. */
  readonly interruption?: number;
}

function connector(id: string): Connector {
  const found = CONNECTORS.find((one) => one.id === id);
  if (found === undefined) throw new Error(`no connector ${id}`);
  return found;
}

const UAIS = generatedUais(24);
const SIRETS = generatedSirets(8);
const portal = (name: string) => (url: string) => ({ [name]: url });
const onisep = (url: string) => ({ ONISEP_URL: url, ONISEP_VOIE: 'api' });

/** Every connector, by each of its ways. */
export const DEMO_CASES: readonly DemoCase[] = [
  {
    connector: connector('bcn'),
    voie: 'export CSV en latin1',
    play: bcnPlay(400).play,
    settings: (url) => ({ BCN_URL: `${url}/bcn` }),
    incident: {
      libelle: 'une réponse coupée en route',
      plan: (server) => server.fault(/n=N_MEF/, (usual) => ({ ...usual, cutAfter: 2000 })),
    },
  },
  {
    connector: connector('bcn'),
    voie: 'API JSON avec compte',
    play: bcnPlay(400).play,
    settings: (url) => ({ BCN_VOIE: 'json', BCN_API_URL: `${url}/bcnAPI` }),
    credentials: bcnPlay(1).credentials,
    incident: {
      libelle: 'un jeton refusé en cours de route',
      plan: (server) => server.fault(/nomenclature\/N_MEF/, { status: 401, body: {} }),
    },
  },
  {
    connector: connector('onisep-passage'),
    voie: 'fichier public',
    play: onisepPlay(),
    settings: portal('ONISEP_URL'),
  },
  {
    connector: connector('onisep-passage'),
    voie: 'API paginée',
    play: onisepPlay(),
    settings: onisep,
    credentials: ONISEP_CREDENTIALS,
    incident: {
      libelle: 'une panne du service (500)',
      plan: (server) => server.fault(/from=1000/, { status: 500, body: '' }),
    },
  },
  {
    connector: connector('onisep-ideo'),
    voie: 'API paginée',
    play: onisepPlay({ rows: 1200 }),
    settings: onisep,
    credentials: ONISEP_CREDENTIALS,
  },
  {
    connector: connector('certif-info'),
    voie: 'API tabulaire de data.gouv',
    play: certifInfoPlay({ rows: 420 }),
    settings: portal('CERTIFINFO_TABULAIRE_URL'),
    incident: {
      libelle: 'trop de requêtes (429, patienter 1 s)',
      plan: (server) => server.fault(/page=3/, { status: 429, headers: { 'retry-after': '1' }, body: '' }),
    },
  },
  {
    connector: connector('certif-info'),
    voie: 'API Certif Info avec jeton',
    play: certifInfoPlay({ rows: 420 }),
    settings: (url) => ({ CERTIFINFO_VOIE: 'api', CERTIFINFO_API_URL: url }),
    credentials: CERTIFINFO_CREDENTIALS,
  },
  {
    connector: connector('catalogue-apprentissage'),
    voie: 'API paginée avec compte',
    play: cataloguePlay({ rows: 900 }),
    settings: (url) => ({ CATALOGUE_APPRENTISSAGE_URL: `${url}/api/v1` }),
    credentials: CATALOGUE_CREDENTIALS,
  },
  {
    connector: connector('inserjeunes'),
    voie: 'par UAI, cinq requêtes par seconde',
    play: inserjeunesPlay({ refusedUais: UAIS.slice(3, 5), tokenUses: 15 }),
    settings: (url) => ({ INSERJEUNES_URL: `${url}/api/v1.0` }),
    credentials: INSERJEUNES_CREDENTIALS,
    input: { uais: UAIS, millesimes: ['2022_2023'] },
    incident: {
      libelle: 'deux UAI refusés, un jeton qui expire, un import interrompu puis repris',
      plan: () => undefined,
    },
    interruption: 10,
  },
  {
    connector: connector('insersup'),
    voie: 'données ouvertes, cinq filtres',
    play: openDataPlay({ rows: 300 }),
    settings: portal('INSERSUP_PORTAIL_URL'),
  },
  {
    connector: connector('insersup'),
    voie: 'API avec clé',
    play: insersupApiPlay({ rows: 300 }),
    settings: (url) => ({ INSERSUP_API_URL: `${url}/api_parcoursup/insersup` }),
    credentials: INSERSUP_CREDENTIALS,
    input: { voie: 'api' },
  },
  {
    connector: connector('quiforme'),
    voie: 'API QuiForme, par SIRET',
    play: quiformePlay({ absent: SIRETS.slice(0, 1) }),
    settings: portal('QUIFORME_URL'),
    credentials: QUIFORME_CREDENTIALS,
    input: { sirets: SIRETS },
  },
  {
    connector: connector('quiforme'),
    voie: 'API Entreprise, par SIRET',
    play: quiformePlay({ absent: SIRETS.slice(0, 1) }),
    settings: (url) => ({
      QUIFORME_VOIE: 'api-entreprise',
      API_ENTREPRISE_URL: url,
      API_ENTREPRISE_DESTINATAIRE: '11004601800013',
    }),
    credentials: API_ENTREPRISE_CREDENTIALS,
    input: { sirets: SIRETS },
  },
  ...['organismes-formation', 'cpf-offre', 'cpf-achats', 'cpf-usagers'].map((id) => ({
    connector: connector(id),
    voie: 'export du portail',
    play: openDataPlay({ rows: 500 }),
    settings: portal(id === 'organismes-formation' ? 'ORGANISMES_FORMATION_URL' : 'CPF_URL'),
  })),
];
