// Development and tests only: the purposes of statistics about people.
import type { Finalite, Vitesse } from '../src/contract/finalite.ts';
import { problem, type FakeAnswer, type FakeRequest } from './fake-http.ts';

const vitesse = (finalite: Finalite): Vitesse => ({
  finalite,
  data: [{ jour: '2026-11-20', decisions: 42, medianeSecondes: 3.5 }],
  parPersonne: [{ compteId: 'compte-2', nom: 'Claire Martin', decisions: 42, medianeSecondes: 3.5 }],
});

/** Purposes are kept here: nothing else reads them. */
export const createFakeMesures = () => {
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
    const [resource] = request.path.split('/').filter(Boolean);
    if (resource === 'finalites') return answerFinalites(request, auteur);
    if (request.path !== '/statistiques/vitesse') return null;
    const finalite = active();
    return finalite
      ? { status: 200, body: vitesse(finalite) }
      : problem(422, 'FINALITE_NON_DECLAREE', 'Aucune finalité n’est déclarée.');
  };
};
