// Development and tests only: the state the fake API answers from, made anew for each server or test.
import type { Campagne, Execution, ExportJson, ImportFichier, Instantane } from '../src/contract/campagne.ts';
import type { Compte } from '../src/contract/session.ts';
import { CAMPAGNE_ID, EXECUTION_ID, buildFormations, buildRevues } from './fake-campagne.ts';
import { ALERTES, ETABLISSEMENTS, FORMATIONS_ALERTEES } from './fake-etablissements.ts';
import { certifications } from './fake-referentiel.ts';
import { buildSources } from './fake-sources.ts';

const SHA = 'a3f1c2d4e5b60718293a4b5c6d7e8f90112233445566778899aabbccddeeff00';
const CATALOGUE_ID = 'c0ffee00-0000-4000-8000-0000000d0001';

const instantanes: Instantane[] = [
  ['catalogue', 'Catalogue Parcoursup', 'parcoursup_2026.csv', 'utf-8', 312, 311, 1],
  [
    'n_formation_diplome',
    'BCN, N_FORMATION_DIPLOME',
    'n_formation_diplome.csv',
    'windows-1252',
    18_241,
    18_241,
    0,
  ],
  ['n_mef', 'BCN, N_MEF', 'n_mef.csv', 'windows-1252', 34_310, 34_307, 3],
  ['n_diplome_sise', 'N_DIPLOME_SISE', 'n_diplome_sise.csv', 'macintosh', 9_120, 9_120, 0],
].map(([table, tableLibelle, nom, encodage, lignes, acceptees, refusees], index) => ({
  id: `c0ffee00-0000-4000-8000-0000000d000${index + 1}`,
  table: String(table),
  tableLibelle: String(tableLibelle),
  nom: String(nom),
  origine: `samples/${String(nom)}`,
  sha256: SHA,
  octets: Number(lignes) * 118,
  encodage: String(encodage),
  millesime: index === 0 ? '2026' : '2025-09',
  lignes: Number(lignes),
  acceptees: Number(acceptees),
  refusees: Number(refusees),
  statut: 'utilisable',
  ecart: null,
  importeLe: '2026-11-20T08:12:00Z',
  importePar: 'Premier démarrage',
  colonnesInconnues: index === 2 ? ['COLONNE_NOUVELLE'] : [],
}));

const lignesRefusees = [
  {
    ligne: 118,
    colonne: 'MEF',
    motif: 'CODE_MAL_FORME',
    message: 'Ligne 118 : la colonne MEF « 2473101 » n’a pas 10 chiffres.',
    extrait: '2473101;2NDE PRO;…',
  },
  {
    ligne: 9_204,
    colonne: 'DATE_FERMETURE',
    motif: 'DATE_INVALIDE',
    message: 'Ligne 9 204 : la colonne DATE_FERMETURE « 31/02/2019 » n’est pas une date.',
    extrait: '…;31/02/2019',
  },
  {
    ligne: 20_077,
    colonne: null,
    motif: 'NOMBRE_DE_COLONNES',
    message: 'Ligne 20 077 : 11 colonnes au lieu de 24.',
    extrait: '2432550521;TERM PRO',
  },
].map((ligne, index) => ({ ...ligne, id: `rejet-${index + 1}`, instantaneId: instantanes[2]?.id }));

export const buildExecution = (id: string, statut: Execution['statut'], creeeLe: string): Execution => ({
  id,
  campagneId: CAMPAGNE_ID,
  campagneNom: 'Parcoursup, échantillon 2026',
  statut,
  creeeLe,
  demarreeLe: statut === 'en_attente' ? null : creeeLe,
  termineeLe: statut === 'terminee' ? new Date(Date.parse(creeeLe) + 8_400).toISOString() : null,
  modele: 'regles-1',
  risque: 0.01,
  seuil: 0.92,
  rentree: '2026-09-01',
  instantanes: instantanes.map(({ id: instantaneId, table, nom, millesime }) => ({
    id: instantaneId,
    table,
    nom,
    millesime,
  })),
  nbLots: 4,
  nbLotsTermines: statut === 'terminee' ? 4 : 0,
  nbSignatures: 192,
  nbSignaturesTraitees: statut === 'terminee' ? 192 : 0,
  nbFormations: 311,
  nbFormationsTraitees: statut === 'terminee' ? 311 : 0,
  debit: null,
  resteSecondes: null,
  compteurs: statut === 'terminee' ? { apparie: 268, aVerifier: 35, sansCorrespondance: 8 } : null,
  erreur: null,
  file: statut === 'terminee' ? { total: 43, ouverts: 43, terminee: true, erreur: null } : null,
});

