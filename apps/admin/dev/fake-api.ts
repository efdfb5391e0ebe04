// Development and tests only: the HTTP contract answered from generated data. Never part of the built back office.
import type { Condition } from '../src/contract/condition.ts';
import type { RevueDetail } from '../src/contract/formation.ts';
import type { Role } from '../src/contract/session.ts';
import { analyse } from './fake-analyses.ts';
import { compare } from './fake-comparaisons.ts';
import { fakeHolds } from './fake-condition.ts';
import { answerCouverture } from './fake-couverture.ts';
import { SORTS } from './fake-sorts.ts';
import { commandeCollecte } from './fake-sources.ts';
import { CAMPAGNE_ID } from './fake-campagne.ts';
import { problem, type FakeAnswer, type FakeRequest } from './fake-http.ts';
import { createFakeMesures } from './fake-mesures.ts';
import { createFakeRevue, suivante } from './fake-revue.ts';
import { buildExecution, buildState } from './fake-data.ts';

type Row = Record<string, unknown> & { id: string };
const matches = (row: Row, filter: Record<string, unknown>): boolean =>
  Object.entries(filter).every(([key, value]) => {
    if (key === 'ids') return (value as string[]).includes(row.id);
    if (key === 'q') {
      const text = JSON.stringify([
        row.libelle,
        row.specialite,
        row.etablissement,
        row.identifiant,
        row.code,
      ]);
      return text.toLowerCase().includes(String(value).toLowerCase());
    }
    if (key === 'condition') return fakeHolds(value as Condition, row);
    if (key === 'motif') return (row.motifs as string[]).includes(String(value));
    if (key === 'ouvertes') return value === false || row.dateFermeture === null;
    return row[key] === undefined || row[key] === value;
  });

/** What the API sends only with a single record: a page that relies on its list for it must fail here too. */
const DETAIL_ONLY = new Set([
  'candidats',
  'resolutions',
  'jugements',
  'explication',
  'formations',
  'suivanteId',
]);
const withoutDetail = (row: Row) =>
  Object.fromEntries(Object.entries(row).filter(([key]) => !DETAIL_ONLY.has(key)));

const asText = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value ?? ''));

const list = (resource: string, rows: readonly Row[], query: URLSearchParams): FakeAnswer => {
  const filter = JSON.parse(query.get('filter') ?? '{}') as Record<string, unknown>;
  const page = Number(query.get('page') ?? 1);
  const perPage = Number(query.get('perPage') ?? 25);
  const sort = query.get('sort');
  if (sort !== null && !SORTS[resource]?.includes(sort)) {
    return problem(400, 'REQUETE_INVALIDE', `Le tri « ${sort} » n’existe pas.`);
  }
  const sign = query.get('order') === 'DESC' ? -1 : 1;
  const found = rows
    .filter((row) => matches(row, filter))
    .sort(
      (a, b) =>
        sign * asText(a[sort ?? 'id']).localeCompare(asText(b[sort ?? 'id']), 'fr', { numeric: true }),
    );
  return {
    status: 200,
    body: { data: found.slice((page - 1) * perPage, page * perPage).map(withoutDetail), total: found.length },
  };
};

