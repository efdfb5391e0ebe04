import { z } from 'zod';
import type { TableId } from '../core/canonical.ts';
import { shaped } from '../core/http/answer-shape.ts';
import { defineConnector } from '../core/http/define-connector.ts';
import { fileEvent } from '../core/http/file-event.ts';
import type { HttpClient } from '../core/http/http-client.ts';
import { openHttpClient } from '../core/http/open-client.ts';
import { loginSession, type Session } from '../core/http/session.ts';
import { baseUrl } from '../core/http/settings.ts';
import { producerOf } from '../core/http/producer-of.ts';
import type { StepTools } from '../core/http/connector.ts';

/** The tables of the BCN that we read, by the name that the service gives them. */
const TABLES = {
  N_FORMATION_DIPLOME: 'n_formation_diplome',
  V_FORMATION_DIPLOME: 'v_formation_diplome',
  N_FORMATION_DIPLOME_ENQUETE_51: 'enquete_51',
  N_MEF: 'n_mef',
  N_NIVEAU_FORMATION_DIPLOME: 'n_niveau_formation_diplome',
  N_DIPLOME_SISE: 'n_diplome_sise',
  N_TYPE_DIPLOME_SISE: 'n_type_diplome_sise',
  N_DISPOSITIF_FORMATION: 'n_dispositif_formation',
  N_LETTRE_SPECIALITE: 'n_lettre_specialite',
  N_GROUPE_FORMATION: 'n_groupe_formation',
  N_LIEN_FORMATION_GROUPE: 'n_lien_formation_groupe',
} as const satisfies Record<string, TableId>;

type BcnTable = keyof typeof TABLES;
const NAMES = Object.keys(TABLES) as BcnTable[];

const input = z.object({ tables: z.array(z.enum(NAMES)).min(1).default(NAMES) });
const token = z.object({ token: z.string().min(1) });

/** The account serves the JSON API only. */
const JSON_ONLY = { reglage: 'BCN_VOIE', valeur: 'json' };

/** Extraction of V_FORMATION_DIPLOME has been seen to take more than a minute. */
const EXPORT_TIMEOUT = 300_000;

/**
 * BCN, by its CSV export (no login, latin1) or its JSON nomenclature API (login, lower-case columns). Both
 * answers are kept as files and read by the readers of the tables: one parser, whatever the way.
 */
export const bcnConnector = defineConnector({
  ...producerOf('bcn'),
  tables: NAMES.map((name) => TABLES[name]),
  identifiants: [
    { nom: 'BCN_IDENTIFIANT', libelle: "identifiant d'extraction de la BCN", defaut: null, si: JSON_ONLY },
    { nom: 'BCN_MOT_DE_PASSE', libelle: "mot de passe d'extraction de la BCN", defaut: null, si: JSON_ONLY },
    { nom: 'BCN_CLE_API', libelle: 'clé X-Omogen-Api-Key', defaut: null, si: JSON_ONLY },
  ],
  reglages: [
    {
      nom: 'BCN_VOIE',
      libelle: "voie d'accès : csv (export public) ou json (API avec compte)",
      defaut: 'csv',
      valeurs: ['csv', 'json'],
    },
    { nom: 'BCN_URL', libelle: "adresse de l'export CSV", defaut: 'https://bcn.depp.education.fr/bcn' },
    {
      nom: 'BCN_API_URL',
      libelle: "adresse de l'API JSON",
      defaut: 'https://omogen-api-pr.phm.education.gouv.fr/bcnAPI',
    },
  ],
  rate: { perSecond: 1, burst: 1, concurrency: 1 },
  suppose: [
    "export CSV : latin1, « ; », colonnes en majuscules, d'après le client d'API Apprentissage",
    "l'export CSV d'une table inconnue répond 400 ou 500",
    'API JSON : un jeton refusé répond 401',
  ],
  input,
  plan: ({ tables }) =>
    tables.map((name) => ({ id: name, libelle: `BCN, table ${name}`, params: { table: name } })),
  open: (tools) => {
    const client = openHttpClient('bcn', bcnConnector.rate, tools.http);
    const byJson = tools.setting('BCN_VOIE') === 'json';
    const session = byJson ? bcnSession(client, tools) : undefined;
    return {
      close: () => client.close(),
      make: async function* (step) {
        const name = step.params['table'] as BcnTable;
        const table = TABLES[name];
        yield session === undefined
          ? await fileEvent(client, tools, step, {
              table,
              url: `${baseUrl(tools.setting('BCN_URL'))}/index.php/export/CSV?n=${name}&separator=;&withForeign=true`,
              nom: `${name}.csv`,
              request: { method: 'POST', repeatable: true, totalTimeout: EXPORT_TIMEOUT },
            })
          : await fileEvent(client, tools, step, {
              table,
              url: `${baseUrl(tools.setting('BCN_API_URL'))}/nomenclature/${name}?schema=consultation`,
              nom: `${name}.json`,
              request: { session, headers: apiKey(tools) },
            });
      },
    };
  },
});

function apiKey(tools: StepTools): Record<string, string> {
  return { 'x-omogen-api-key': tools.secret('BCN_CLE_API') };
}

function bcnSession(client: HttpClient, tools: StepTools): Session {
  return loginSession({
    runtime: tools.http.runtime,
    login: async (signal) => {
      const answer = await client.json({
        method: 'POST',
        repeatable: true,
        url: `${baseUrl(tools.setting('BCN_API_URL'))}/auth/login-extraction`,
        headers: { ...apiKey(tools), 'content-type': 'application/json' },
        body: JSON.stringify({
          login: tools.secret('BCN_IDENTIFIANT'),
          password: tools.secret('BCN_MOT_DE_PASSE'),
        }),
        signal,
      });
      return { authorization: `Bearer ${shaped(answer.body, token, 'bcn', 'la connexion').token}` };
    },
  });
}
