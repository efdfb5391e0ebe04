// Development and tests only: a coverage report and perimeter rules, as the API gives them.
import type { RapportCouverture } from '../src/contract/couverture.ts';
import type { ReglePerimetre } from '../src/contract/perimetre.ts';
import type { FakeAnswer, FakeRequest } from './fake-http.ts';
import type { FakeState } from './fake-data.ts';

const ETATS = [
  'Couvert',
  'Non couvert - Première année commune',
  'Non couvert - Sous le seuil de 20 élèves',
  'Non couvert - Nouvelle formation',
  'Non couvert - UAI Inconnu',
  'Non couvert - code certification inconnu',
  'Non couvert - Sans raison évidente',
];
const TYPES = [
  ['BTS - Services', 198],
  ['BTS - Production', 106],
  ['BTS - Agricole', 31],
  ['Licence - Sciences humaines et sociales', 24],
  ['Certificat de Spécialisation', 16],
  ['BUT - Production', 9],
  ['Formation professionnelle', 8],
  ['D.E secteur sanitaire', 5],
] as const;

/** Splits a total among the states, differently for each group and always to the same sum. */
const split = (total: number, seed: number) => {
  const shares = ETATS.map((_, index) => (index === 0 ? 9 : ((seed + 3) * (index + 2)) % 5));
  const all = shares.reduce((sum, each) => sum + each, 0);
  const counts = shares.map((each) => Math.floor((each / all) * total));
  counts[0] = (counts[0] ?? 0) + total - counts.reduce((sum, each) => sum + each, 0);
  return ETATS.map((etat, index) => ({ etat, n: counts[index] ?? 0 })).filter(({ n }) => n > 0);
};

const couvertOf = (etats: { etat: string; n: number }[]): number =>
  etats.find(({ etat }) => etat === 'Couvert')?.n ?? 0;

const report = (state: FakeState, query: URLSearchParams): RapportCouverture => {
  const campagne = state.campagnes.find(({ id }) => id === query.get('campagneId')) ?? state.campagnes[0];
  const avec = query.get('avec');
  const groupes = TYPES.map(([cle, total], index) => {
    const etats = split(total, index);
    const couvert = couvertOf(etats);
    const before = Math.max(0, couvert - index);
    return {
      cle,
      libelle: cle,
      total,
      couvert,
      etats,
      comparaison: avec
        ? { total, couvert: before, ecartPoints: Math.round((index / total) * 1000) / 10 }
        : null,
    };
  });
  const etats = ETATS.map((etat) => ({
    etat,
    n: groupes.reduce((sum, each) => sum + (each.etats.find((one) => one.etat === etat)?.n ?? 0), 0),
  })).filter(({ n }) => n > 0);
  const total = groupes.reduce((sum, each) => sum + each.total, 0);
  const couvert = couvertOf(etats);
  return {
    etat: 'a_jour',
    executionId: query.get('executionId') ?? state.executions[0]?.id ?? '',
    campagneId: campagne?.id ?? '',
    campagneNom: campagne?.nom ?? '',
    derniere: query.get('executionId') === null,
    calculeeLe: '2026-11-20T10:00:00Z',
    moment: (query.get('moment') ?? 'revue') as RapportCouverture['moment'],
    poids: (query.get('poids') ?? 'formations') as RapportCouverture['poids'],
    groupe: (query.get('groupe') ?? 'type') as RapportCouverture['groupe'],
    total,
    couvert,
    etats,
    moments: [
      { moment: 'codes', total, couvert: Math.round(couvert * 0.5) },
      { moment: 'concordance', total, couvert: Math.round(couvert * 0.8) },
      { moment: 'revue', total, couvert },
    ],
    groupes,
    comparaison:
      avec === null
        ? null
        : {
            executionId: 'execution-0',
            campagneNom: campagne?.nom ?? '',
            termineeLe: '2026-10-20T10:00:00Z',
            total,
            couvert: couvert - 12,
            ecartPoints: 3,
            etats: etats.map((compte, index) => ({
              ...compte,
              avant: compte.n + index - 3,
              ecart: 3 - index,
            })),
          },
    facettes: {
      perimetres: [
        { cle: 'dans', libelle: 'Dans le périmètre', n: 310 },
        { cle: 'hors', libelle: 'Hors périmètre', n: 87 },
      ],
      academies: [
        { cle: '10', libelle: 'Lyon', n: 40 },
        { cle: '12', libelle: 'Nancy-Metz', n: 58 },
      ],
      filieres: [
        { cle: 'apprentissage', libelle: 'Apprentissage', n: 120 },
        { cle: 'scolaire', libelle: 'Scolaire', n: 277 },
      ],
      types: TYPES.map(([cle, n]) => ({ cle, libelle: cle, n })),
    },
  };
};