export const createFakeApi = () => {
  const state = buildState();
  const revue = createFakeRevue(state);
  const preferences = new Map<string, unknown>();
  const mesures = createFakeMesures();
  const mustChange = new Set<string>(['nouveau']);
  const accountOf = (identifiant: string) =>
    state.comptes.find((compte) => compte.identifiant === identifiant) ??
    (identifiant === 'nouveau'
      ? {
          id: 'compte-4',
          identifiant,
          nom: 'Nouveau compte',
          role: 'instructeur' as Role,
          academies: null,
          actif: true,
        }
      : undefined);
  const sessionOf = (identifiant: string): FakeAnswer => {
    const compte = accountOf(identifiant);
    if (!compte) return problem(401, 'SESSION_ABSENTE', 'Connectez-vous pour continuer.');
    const { id: compteId, nom, role, academies } = compte;
    return {
      status: 200,
      body: {
        compteId,
        identifiant,
        nom,
        role,
        academies,
        doitChangerMotDePasse: mustChange.has(identifiant),
      },
    };
  };

  const session = ({ method, path, body, session: signedIn }: FakeRequest): FakeAnswer | null => {
    if (path === '/session' && method === 'POST') {
      const { identifiant, motDePasse } = body as { identifiant: string; motDePasse: string };
      if (!accountOf(identifiant) || motDePasse !== 'concordance') {
        return problem(401, 'IDENTIFIANTS_INVALIDES', 'Identifiant ou mot de passe incorrect.');
      }
      return { ...sessionOf(identifiant), session: identifiant };
    }
    if (!signedIn) return problem(401, 'SESSION_ABSENTE', 'Connectez-vous pour continuer.');
    if (path === '/session' && method === 'GET') return sessionOf(signedIn);
    if (path === '/session' && method === 'DELETE') return { status: 204, session: null };
    if (path === '/session/preferences') {
      if (method === 'PUT') preferences.set(signedIn, body);
      return { status: 200, body: preferences.get(signedIn) ?? { raccourcis: null } };
    }
    if (path === '/session/mot-de-passe') {
      mustChange.delete(signedIn);
      return sessionOf(signedIn);
    }
    return null;
  };

  const advance = () => {
    const now = Date.now();
    for (const execution of state.executions.filter(
      ({ statut }) => statut === 'en_cours' || statut === 'en_attente',
    )) {
      const elapsed = (now - Date.parse(execution.creeeLe)) / 1000;
      const done = Math.min(execution.nbFormations, Math.floor(Math.max(0, elapsed - 1) * 26));
      Object.assign(execution, {
        statut: done === 0 ? 'en_attente' : 'en_cours',
        nbFormationsTraitees: done,
        debit: done === 0 ? null : 26,
        resteSecondes: done === 0 ? null : (execution.nbFormations - done) / 26,
      });
      if (done === execution.nbFormations) {
        Object.assign(execution, buildExecution(execution.id, 'terminee', execution.creeeLe), {
          file: { total: 43, ouverts: 0, terminee: false, erreur: null },
        });
      }
    }
    // Its queue then opens, some items at each look.
    for (const { file } of state.executions) {
      if (file === null || file.terminee) continue;
      file.ouverts = Math.min(file.total, file.ouverts + 15);
      file.terminee = file.ouverts === file.total;
    }
  };

  const dashboard = (): FakeAnswer => ({
    status: 200,
    body: {
      compteurs: state.campagnes[0]?.compteurs,
      motifs: [
        { motif: 'CODE_EXACT', n: 231 },
        { motif: 'LIBELLE_EXACT', n: 187 },
        { motif: 'CODE_PERIME', n: 41 },
        { motif: 'AMBIGU', n: 22 },
        { motif: 'PREMIERE_ANNEE_COMMUNE', n: 13 },
        { motif: 'AUCUN_CANDIDAT', n: 8 },
      ],
      aRevoir: state.revues.filter(({ statut }) => statut === 'a_traiter').length,
      decidees: state.revues.filter(({ statut }) => statut === 'decide').length,
      avancement: [
        { jour: '2026-11-18', aTraiter: 60, decidees: 0 },
        { jour: '2026-11-19', aTraiter: 41, decidees: 19 },
        { jour: '2026-11-21', aTraiter: state.revues.length, decidees: 48 },
      ],
      dernieresExecutions: [...state.executions].reverse().slice(0, 3),
      derniersImports: state.instantanes.slice(0, 5),
    },
  });

  const write = (
    request: FakeRequest,
    resource: string,
    id: string | undefined,
    verb: string | undefined,
  ): FakeAnswer => {
    if (resource === 'campagnes' && verb === 'executions') {
      const execution = buildExecution(
        `execution-${state.executions.length + 1}`,
        'en_attente',
        new Date().toISOString(),
      );
      state.executions.push(execution);
      return { status: 202, body: execution };
    }
    if (resource === 'campagnes' && verb === 'publication') {
      const campagne = state.campagnes.find((row) => row.id === id) ?? state.campagnes[0];
      if (campagne) campagne.executionPublieeId = (request.body as { executionId: string }).executionId;
      return { status: 200, body: campagne };
    }
    if (resource === 'campagnes' && verb === 'exports') return { status: 202, body: state.exports[0] };
    if (resource === 'collectes') {
      return { status: 202, body: commandeCollecte(state.collectes, id, verb, request.body) };
    }
    if (resource === 'imports') return { status: 202, body: { importId: 'import-3' } };
    if (resource === 'comptes' && verb === 'reinitialisation') {
      return { status: 201, body: { motDePasseProvisoire: 'brume-citron-42-falaise' } };
    }
    if (resource === 'comptes' && request.method === 'POST') {
      const compte = {
        id: `compte-${state.comptes.length + 1}`,
        actif: true,
        academies: null,
        creeLe: new Date().toISOString(),
        derniereConnexionLe: null,
        ...(request.body as { identifiant: string; nom: string; role: Role }),
      };
      if (state.comptes.some(({ identifiant }) => identifiant === compte.identifiant)) {
        const message = 'Cet identifiant est déjà pris.';
        return problem(409, 'IDENTIFIANT_PRIS', message, { errors: [{ champ: 'identifiant', message }] });
      }
      state.comptes.push(compte);
      return { status: 201, body: { ...compte, motDePasseProvisoire: 'brume-citron-42-falaise' } };
    }
    if (resource === 'comptes') {
      const compte = state.comptes.find((row) => row.id === id);
      Object.assign(compte ?? {}, request.body);
      return { status: 200, body: compte };
    }
    return problem(404, 'INTROUVABLE', `La fausse API ne connaît pas ${request.method} ${request.path}.`);
  };

  const handle = (request: FakeRequest): FakeAnswer => {
    const early = session(request);
    if (early) return early;
    advance();
    if (request.path === '/tableau-de-bord') return dashboard();
    const measured = mesures(request, accountOf(request.session ?? '')?.nom ?? '');
    if (measured) return measured;
    const couverture = answerCouverture(state, request);
    if (couverture) return couverture;
    const reviewed = revue(request, accountOf(request.session ?? '')?.nom ?? '');
    if (reviewed) return reviewed;
    const [resource = '', rawId, verb] = request.path.split('/').filter(Boolean).map(decodeURIComponent);
    if (request.method !== 'GET') return write(request, resource, rawId, verb);
    const analysed = compare(state, request) ?? analyse(state, request.path);
    if (analysed !== undefined) {
      return analysed === null ? problem(404, 'INTROUVABLE', 'Inconnu.') : { status: 200, body: analysed };
    }
    const rows = (state as Record<string, readonly unknown[]>)[resource] as readonly Row[] | undefined;
    if (!rows) return problem(404, 'INTROUVABLE', `La fausse API ne connaît pas ${request.path}.`);
    if (rawId === undefined) return list(resource, rows, request.query);
    const row = rows.find((candidate) => candidate.id === rawId);
    if (!row) return problem(404, 'INTROUVABLE', 'Cet élément n’existe pas.');
    if (resource !== 'revues') return { status: 200, body: row };
    const item = row as unknown as RevueDetail;
    return { status: 200, body: { ...item, suivanteId: suivante(state, item) } };
  };

  return { handle, state, campagneId: CAMPAGNE_ID };
};
