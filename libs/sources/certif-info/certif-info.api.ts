import { z } from 'zod';
import type { ApiRecord } from '../core/http/api-rows.ts';
import { shaped } from '../core/http/answer-shape.ts';
import type { StepTools } from '../core/http/connector.ts';
import { defineConnector } from '../core/http/define-connector.ts';
import type { HttpClient } from '../core/http/http-client.ts';
import { openHttpClient } from '../core/http/open-client.ts';
import { pagedRows, type Page } from '../core/http/paged-rows.ts';
import { fixedSession } from '../core/http/session.ts';
import { producerOf } from '../core/http/producer-of.ts';
import { baseUrl } from '../core/http/settings.ts';
import { certifInfo } from './certif-info.ts';
import { certifInfoRecord, listShape } from './certif-info-record.ts';

const RESOURCE = 'f2981d6f-e55c-42cd-8eba-3e891777e222';
/** Greatest page that the read-me of the tabular API admits; another document says 200. */
const TABULAR_PAGE = 50;
const API_PAGE = 100;

const tabularShape = z.object({
  data: z.array(z.looseObject({})),
  links: z.object({ next: z.string().nullish() }),
  meta: z.object({ total: z.int() }),
});

/** Certif Info: the open data by data.gouv's tabular API, or the network's own API for those who have a token. */
export const certifInfoConnector = defineConnector({
  ...producerOf('certif-info'),
  tables: ['certif_info'],
  identifiants: [
    {
      nom: 'CERTIFINFO_JETON',
      libelle: "jeton de l'API Certif Info",
      defaut: null,
      si: { reglage: 'CERTIFINFO_VOIE', valeur: 'api' },
    },
  ],
  reglages: [
    {
      nom: 'CERTIFINFO_VOIE',
      libelle: "voie d'accès : tabulaire (data.gouv, sans compte) ou api (avec jeton)",
      defaut: 'tabulaire',
      valeurs: ['tabulaire', 'api'],
    },
    {
      nom: 'CERTIFINFO_TABULAIRE_URL',
      libelle: "adresse de l'API tabulaire de data.gouv",
      defaut: 'https://tabular-api.data.gouv.fr',
    },
    { nom: 'CERTIFINFO_RESSOURCE', libelle: 'identifiant de la ressource sur data.gouv', defaut: RESOURCE },
    {
      nom: 'CERTIFINFO_API_URL',
      libelle: "adresse de l'API Certif Info",
      defaut: 'https://api-certifinfo.intercariforef.org',
    },
  ],
  rate: { perSecond: 10, burst: 5, concurrency: 2 },
  suppose: [
    'API Certif Info : la liste /recherche se pagine par page_num et page_size et ne dit pas son total',
    'API Certif Info : elle ne donne ni code scolarité, ni prédécesseur, ni code Idéo ; ces cellules restent vides',
  ],
  input: z.object({}),
  plan: () => [{ id: 'certif-info', libelle: 'Certif Info, toutes les certifications', params: {} }],
  open: (tools) => {
    const client = openHttpClient('certif-info', certifInfoConnector.rate, tools.http);
    const fetch =
      tools.setting('CERTIFINFO_VOIE') === 'api' ? apiPages(client, tools) : tabular(client, tools);
    return {
      close: () => client.close(),
      make: (step, position) =>
        pagedRows({
          source: 'certif-info',
          step,
          definition: certifInfo,
          first: 1,
          position,
          ignorees: ['__id'],
          fetch,
        }),
    };
  },
});

function tabular(client: HttpClient, tools: StepTools): (page: number) => Promise<Page> {
  const url = `${baseUrl(tools.setting('CERTIFINFO_TABULAIRE_URL'))}/api/resources/${tools.setting('CERTIFINFO_RESSOURCE')}/data/`;
  return async (page) => {
    const query = `page=${String(page)}&page_size=${String(TABULAR_PAGE)}`;
    const answer = await client.json({ url: `${url}?${query}`, signal: tools.signal });
    const { data, links, meta } = shaped(answer.body, tabularShape, 'certif-info', 'une page de données');
    // The link itself is not followed: the next page is asked where the configuration says.
    return { records: data, total: meta.total, suivante: links.next ? page + 1 : null };
  };
}

function apiPages(client: HttpClient, tools: StepTools): (page: number) => Promise<Page> {
  const session = fixedSession({ 'token-connexion': tools.secret('CERTIFINFO_JETON') });
  const url = `${baseUrl(tools.setting('CERTIFINFO_API_URL'))}/recherche`;
  return async (page) => {
    const query = `page_num=${String(page)}&page_size=${String(API_PAGE)}`;
    const answer = await client.json({ url: `${url}?${query}`, session, signal: tools.signal });
    const { data, total } = shaped(answer.body, listShape, 'certif-info', 'une page de certifications');
    const records: ApiRecord[] = data.map(certifInfoRecord);
    const isLast = data.length < API_PAGE;
    return { records, total: total ?? null, suivante: isLast ? null : page + 1 };
  };
}
