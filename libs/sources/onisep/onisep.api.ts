import { z } from 'zod';
import type { TableId } from '../core/canonical.ts';
import type { SourceId, TableDefinition } from '../core/table-definition.ts';
import { shaped } from '../core/http/answer-shape.ts';
import type { Connector, StepTools } from '../core/http/connector.ts';
import { defineConnector } from '../core/http/define-connector.ts';
import { fileEvent } from '../core/http/file-event.ts';
import type { HttpClient } from '../core/http/http-client.ts';
import { openHttpClient } from '../core/http/open-client.ts';
import { pagedRows, type Page } from '../core/http/paged-rows.ts';
import { loginSession, type Session } from '../core/http/session.ts';
import { producerOf } from '../core/http/producer-of.ts';
import { baseUrl } from '../core/http/settings.ts';
import { ideoFormationInitiale } from './ideo.ts';
import { onisepPassage } from './table-passage.ts';

const PAGE = 1000;
/** The account serves the API only. */
const API_ONLY = { reglage: 'ONISEP_VOIE', valeur: 'api' };

const token = z.object({ token: z.string().min(1) });
const pageShape = z.object({ total: z.coerce.number().int(), results: z.array(z.looseObject({})) });

/** A data set of Onisep's portal and the table that it is. */
interface OnisepSource<Id extends TableId> {
  readonly id: SourceId;
  /** Identifier of the data set on the portal. */
  readonly jeu: string;
  readonly libelle: string;
  readonly nom: string;
  readonly definition: TableDefinition<Id>;
  readonly suppose: readonly string[];
}

/** A data set of Onisep: the public dump, or the paged API for those who have an account. */
function onisepConnector<Id extends TableId>(source: OnisepSource<Id>): Connector {
  const { id, jeu, definition } = source;
  const rate = { perSecond: 2, burst: 2, concurrency: 1 };
  return defineConnector({
    ...producerOf(id),
    tables: [definition.id],
    identifiants: [
      {
        nom: 'ONISEP_IDENTIFIANT',
        libelle: 'adresse mél du compte open data Onisep',
        defaut: null,
        si: API_ONLY,
      },
      {
        nom: 'ONISEP_MOT_DE_PASSE',
        libelle: 'mot de passe du compte open data Onisep',
        defaut: null,
        si: API_ONLY,
      },
      {
        nom: 'ONISEP_APPLICATION',
        libelle: "identifiant d'application (Application-ID)",
        defaut: null,
        si: API_ONLY,
      },
    ],
    reglages: [
      {
        nom: 'ONISEP_VOIE',
        libelle: "voie d'accès : fichier (sans compte) ou api (avec compte)",
        defaut: 'fichier',
        valeurs: ['fichier', 'api'],
      },
      { nom: 'ONISEP_URL', libelle: 'adresse du service', defaut: 'https://api.opendata.onisep.fr' },
    ],
    rate,
    suppose: source.suppose,
    input: z.object({}),
    plan: () => [{ id: jeu, libelle: source.libelle, params: {} }],
    open: (tools) => {
      const client = openHttpClient(id, rate, tools.http);
      const url = baseUrl(tools.setting('ONISEP_URL'));
      const session = onisepSession(client, tools, url);
      return {
        close: () => client.close(),
        make: async function* (step, position) {
          if (tools.setting('ONISEP_VOIE') !== 'api') {
            yield await fileEvent(client, tools, step, {
              table: definition.id,
              url: `${url}/downloads/${jeu}/${jeu}.csv`,
              nom: source.nom,
            });
            return;
          }
          const fetch = (from: number): Promise<Page> =>
            searchPage(client, session, { url, jeu, from, tools });
          yield* pagedRows({ source: id, step, definition, first: 0, position, fetch });
        },
      };
    },
  });
}

/** Onisep's passage table: CI, Idéo, RNCP and code scolarité. */
export const onisepPassageConnector = onisepConnector({
  id: 'onisep-passage',
  jeu: '6152ccdf850ef',
  libelle: 'Onisep, table de passage',
  nom: 'onisep-table-passage.csv',
  definition: onisepPassage,
  suppose: ["l'API paginée rend les colonnes du fichier ; ses intitulés peuvent différer"],
});

/** Idéo, formations initiales. */
export const onisepIdeoConnector = onisepConnector({
  id: 'onisep-ideo',
  jeu: '5fa591127f501',
  libelle: 'Onisep, Idéo, formations initiales',
  nom: 'onisep-ideo-formations-initiales.csv',
  definition: ideoFormationInitiale,
  suppose: [
    "l'API paginée et le fichier actuel rendent les colonnes libelle_formation_principal et url_et_id_onisep",
    'les fiches Idéo (ideo_fiche) se déposent par fichier : aucun service ne les donne',
  ],
});

interface SearchedPage {
  readonly url: string;
  readonly jeu: string;
  /** Offset in rows, not in pages. */
  readonly from: number;
  readonly tools: StepTools;
}

async function searchPage(
  client: HttpClient,
  session: Session,
  { url, jeu, from, tools }: SearchedPage,
): Promise<Page> {
  const query = `q=&from=${String(from)}&size=${String(PAGE)}`;
  const answer = await client.json({
    url: `${url}/api/1.0/dataset/${jeu}/search?${query}`,
    session,
    signal: tools.signal,
  });
  const { total, results } = shaped(answer.body, pageShape, client.source, 'une page du jeu de données');
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
      const { token: bearer } = shaped(answer.body, token, client.source, 'la connexion');
      return {
        authorization: `Bearer ${bearer}`,
        'application-id': tools.secret('ONISEP_APPLICATION'),
      };
    },
  });
}
