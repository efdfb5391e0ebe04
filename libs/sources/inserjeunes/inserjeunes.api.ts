import { z } from 'zod';
import { cellOf, isObject } from '../core/flat-record.ts';
import { shaped } from '../core/http/answer-shape.ts';
import type { Step, StepEvent, StepTools } from '../core/http/connector.ts';
import { defineConnector } from '../core/http/define-connector.ts';
import { documentRows } from '../core/http/document-rows.ts';
import type { HttpClient } from '../core/http/http-client.ts';
import { openHttpClient } from '../core/http/open-client.ts';
import { parseJson } from '../core/http/response-body.ts';
import { loginSession, type Session } from '../core/http/session.ts';
import { producerOf } from '../core/http/producer-of.ts';
import { baseUrl } from '../core/http/settings.ts';
import { parseUai } from '../core/uai.ts';
import { inserjeunes } from './inserjeunes.ts';

const FILIERES = ['apprentissage', 'voie_pro_sco_educ_nat', 'voie_pro_sco_agri'] as const;

/** A token of two minutes: it is renewed a little before it dies. */
const SESSION = 110_000;

const uai = z.string().refine((text) => parseUai(text) !== null, 'UAI attendu');
/** Two years together, as the places are asked for. */
const millesimes = z.array(z.string().regex(/^\d{4}_\d{4}$/)).default([]);
const codes = z.array(z.string().regex(/^[0-9A-Za-z]{1,5}$/)).default([]);

/** What to ask InserJeunes for: each place of the lists for each vintage, and France for its own. */
const input = z.object({
  millesimes,
  uais: z.array(uai).default([]),
  regions: codes,
  academies: codes,
  departements: codes,
  /** One year alone, for France. */
  millesimesFrance: z.array(z.string().regex(/^\d{4}$/)).default([]),
  filieres: z.array(z.enum(FILIERES)).default([...FILIERES]),
});

const token = z.object({ access_token: z.string().min(1) });
const answerShape = z.looseObject({
  metadata: z.looseObject({}),
  data: z.array(z.looseObject({ id_mesure: z.string(), valeur_mesure: z.unknown().nonoptional() })),
});

/**
 * InserJeunes, by UAI, région, académie, département (two years together) and France (one year, one filière). An
 * import of a whole vintage is thousands of requests at five a second: each is a step of its own.
 */
export const inserjeunesConnector = defineConnector({
  ...producerOf('inserjeunes'),
  tables: ['inserjeunes'],
  identifiants: [
    { nom: 'INSERJEUNES_IDENTIFIANT', libelle: "identifiant de l'API InserJeunes", defaut: null },
    { nom: 'INSERJEUNES_MOT_DE_PASSE', libelle: "mot de passe de l'API InserJeunes", defaut: null },
  ],
  reglages: [
    {
      nom: 'INSERJEUNES_URL',
      libelle: "adresse de l'API",
      defaut: 'https://www.inserjeunes.education.gouv.fr/api/v1.0',
    },
  ],
  rate: { perSecond: 5, burst: 1, concurrency: 1 },
  suppose: [
    '/academie et /departement : même forme que /region',
    'un code de région, d’académie ou de département inconnu répond 400, comme un UAI',
  ],
  input,
  plan: (asked) => [
    ...placeSteps('UAI', 'uai', asked.uais, asked.millesimes),
    ...placeSteps('region', 'region', asked.regions, asked.millesimes),
    ...placeSteps('academie', 'academie', asked.academies, asked.millesimes),
    ...placeSteps('departement', 'departement', asked.departements, asked.millesimes),
    ...asked.millesimesFrance.flatMap((millesime) =>
      asked.filieres.map((filiere) => ({
        id: `france/${millesime}/${filiere}`,
        libelle: `InserJeunes, France, ${filiere}, ${millesime}`,
        params: {
          chemin: `/france/millesime/${millesime}/filiere/${filiere}`,
          france: 'oui',
          millesime,
          filiere,
        },
        facultative: true,
      })),
    ),
  ],
  open: (tools) => {
    const client = openHttpClient('inserjeunes', inserjeunesConnector.rate, tools.http);
    const url = baseUrl(tools.setting('INSERJEUNES_URL'));
    const session = inserjeunesSession(client, tools, url);
    return {
      close: () => client.close(),
      make: async function* (step): AsyncGenerator<StepEvent> {
        const answer = await client.json({
          url: `${url}${step.params['chemin'] ?? ''}`,
          session,
          accepted: [400],
          signal: tools.signal,
        });
        if (answer.status === 400) {
          yield {
            kind: 'refus',
            etape: step.id,
            motif: 'DEMANDE_REFUSEE',
            message: refusedBecause(step, answer.body),
          };
          return;
        }
        const { chemin, ...asked } = step.params;
        const value = { ...asked, reponse: inserjeunesAnswer(answer.body, chemin ?? '') };
        const rows = documentRows({ etape: step.id, definition: inserjeunes, value, nom: step.id });
        if (rows !== null) yield rows;
      },
    };
  },
});

function placeSteps(
  chemin: string,
  cle: string,
  places: readonly string[],
  vintages: readonly string[],
): Step[] {
  return vintages.flatMap((millesime) =>
    places.map((place) => ({
      id: `${cle}/${place}/${millesime}`,
      libelle: `InserJeunes, ${cle === 'uai' ? 'UAI' : cle} ${place}, ${millesime}`,
      params: { chemin: `/${chemin}/${place}/millesime/${millesime}`, [cle]: place, millesime },
      facultative: true,
    })),
  );
}

/** `/UAI` and `/france` answer a JSON string that holds JSON, `/region` an object: both are admitted everywhere. */
function inserjeunesAnswer(body: unknown, chemin: string): unknown {
  const value = typeof body === 'string' ? parseJson(body, 'inserjeunes', chemin) : body;
  return shaped(value, answerShape, 'inserjeunes', chemin);
}

function refusedBecause(step: Step, body: unknown): string {
  const why = isObject(body) ? cellOf(body['msg'] ?? body['message']) : '';
  return `${step.libelle} : le service refuse la demande${why === '' ? '' : ` (« ${why.slice(0, 200)} »)`}.`;
}

function inserjeunesSession(client: HttpClient, tools: StepTools, url: string): Session {
  return loginSession({
    runtime: tools.http.runtime,
    lifetime: SESSION,
    // A dead token has been seen to answer 500 as well.
    renewOn: [401, 500],
    login: async (signal) => {
      const answer = await client.json({
        method: 'POST',
        repeatable: true,
        url: `${url}/login`,
        headers: {
          username: tools.secret('INSERJEUNES_IDENTIFIANT'),
          password: tools.secret('INSERJEUNES_MOT_DE_PASSE'),
        },
        signal,
      });
      const { access_token: bearer } = shaped(answer.body, token, 'inserjeunes', 'la connexion');
      return { authorization: `Bearer ${bearer}` };
    },
  });
}
