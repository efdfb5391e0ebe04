import { z } from 'zod';
import { defineConnector } from '../core/http/define-connector.ts';
import { fileEvent } from '../core/http/file-event.ts';
import { openHttpClient } from '../core/http/open-client.ts';
import { exportDataset } from '../core/http/opendatasoft.ts';
import { fixedSession } from '../core/http/session.ts';
import { producerOf } from '../core/http/producer-of.ts';
import { baseUrl } from '../core/http/settings.ts';

/**
 * The five filters without which sub-totals are counted beside their total: each breakdown is taken at one value
 * (that of `obtention_diplome` is a choice, `ensemble` or `diplômé`) and the row of the whole country is left out.
 */
export function insersupFilter(obtention: string): string {
  return [
    `obtention_diplome='${obtention.replace(/'/g, '')}'`,
    "genre='ensemble'",
    "nationalite='ensemble'",
    "regime_inscription='ensemble'",
    "uo_lib!='National'",
  ].join(' and ');
}

const VOIES = ['open-data', 'api'] as const;
/** The key serves the API only. */
const API_ONLY = { reglage: 'INSERSUP_VOIE', valeur: 'api' };

/** InserSup: the ministry's API, everything at once, or the open data of the same survey. */
export const insersupConnector = defineConnector({
  ...producerOf('insersup'),
  tables: ['insersup', 'insersup_open_data'],
  identifiants: [{ nom: 'INSERSUP_CLE_API', libelle: 'clé X-Omogen-Api-Key', defaut: null, si: API_ONLY }],
  reglages: [
    {
      nom: 'INSERSUP_VOIE',
      libelle: "voie d'accès : open-data (portail, sans compte) ou api (avec clé)",
      defaut: 'open-data',
      valeurs: [...VOIES],
    },
    { nom: 'INSERSUP_API_URL', libelle: "adresse complète de l'API InserSup", defaut: null },
    {
      nom: 'INSERSUP_PORTAIL_URL',
      libelle: 'adresse du portail open data',
      defaut: 'https://data.enseignementsup-recherche.gouv.fr',
    },
    {
      nom: 'INSERSUP_OBTENTION',
      libelle: 'population du jeu : ensemble ou diplômé, jamais les deux',
      defaut: 'ensemble',
      valeurs: ['ensemble', 'diplômé'],
    },
    { nom: 'INSERSUP_JEU', libelle: 'jeu de données du portail', defaut: 'fr-esr-insersup' },
  ],
  rate: { perSecond: 1, burst: 1, concurrency: 1 },
  suppose: ["l'API rend tout en une réponse, sans pagination ni filtre"],
  input: z.object({ voie: z.enum(VOIES).optional() }),
  plan: ({ voie }, setting) => [
    (voie ?? setting('INSERSUP_VOIE')) === 'api'
      ? { id: 'insersup', libelle: 'InserSup, API du ministère', params: {} }
      : { id: 'insersup_open_data', libelle: 'InserSup, données ouvertes', params: {} },
  ],
  open: (tools) => {
    const client = openHttpClient('insersup', insersupConnector.rate, tools.http);
    return {
      close: () => client.close(),
      make: async function* (step) {
        if (step.id === 'insersup') {
          yield await fileEvent(client, tools, step, {
            table: 'insersup',
            url: tools.setting('INSERSUP_API_URL'),
            nom: 'insersup.json',
            request: {
              session: fixedSession({ 'x-omogen-api-key': tools.secret('INSERSUP_CLE_API') }),
              headers: { accept: 'application/json' },
            },
          });
          return;
        }
        const portail = baseUrl(tools.setting('INSERSUP_PORTAIL_URL'));
        const dataset = {
          portail,
          jeu: tools.setting('INSERSUP_JEU'),
          where: insersupFilter(tools.setting('INSERSUP_OBTENTION')),
        };
        yield* exportDataset(client, tools, step, 'insersup_open_data', dataset);
      },
    };
  },
});
