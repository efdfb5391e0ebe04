import { z } from 'zod';
import { isObject } from '../core/flat-record.ts';
import { shaped } from '../core/http/answer-shape.ts';
import type { StepEvent, StepTools } from '../core/http/connector.ts';
import { defineConnector } from '../core/http/define-connector.ts';
import { documentRows } from '../core/http/document-rows.ts';
import type { HttpRequest } from '../core/http/http-client.ts';
import { openHttpClient } from '../core/http/open-client.ts';
import { fixedSession } from '../core/http/session.ts';
import { producerOf } from '../core/http/producer-of.ts';
import { baseUrl } from '../core/http/settings.ts';
import { isSiret } from '../core/siret.ts';
import { quiformeFreshness } from './freshness.ts';
import { quiforme } from './quiforme.ts';

const own = z.looseObject({
  siret_actif: z.string().min(1),
  nda: z.array(z.looseObject({ nda: z.unknown().nonoptional() })),
  habilitations: z.array(z.looseObject({ code_fc: z.unknown().nonoptional() })),
});
const apiEntreprise = z.looseObject({
  data: z.looseObject({
    siret: z.string().min(1),
    declarations_activites_etablissement: z.array(
      z.looseObject({ numero_de_declaration: z.unknown().nonoptional() }),
    ),
    habilitations_france_competence: z.array(z.looseObject({ code: z.unknown().nonoptional() })),
  }),
});

const input = z.object({
  sirets: z.array(z.string().refine(isSiret, 'SIRET attendu')).default([]),
  /** When each SIRET was last answered (ISO 8601): those of less than 24 hours are not asked again. */
  obtenues: z.record(z.string(), z.iso.datetime()).default({}),
});

/**
 * QuiForme by SIRET, by its own API (`token-connexion`) or by API Entreprise (`Bearer`), which publishes the same
 * data. A 404 is an answer: the establishment is unknown there.
 */
export const quiformeConnector = defineConnector({
  ...producerOf('quiforme'),
  tables: ['quiforme'],
  identifiants: [
    {
      nom: 'QUIFORME_JETON',
      libelle: "jeton de l'API QuiForme (token-connexion)",
      defaut: null,
      si: { reglage: 'QUIFORME_VOIE', valeur: 'quiforme' },
    },
    {
      nom: 'API_ENTREPRISE_JETON',
      libelle: "jeton d'API Entreprise",
      defaut: null,
      si: { reglage: 'QUIFORME_VOIE', valeur: 'api-entreprise' },
    },
  ],
  reglages: [
    {
      nom: 'QUIFORME_VOIE',
      libelle: "voie d'accès : quiforme ou api-entreprise",
      defaut: 'quiforme',
      valeurs: ['quiforme', 'api-entreprise'],
    },
    {
      nom: 'QUIFORME_URL',
      libelle: "adresse de l'API QuiForme",
      defaut: 'https://api-quiforme-v2.intercariforef.org',
    },
    {
      nom: 'API_ENTREPRISE_URL',
      libelle: "adresse d'API Entreprise",
      defaut: 'https://entreprise.api.gouv.fr',
    },
    { nom: 'API_ENTREPRISE_DESTINATAIRE', libelle: 'SIRET du destinataire (recipient)', defaut: null },
    { nom: 'API_ENTREPRISE_CONTEXTE', libelle: 'contexte de la demande', defaut: 'Concordance' },
    {
      nom: 'API_ENTREPRISE_OBJET',
      libelle: 'objet de la demande',
      defaut: 'contrôle des organismes de formation',
    },
  ],
  rate: { perSecond: 4, burst: 1, concurrency: 1 },
  suppose: [
    "API QuiForme v2 : seul le chemin /organisme/{siret} est connu, d'après le client de l'État",
    'un jeton refusé répond 401 ou 403',
  ],
  input,
  plan: ({ sirets, obtenues }) =>
    sirets.map((siret) => ({
      id: siret,
      libelle: `QuiForme, SIRET ${siret}`,
      params: { siret, obtenue: obtenues[siret] ?? '' },
      facultative: true,
    })),
  open: (tools) => {
    const client = openHttpClient('quiforme', quiformeConnector.rate, tools.http);
    const requestOf =
      tools.setting('QUIFORME_VOIE') === 'api-entreprise' ? viaApiEntreprise(tools) : direct(tools);
    return {
      close: () => client.close(),
      make: async function* (step): AsyncGenerator<StepEvent> {
        const { siret = '', obtenue = '' } = step.params;
        const age = obtenue === '' ? 'perimee' : quiformeFreshness(Date.parse(obtenue), client.runtime.now());
        if (age === 'fraiche') {
          yield { kind: 'inchange', etape: step.id };
          return;
        }
        const answer = await client.json({ ...requestOf(siret), accepted: [404], signal: tools.signal });
        const reponse = answer.status === 404 ? null : quiformeAnswer(answer.body);
        const value = { siret, reponse };
        const rows = documentRows({ etape: step.id, definition: quiforme, value, nom: siret });
        if (rows !== null) yield rows;
      },
    };
  },
});

/** Checks the keys of an answer of either contract; null for a SIRET that the service does not know. */
function quiformeAnswer(body: unknown): unknown {
  if (isObject(body) && 'data' in body) return shaped(body, apiEntreprise, 'quiforme', 'un établissement');
  if (isObject(body) && 'siret_actif' in body && body['siret_actif'] === null) return null;
  return shaped(body, own, 'quiforme', 'un établissement');
}

function direct(tools: StepTools): (siret: string) => HttpRequest {
  const session = fixedSession({ 'token-connexion': tools.secret('QUIFORME_JETON') });
  const url = baseUrl(tools.setting('QUIFORME_URL'));
  return (siret) => ({ url: `${url}/organisme/${siret}`, session });
}

function viaApiEntreprise(tools: StepTools): (siret: string) => HttpRequest {
  const session = fixedSession({ authorization: `Bearer ${tools.secret('API_ENTREPRISE_JETON')}` });
  const url = baseUrl(tools.setting('API_ENTREPRISE_URL'));
  const why = new URLSearchParams({
    recipient: tools.setting('API_ENTREPRISE_DESTINATAIRE'),
    context: tools.setting('API_ENTREPRISE_CONTEXTE'),
    object: tools.setting('API_ENTREPRISE_OBJET'),
  });
  return (siret) => ({
    url: `${url}/v3/carif_oref/etablissements/${siret}/certifications_qualiopi_france_competences?${why.toString()}`,
    session,
  });
}
