// Development and tests only: what differs between two exports, and the purposes of statistics about people.
import type { ComparaisonExports, EcartExport } from '../src/contract/comparaison-exports.ts';
import type { Finalite, Vitesse } from '../src/contract/finalite.ts';
import type { FakeState } from './fake-data.ts';
import { problem, type FakeAnswer, type FakeRequest } from './fake-http.ts';

const ecarts = (state: FakeState): EcartExport[] =>
  state.formations.slice(0, 3).map(({ identifiant, libelle, specialite }, index) => ({
    id: identifiant,
    libelle,
    specialite,
    genre: (['modifie', 'ajoute', 'retire'] as const)[index] ?? 'modifie',
    champs: [
      { champ: 'statut', avant: index === 1 ? null : 'a_verifier', apres: index === 2 ? null : 'apparie' },
      { champ: 'candidats', avant: [{}, {}], apres: [{}, {}] },
    ],
  }));

const comparaison = (state: FakeState): ComparaisonExports | null => {
  const apres = state.exports[0];
  if (!apres) return null;
  return {
    avant: { ...apres, id: 'export-0', creeLe: '2026-11-19T08:20:00Z' },
    apres,
    compteurs: { ajoute: 1, retire: 1, modifie: 1, identique: 309 },
    champs: [
      { champ: 'candidats', nombre: 1 },
      { champ: 'statut', nombre: 1 },
    ],
  };
};

const vitesse = (finalite: Finalite): Vitesse => ({
  finalite,
  data: [{ jour: '2026-11-20', decisions: 42, medianeSecondes: 3.5 }],
  parPersonne: [{ compteId: 'compte-2', nom: 'Claire Martin', decisions: 42, medianeSecondes: 3.5 }],
});

/** Purposes are kept here: nothing else reads them. */
export const createFakeMesures = (state: FakeState) => {
  const finalites: Finalite[] = [];
  const active = () => finalites.find(({ retireeLe }) => retireeLe === null);
  const answerFinalites = ({ method, path, body }: FakeRequest, auteur: string): FakeAnswer => {
    if (method === 'GET') return { status: 200, body: { data: finalites, total: finalites.length } };
    const found = active();
    if (method === 'DELETE') {
      if (!found || !path.endsWith(found.id)) return problem(404, 'FINALITE_INCONNUE', 'Inconnue.');
      found.retireeLe = new Date().toISOString();
      return { status: 204 };
    }
    if (found) return problem(409, 'FINALITE_DEJA_DECLAREE', 'Une finalité est déjà déclarée.');
    finalites.unshift({
      ...(body as Finalite),
      id: `finalite-${finalites.length + 1}`,
      declareePar: auteur,
      declareeLe: new Date().toISOString(),
      retireeLe: null,
    });
    return { status: 201, body: finalites[0] };
  };

  return (request: FakeRequest, auteur: string): FakeAnswer | null => {
    const [resource, , verb] = request.path.split('/').filter(Boolean);
    if (resource === 'exports' && verb === 'comparaison') return { status: 200, body: comparaison(state) };
    if (resource === 'exports' && verb === 'ecarts') {
      const genre = request.query.get('genre');
      const data = ecarts(state).filter((ecart) => genre === null || ecart.genre === genre);
      return { status: 200, body: { data, total: data.length } };
    }
    if (resource === 'finalites') return answerFinalites(request, auteur);
    if (request.path !== '/statistiques/vitesse') return null;
    const finalite = active();
    return finalite
      ? { status: 200, body: vitesse(finalite) }
      : problem(422, 'FINALITE_NON_DECLAREE', 'Aucune finalité n’est déclarée.');
  };
};
