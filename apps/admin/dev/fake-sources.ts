// Development and tests only: sources, their imports by API and their schedules.
import type { Collecte, Source } from '../src/contract/collecte.ts';
import type { Planification } from '../src/contract/planification.ts';

const AUCUN = { parametres: [], identifiants: [], reglages: [], manquants: [], suppose: [] };

const sources = (): Source[] => [
  {
    id: 'bcn',
    libelle: 'Base centrale des nomenclatures',
    cadence: 'au fil des arrêtés, extraction mensuelle conseillée',
    connecteur: { ...AUCUN, parametres: ['tables'] },
  },
  {
    id: 'inserjeunes',
    libelle: 'InserJeunes : devenir des sortants du CAP au BTS, voie scolaire et apprentissage',
    cadence: 'trois mises à jour par an',
    connecteur: {
      ...AUCUN,
      parametres: ['millesimes', 'uais'],
      manquants: ['INSERJEUNES_IDENTIFIANT', 'INSERJEUNES_MOT_DE_PASSE'],
    },
  },
  { id: 'acce', libelle: 'Annuaire des établissements (ACCE)', cadence: 'quotidienne', connecteur: null },
];

const collecte = (id: string, more: Partial<Collecte>): Collecte => ({
  id,
  source: 'bcn',
  statut: 'terminee',
  etape: null,
  faites: 11,
  total: 11,
  lignes: 0,
  refusees: 0,
  resteMs: 0,
  message: null,
  attenteJusqua: null,
  parametres: {},
  instantanes: [],
  planificationId: null,
  auteur: 'Claire Martin',
  creeLe: '2026-11-20T06:00:00Z',
  demarreLe: '2026-11-20T06:00:00Z',
  termineLe: '2026-11-20T06:04:00Z',
  ...more,
});

const collectes = (): Collecte[] => [
  collecte('collecte-1', {
    message: 'nouveau : n_mef ; inchangé depuis la dernière fois : 10 réponses ; à confirmer : n_mef',
    instantanes: [
      { id: 'instantane-1', nom: 'N_MEF.csv', table: 'n_mef', statut: 'a_confirmer', lignes: 34_307 },
    ],
    auteur: 'planification « BCN du lundi »',
  }),
  collecte('collecte-2', {
    source: 'inserjeunes',
    statut: 'en_cours',
    etape: 'InserJeunes, UAI 0751234J, 2023_2024',
    faites: 1_240,
    total: 3_912,
    lignes: 18_422,
    refusees: 61,
    resteMs: 534_000,
    parametres: { millesimes: ['2023_2024'] },
    creeLe: '2026-11-21T09:00:00Z',
    termineLe: null,
  }),
  collecte('collecte-3', {
    source: 'certif-info',
    statut: 'en_attente',
    etape: 'Certif Info, toutes les certifications',
    faites: 0,
    total: 1,
    lignes: 450,
    resteMs: null,
    attenteJusqua: '2026-11-21T11:30:00Z',
    message: 'certif-info : trop de requêtes, le service demande de patienter (attente demandée : 3600 s).',
    creeLe: '2026-11-21T09:30:00Z',
    termineLe: null,
  }),
  collecte('collecte-4', {
    source: 'quiforme',
    statut: 'echouee',
    faites: 0,
    total: null,
    resteMs: null,
    message: 'quiforme : accès refusé (HTTP 401), vérifiez les identifiants et les droits.',
    creeLe: '2026-11-19T09:30:00Z',
  }),
];

const planification = (id: string, more: Partial<Planification>): Planification => ({
  id,
  nom: 'BCN du lundi',
  genre: 'connecteur',
  source: 'bcn',
  chemin: null,
  parametres: {},
  collecteId: 'collecte-1',
  cron: '0 6 * * 1',
  actif: true,
  prochaine: '2026-11-23T05:00:00Z',
  enRetard: false,
  dernierResultat: 'succes',
  dernierMessage: 'nouveau : n_mef',
  derniereExecutionLe: '2026-11-20T06:00:00Z',
  dernierSuccesLe: '2026-11-20T06:04:00Z',
  creeLe: '2026-11-01T06:00:00Z',
  ...more,
});

const planifications = (): Planification[] => [
  planification('planification-1', {}),
  planification('planification-2', {
    nom: 'InserJeunes du trimestre',
    source: 'inserjeunes',
    parametres: { millesimes: ['2023_2024'] },
    collecteId: 'collecte-2',
    cron: '0 2 1 */3 *',
    dernierResultat: 'en_cours',
    dernierMessage: null,
  }),
  planification('planification-3', {
    nom: 'Annuaire déposé',
    genre: 'dossier',
    source: 'acce',
    chemin: 'acce',
    collecteId: null,
    enRetard: true,
    dernierResultat: 'echec',
    dernierMessage: 'acce n’existe pas dans le dossier de dépôt',
  }),
];

export const buildSources = () => ({
  sources: sources(),
  collectes: collectes(),
  planifications: planifications(),
});

/** What a command does to an import by API; undefined for another resource. */
export const commandeCollecte = (
  rows: Collecte[],
  id: string | undefined,
  verb: string | undefined,
  body: unknown,
): Collecte | undefined => {
  if (id === undefined) {
    const { source } = body as { source: string };
    const created = collecte(`collecte-${rows.length + 1}`, {
      source,
      statut: 'en_attente',
      faites: 0,
      total: null,
      resteMs: null,
      termineLe: null,
    });
    rows.push(created);
    return created;
  }
  const row = rows.find((candidate) => candidate.id === id);
  if (row) row.statut = verb === 'annulation' ? 'annulee' : 'en_attente';
  return row;
};
