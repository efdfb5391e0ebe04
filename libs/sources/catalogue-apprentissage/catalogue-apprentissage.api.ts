import { z } from 'zod';
import { shaped } from '../core/http/answer-shape.ts';
import type { StepTools } from '../core/http/connector.ts';
import { defineConnector } from '../core/http/define-connector.ts';
import type { HttpClient } from '../core/http/http-client.ts';
import { SourceAccessError } from '../core/http/http-errors.ts';
import { openHttpClient } from '../core/http/open-client.ts';
import { pagedRows, type Page } from '../core/http/paged-rows.ts';
import { loginSession, type Session } from '../core/http/session.ts';
import { producerOf } from '../core/http/producer-of.ts';
import { baseUrl } from '../core/http/settings.ts';
import { catalogueApprentissage } from './catalogue-apprentissage.ts';

const PAGE = 200;

/** `page` has been seen to come back as a text. */
const count = z.union([z.int(), z.string().regex(/^\d+$/).transform(Number)]);
const pageShape = z.object({
  formations: z.array(z.looseObject({})),
  pagination: z.object({ page: count, nombre_de_page: count, total: count }),
});

/** Catalogue de l'apprentissage, paged, with the account of a service. */
export const catalogueApprentissageConnector = defineConnector({
  ...producerOf('catalogue-apprentissage'),
  tables: ['catalogue_apprentissage'],
  identifiants: [
    { nom: 'CATALOGUE_APPRENTISSAGE_IDENTIFIANT', libelle: 'compte du catalogue', defaut: null },
    { nom: 'CATALOGUE_APPRENTISSAGE_MOT_DE_PASSE', libelle: 'mot de passe du compte', defaut: null },
  ],
  reglages: [
    {
      nom: 'CATALOGUE_APPRENTISSAGE_URL',
      libelle: "adresse de l'API du catalogue",
      defaut: 'https://catalogue-apprentissage.intercariforef.org/api/v1',
    },
  ],
  rate: { perSecond: 5, burst: 2, concurrency: 1 },
  suppose: [`une page peut compter ${String(PAGE)} formations`],
  input: z.object({
    /** Filter in the query language of MongoDB, as the catalogue takes it. */
    query: z.record(z.string(), z.json()).default({ published: true }),
  }),
  plan: ({ query }) => {
    const filtre = JSON.stringify(query);
    return [
      { id: `formations?${filtre}`, libelle: "Catalogue de l'apprentissage, formations", params: { filtre } },
    ];
  },
  open: (tools) => {
    const client = openHttpClient(
      'catalogue-apprentissage',
      catalogueApprentissageConnector.rate,
      tools.http,
    );
    const url = baseUrl(tools.setting('CATALOGUE_APPRENTISSAGE_URL'));
    const session = cookieSession(client, tools, url);
    const fetch = async (filtre: string, page: number): Promise<Page> => {
      const query = `query=${encodeURIComponent(filtre)}&page=${String(page)}&limit=${String(PAGE)}`;
      const answer = await client.json({
        url: `${url}/entity/formations?${query}`,
        session,
        signal: tools.signal,
      });
      const { formations, pagination } = shaped(
        answer.body,
        pageShape,
        'catalogue-apprentissage',
        'une page de formations',
      );
      const { total, nombre_de_page: pages } = pagination;
      return { records: formations, total, suivante: page < pages ? page + 1 : null };
    };
    return {
      close: () => client.close(),
      make: (step, position) =>
        pagedRows({
          source: 'catalogue-apprentissage',
          step,
          definition: catalogueApprentissage,
          first: 1,
          position,
          fetch: (page) => fetch(step.params['filtre'] ?? '{}', page),
        }),
    };
  },
});

function cookieSession(client: HttpClient, tools: StepTools, url: string): Session {
  return loginSession({
    runtime: tools.http.runtime,
    login: async (signal) => {
      const answer = await client.text({
        method: 'POST',
        repeatable: true,
        url: `${url}/auth/login`,
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({
          username: tools.secret('CATALOGUE_APPRENTISSAGE_IDENTIFIANT'),
          password: tools.secret('CATALOGUE_APPRENTISSAGE_MOT_DE_PASSE'),
        }),
        signal,
      });
      const cookie = answer.cookies.map((line) => line.split(';')[0] ?? '').join('; ');
      if (cookie !== '') return { cookie };
      const source = 'catalogue-apprentissage';
      throw new SourceAccessError(`${source} : la connexion n'a pas donné de cookie de session.`, { source });
    },
  });
}