export const buildState = () => {
  const revues = buildRevues();
  const campagnes: Campagne[] = [
    {
      id: CAMPAGNE_ID,
      nom: 'Parcoursup, échantillon 2026',
      plateforme: 'parcoursup',
      rentree: '2026-09-01',
      creeeLe: '2026-11-20T08:15:00Z',
      nbFormations: 311,
      nbSignatures: 192,
      catalogueId: CATALOGUE_ID,
      derniereExecutionId: EXECUTION_ID,
      derniereTermineeId: EXECUTION_ID,
      executionPublieeId: null,
      nbARevoir: revues.length,
      compteurs: { apparie: 268, aVerifier: 35, sansCorrespondance: 8, decides: 0 },
    },
    {
      id: 'c0ffee00-0000-4000-8000-000000000002',
      nom: 'Affelnet, échantillon 2026',
      plateforme: 'affelnet',
      rentree: '2026-09-01',
      creeeLe: '2026-11-20T08:16:00Z',
      nbFormations: 124,
      nbSignatures: 97,
      catalogueId: CATALOGUE_ID,
      derniereExecutionId: null,
      derniereTermineeId: null,
      executionPublieeId: null,
      nbARevoir: 0,
      compteurs: null,
    },
  ];
  const imports: ImportFichier[] = instantanes.map(
    ({ id, nom, table, lignes, refusees, importeLe }, index) => ({
      id: `import-${index + 1}`,
      statut: 'terminee',
      nom,
      table,
      lignes,
      refusees,
      instantaneId: id,
      instantaneStatut: 'utilisable',
      instantanes: [{ id, table, statut: 'utilisable', lignes, refusees }],
      erreur: null,
      creeLe: importeLe,
      termineLe: importeLe,
      auteur: 'Premier démarrage',
    }),
  );
  imports.push({
    id: 'import-9',
    statut: 'echouee',
    nom: 'photo.csv',
    table: null,
    lignes: null,
    refusees: null,
    instantaneId: null,
    instantaneStatut: null,
    instantanes: [],
    erreur: 'photo.csv : ce fichier est une image, pas un tableau de valeurs séparées.',
    creeLe: '2026-11-20T09:01:00Z',
    termineLe: '2026-11-20T09:01:01Z',
    auteur: 'Claire Martin',
  });
  const exports: ExportJson[] = [
    {
      id: 'export-1',
      campagneId: CAMPAGNE_ID,
      campagneNom: 'Parcoursup, échantillon 2026',
      plateforme: 'parcoursup',
      executionId: EXECUTION_ID,
      statut: 'terminee',
      creeLe: '2026-11-20T08:20:00Z',
      nbFormations: 311,
      octets: 412_340,
      sha256: SHA,
      fichiers: [
        { nom: 'formations.json', octets: 301_200, sha256: SHA },
        { nom: 'formations.ndjson', octets: 104_040, sha256: SHA },
        { nom: 'schema.json', octets: 5_100, sha256: SHA },
        { nom: 'manifeste.json', octets: 2_000, sha256: SHA },
      ],
      erreur: null,
    },
  ];
  const comptes: Compte[] = [
    {
      id: 'compte-1',
      identifiant: 'admin',
      nom: 'Claire Martin',
      role: 'administrateur',
      academies: null,
      actif: true,
      creeLe: '2026-11-20T08:10:00Z',
      derniereConnexionLe: '2026-11-21T07:58:00Z',
    },
    {
      id: 'compte-2',
      identifiant: 'instructeur',
      nom: 'Karim Benali',
      role: 'instructeur',
      academies: ['Lyon', 'Grenoble'],
      actif: true,
      creeLe: '2026-11-20T09:00:00Z',
      derniereConnexionLe: null,
    },
    {
      id: 'compte-3',
      identifiant: 'lecteur',
      nom: 'Anne Le Goff',
      role: 'lecteur',
      academies: null,
      actif: false,
      creeLe: '2026-11-20T09:05:00Z',
      derniereConnexionLe: null,
    },
  ];
  const journal = [
    ['compte.cree', 'Compte « instructeur » créé.', 'Claire Martin', '2026-11-20T09:00:00Z'],
    [
      'execution.terminee',
      'Appariement de « Parcoursup, échantillon 2026 » terminé : 268 appariées, 35 à vérifier, 8 sans correspondance.',
      null,
      '2026-11-20T08:16:20Z',
    ],
    [
      'import.termine',
      'n_mef.csv importé : 34 307 lignes acceptées, 3 refusées.',
      'Premier démarrage',
      '2026-11-20T08:12:00Z',
    ],
  ].map(([type, message, auteur, creeLe], index) => ({
    id: `evenement-${index}`,
    type,
    message,
    auteur,
    creeLe,
    details: {},
  }));
  return {
    campagnes,
    executions: [
      buildExecution('execution-0', 'terminee', '2026-11-19T17:02:00Z'),
      buildExecution(EXECUTION_ID, 'terminee', '2026-11-20T08:16:00Z'),
    ],
    formations: buildFormations(revues),
    revues,
    certifications,
    instantanes,
    'lignes-refusees': lignesRefusees,
    imports,
    exports,
    comptes,
    journal,
    etablissements: ETABLISSEMENTS,
    alertes: ALERTES,
    'alertes-formations': FORMATIONS_ALERTEES,
    ...buildSources(),
  };
};
export type FakeState = ReturnType<typeof buildState>;
