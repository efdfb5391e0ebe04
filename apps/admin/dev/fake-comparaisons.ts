// Development and tests only: what differs between two runs, two exports, two snapshots of a table.
import type { ComparaisonExecutions, EcartExecution } from '../src/contract/comparaison-executions.ts';
import type { ComparaisonExports, EcartExport } from '../src/contract/comparaison-exports.ts';
import type { Changement, Comparaison } from '../src/contract/instantane.ts';
import type { FakeState } from './fake-data.ts';
import type { FakeRequest } from './fake-http.ts';

const answer = (
  statut: 'apparie' | 'a_verifier',
  codeCertification: string,
  libelle: string,
  confiance: number,
) => ({
  statut,
  codeCertification,
  libelle,
  confiance,
});

const ecartsExecutions = (state: FakeState): EcartExecution[] =>
  state.formations.slice(0, 3).map(({ id, identifiant, libelle, specialite }, index) => ({
    id,
    identifiant,
    libelle,
    specialite,
    genre: index === 0 ? 'changee' : 'gagnee',
    avant: answer(index === 0 ? 'apparie' : 'a_verifier', 'CFD:32031310', 'Négociation', 0.71),
    apres: answer('apparie', 'CFD:32031309', 'Management commercial opérationnel', 0.97),
  }));

const executions = (state: FakeState): ComparaisonExecutions | null => {
  const [avant, apres] = [state.executions[0], state.executions.at(-1)];
  if (!avant || !apres) return null;
  return {
    avant,
    apres: { ...apres, risque: 0.02 },
    compteurs: { gagnee: 2, perdue: 0, changee: 1, deplacee: 0, identique: avant.nbFormations - 3 },
    transitions: [{ avant: 'apparie', apres: 'apparie', n: avant.nbFormations - 2 }],
  };
};

const ecartsExports = (state: FakeState): EcartExport[] =>
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

const exports = (state: FakeState): ComparaisonExports | null => {
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

const CHANGEMENTS: Changement[] = [
  {
    cle: '32031309',
    genre: 'modifie',
    champs: [
      {
        champ: 'libelleCourt',
        avant: 'MANAGEMENT COMM.OPERATIONNEL',
        apres: 'MANAGEMENT COMMERCIAL OPERATIONNEL',
      },
      { champ: 'dateFermeture', avant: null, apres: '2028-08-31' },
    ],
  },
  {
    cle: '32031310',
    genre: 'retire',
    champs: [{ champ: 'libelleCourt', avant: 'NEGOCIATION', apres: null }],
  },
  { cle: '46334501', genre: 'ajoute', champs: [{ champ: 'libelleCourt', avant: null, apres: 'ANIMATION' }] },
];

/** The snapshot of the address, and the same one a year older. */
const instantanes = (state: FakeState, id: string): Comparaison | null => {
  const apres = state.instantanes.find((one) => one.id === id);
  const execution = state.executions[0];
  if (!apres || !execution) return null;
  return {
    avant: { ...apres, id: `${id}-avant`, millesime: '2024-09', importeLe: '2025-11-20T08:12:00Z' },
    apres,
    compteurs: { ajoutees: 1, retirees: 1, modifiees: 1, identiques: apres.acceptees - 2 },
    touches: [
      {
        campagneId: execution.campagneId,
        campagneNom: execution.campagneNom,
        executionId: execution.id,
        nbFormations: execution.nbFormations,
        retenues: 1,
        candidates: 4,
      },
    ],
  };
};

/** The answer to a question of comparison, undefined where it is none. */
export const compare = (state: FakeState, { path, query }: FakeRequest): unknown => {
  const [resource, id = '', verb] = path.split('/').filter(Boolean).map(decodeURIComponent);
  const genre = query.get('genre');
  const page = (all: readonly { genre: string }[]) => {
    const data = all.filter((one) => genre === null || one.genre === genre);
    return { data, total: data.length };
  };
  switch (`${resource ?? ''} ${verb ?? ''}`) {
    case 'executions comparaison':
      return executions(state);
    case 'executions ecarts':
      return page(ecartsExecutions(state));
    case 'exports comparaison':
      return exports(state);
    case 'exports ecarts':
      return page(ecartsExports(state));
    case 'instantanes comparaison':
      return instantanes(state, id);
    case 'instantanes changements':
      return page(CHANGEMENTS);
    default:
      return undefined;
  }
};
