import { z } from 'zod';
import { shaped } from '../core/http/answer-shape.ts';
import type { Step, StepTools } from '../core/http/connector.ts';
import { defineConnector } from '../core/http/define-connector.ts';
import { fileEvent } from '../core/http/file-event.ts';
import type { HttpClient } from '../core/http/http-client.ts';
import { openHttpClient } from '../core/http/open-client.ts';
import { pagedRows, type Page } from '../core/http/paged-rows.ts';
import { loginSession, type Session } from '../core/http/session.ts';
import { baseUrl } from '../core/http/settings.ts';
import { onisepPassage } from './table-passage.ts';

/** Identifier of the passage table on the portal. */
const DATASET = '6152ccdf850ef';
const PAGE = 1000;

const token = z.object({ token: z.string().min(1) });
const pageShape = z.object({ total: z.coerce.number().int(), results: z.array(z.looseObject({})) });

/** Onisep's passage table: the public dump, or the paged API for those who have an account. */
export const onisepPassageConnector = defineConnector({
  id: 'onisep-passage',
  libelle: 'Table de passage des codes certifications et formations',
  producteur: 'Onisep',
  licence: 'ODbL 1.0',
  cadence: 'une dizaine de mises à jour par an',
  tables: ['onisep_passage'],
  identifiants: [
    { nom: 'ONISEP_IDENTIFIANT', libelle: 'adresse mél du compte open data Onisep', defaut: null },
    { nom: 'ONISEP_MOT_DE_PASSE', libelle: 'mot de passe du compte open data Onisep', defaut: null },
    { nom: 'ONISEP_APPLICATION', libelle: "identifiant d'application (Application-ID)", defaut: null },
  ],
  reglages: [
    {
      nom: 'ONISEP_VOIE',
      libelle: "voie d'accès : fichier (sans compte) ou api (avec compte)",
      defaut: 'fichier',
    },
    { nom: 'ONISEP_URL', libelle: 'adresse du service', defaut: 'https://api.opendata.onisep.fr' },
  ],
  rate: { perSecond: 2, burst: 2, concurrency: 1 },
  suppose: ["l'API paginée rend les colonnes du fichier ; ses intitulés peuvent différer"],
  input: z.object({}),
  plan: () => [{ id: DATASET, libelle: 'Onisep, table de passage', params: {} }],
  open: (tools) => {
    const client = openHttpClient('onisep-passage', onisepPassageConnector.rate, tools.http);
    const url = baseUrl(tools.setting('ONISEP_URL'));
    const session = onisepSession(client, tools, url);
    return {
      close: () => client.close(),
      make: async function* (step, position) {
        if (tools.setting('ONISEP_VOIE') !== 'api') {
          yield await fileEvent(client, tools, step, {
            table: 'onisep_passage',
            url: `${url}/downloads/${DATASET}/${DATASET}.csv`,
            nom: 'onisep-table-passage.csv',
          });
          return;
        }
        const fetch = (from: number): Promise<Page> =>
          searchPage(client, session, { url, from, step, tools });
        yield* pagedRows({
          source: 'onisep-passage',
          step,
          definition: onisepPassage,
          first: 0,
          position,
          fetch,
        });
      },
    };
  },
});

interface SearchedPage {
  readonly url: string;
  /** Offset in rows, not in pages. */
  readonly from: number;
  readonly step: Step;
  readonly tools: StepTools;
}

async function searchPage(
  client: HttpClient,
  session: Session,
  { url, from, tools }: SearchedPage,
): Promise<Page> {
  const query = `q=&from=${String(from)}&size=${String(PAGE)}`;
  const answer = await client.json({
    url: `${url}/api/1.0/dataset/${DATASET}/search?${query}`,
    session,
    signal: tools.signal,
  });
  const { total, results } = shaped(answer.body, pageShape, 'onisep-passage', 'une page de la table');
  const next = from + results.length;
  return { records: results, total, suivante: results.length === 0 || next >= total ? null : next };
}

function onisepSession(client: HttpClient, tools: StepTools, url: string): Session {
  return loginSession({
    runtime: tools.http.runtime,
    login: async (signal) => {
      const form = new FormData();
      form.set('email', tools.secret('ONISEP_IDENTIFIANT'));
      form.set('password', tools.secret('ONISEP_MOT_DE_PASSE'));
      // The platform's own encoder of multipart bodies; nothing is sent by it.
      const encoded = new Response(form);
      const answer = await client.json({
        method: 'POST',
        repeatable: true,
        url: `${url}/api/1.0/login`,
        headers: { 'content-type': encoded.headers.get('content-type') ?? '' },
        body: Buffer.from(await encoded.arrayBuffer()),
        signal,
      });
      const { token: bearer } = shaped(answer.body, token, 'onisep-passage', 'la connexion');
      return {
        authorization: `Bearer ${bearer}`,
        'application-id': tools.secret('ONISEP_APPLICATION'),
      };
    },
  });
}