const REGLE: ReglePerimetre = {
  id: 'regle-1',
  version: 2,
  nom: 'BTS par la voie scolaire',
  plateforme: 'parcoursup',
  typeDiplome: 'BTS',
  filiere: 'scolaire',
  niveau: null,
  conditionIntegration: 'doit_integrer',
  condition: {
    type: 'et',
    conditions: [{ type: 'test', champ: 'capacite', operateur: 'superieur', valeur: 5 }],
  },
  nomCondition: null,
  priorite: 10,
  derogations: { '10': 'ne_doit_pas_integrer' },
  supprimeeLe: null,
  creeLe: '2026-11-01T08:00:00Z',
  modifieeLe: '2026-11-12T08:00:00Z',
  modifieePar: 'Administratrice',
};

const regles: ReglePerimetre[] = [REGLE];

const historique = [
  { acte: 'derogation', version: 2, academie: '10', avant: { ...REGLE, derogations: {} }, apres: REGLE },
  { acte: 'creation', version: 1, academie: null, avant: null, apres: { ...REGLE, derogations: {} } },
].map((ligne) => ({
  id: String(ligne.version),
  auteur: REGLE.modifieePar,
  creeLe: REGLE.modifieeLe,
  ...ligne,
}));

/** The answer to what concerns coverage and rules; undefined for any other request. */
export const answerCouverture = (state: FakeState, request: FakeRequest): FakeAnswer | undefined => {
  const { path, method, query } = request;
  if (path === '/couverture') return { status: 200, body: report(state, query) };
  const [resource, id, verb] = path.split('/').filter(Boolean);
  if (resource !== 'regles-perimetre') return undefined;
  if (id === 'valeurs') {
    return {
      status: 200,
      body: {
        types: TYPES.map(([valeur, n]) => ({ valeur, n })),
        familles: [{ valeur: 'bts', n: 335 }],
        academies: [
          { code: '10', nom: 'Lyon' },
          { code: '12', nom: 'Nancy-Metz' },
        ],
      },
    };
  }
  if (id === 'compte') {
    const compte = {
      total: 397,
      formations: 277,
      places: 7_120,
      voeux: 61_340,
      decidees: 260,
      entrent: 12,
      sortent: 3,
    };
    return { status: 200, body: { data: [{ campagneId: 'c', campagneNom: 'Parcoursup 2026', ...compte }] } };
  }
  if (verb === 'historique') return { status: 200, body: { data: historique, total: historique.length } };
  if (method === 'GET' && id === undefined)
    return { status: 200, body: { data: regles, total: regles.length } };
  const regle = regles.find((each) => each.id === id) ?? {
    ...REGLE,
    id: `regle-${regles.length + 1}`,
    version: 0,
  };
  if (method !== 'GET') {
    Object.assign(regle, verb === undefined ? request.body : {}, { version: regle.version + 1 });
    if (!regles.includes(regle)) regles.push(regle);
  }
  return { status: method === 'POST' && id === undefined ? 201 : 200, body: regle };
};
