import { refused, type ContractAnswer, type Play } from '../contract-server.ts';
import { digits, generated, latin1Csv, without, type Cells } from './written-table.ts';

export interface BcnPlay {
  readonly play: Play;
  readonly credentials: Readonly<Record<string, string>>;
  /** Rows by table. */
  readonly tables: Record<string, Cells[]>;
  /** A column that the service stops giving. */
  missing: string | null;
  /** Requests that a token is good for. */
  tokenUses: number;
}

const CREDENTIALS = {
  BCN_IDENTIFIANT: 'extraction',
  BCN_MOT_DE_PASSE: 'mdp-secret-bcn',
  BCN_CLE_API: 'cle-secrete',
};

/** The BCN: CSV export by POST in latin1 with French dates, JSON API with login, lower-case columns and ISO dates. */
export function bcnPlay(rows = 40): BcnPlay {
  let token = 0;
  let uses = 0;
  const state: BcnPlay = {
    credentials: CREDENTIALS,
    tables: bcnTables(rows),
    missing: null,
    tokenUses: Number.POSITIVE_INFINITY,
    play: (request) => {
      const { pathname, searchParams } = request.url;
      if (pathname === '/bcn/index.php/export/CSV' && request.method === 'POST') {
        const found = rowsOf(searchParams.get('n') ?? '');
        if (found === null) return { status: 500, body: '<html>Erreur</html>' };
        return { headers: { 'content-type': 'text/csv' }, body: latin1Csv(found.map(frenchDates)) };
      }
      if (!pathname.startsWith('/bcnAPI/')) return null;
      if (request.headers['x-omogen-api-key'] !== CREDENTIALS.BCN_CLE_API) return refused(403);
      if (pathname === '/bcnAPI/auth/login-extraction') return login(request.body);
      if (request.headers['authorization'] !== `Bearer jeton-${String(token)}` || uses >= state.tokenUses) {
        return refused();
      }
      uses += 1;
      const found = rowsOf(pathname.split('/').at(-1) ?? '');
      return found === null ? { status: 404, body: {} } : { body: { data: found.map(apiRow) } };
    },
  };
  const rowsOf = (table: string): Cells[] | null => {
    const found = state.tables[table] ?? null;
    return found === null || state.missing === null ? found : without(found, state.missing);
  };
  const login = (body: string): ContractAnswer => {
    const { login: name, password } = JSON.parse(body) as Record<string, string>;
    if (name !== CREDENTIALS.BCN_IDENTIFIANT || password !== CREDENTIALS.BCN_MOT_DE_PASSE) return refused();
    token += 1;
    uses = 0;
    return { body: { token: `jeton-${String(token)}` } };
  };
  return state;
}

const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;

function frenchDates(row: Cells): Cells {
  return Object.fromEntries(
    Object.entries(row).map(([name, cell]) => [name, cell?.replace(DATE, '$3/$2/$1') ?? '']),
  );
}

function apiRow(row: Cells, rank: number): Record<string, unknown> {
  const cells = Object.entries(row).map(([name, cell]) => [
    name.toLowerCase(),
    cell === '' || cell === null ? null : cell.replace(DATE, '$& 00:00:00'),
  ]);
  return { ...Object.fromEntries(cells), id: rank, created_at: null, updated_at: null, statut_id: 1 };
}

function bcnTables(count: number): Record<string, Cells[]> {
  const diplome = (rank: number): Cells => ({
    FORMATION_DIPLOME: `400${digits(rank, 5)}`,
    NIVEAU_FORMATION_DIPLOME: '400',
    GROUPE_SPECIALITE: '255',
    LETTRE_SPECIALITE: 'S',
    LIBELLE_COURT: 'BAC PRO',
    LIBELLE_STAT_33: `ELECTRICITE ${String(rank)}`,
    LIBELLE_LONG_200: `MÉTIERS DE L'ÉLECTRICITÉ ${String(rank)} (BAC PRO)`,
    DATE_OUVERTURE: '2016-09-01',
    DATE_FERMETURE: rank % 5 === 0 ? '2024-08-31' : '',
    DATE_PREMIERE_SESSION: '2019',
    DATE_DERNIERE_SESSION: rank % 5 === 0 ? '2024' : '',
    DATE_INTERVENTION: '2025-03-12',
    NIVEAU_QUALIFICATION_RNCP: '04',
  });
  const chain = (rank: number): Cells => ({
    ...diplome(rank),
    ...Object.fromEntries(generated(7, (n) => [`ANCIEN_DIPLOME_${String(n + 1)}`, ''])),
    ...Object.fromEntries(
      generated(7, (n) => [
        `NOUVEAU_DIPLOME_${String(n + 1)}`,
        n === 0 && rank % 5 === 0 ? `400${digits(rank + 1, 5)}` : '',
      ]),
    ),
  });
  return {
    N_FORMATION_DIPLOME: generated(count, chain),
    V_FORMATION_DIPLOME: generated(count, diplome),
    N_MEF: generated(count * 2, (rank) => ({
      MEF: `247${digits(rank, 5)}3${String((rank % 3) + 1)}`,
      DISPOSITIF_FORMATION: '247',
      FORMATION_DIPLOME: `400${digits(rank % count, 5)}`,
      DUREE_DISPOSITIF: '3',
      ANNEE_DISPOSITIF: String((rank % 3) + 1),
      LIBELLE_COURT: `1PRO ${String(rank)}`,
      LIBELLE_LONG: `1ERE PRO MÉTIERS ${String(rank)}`,
      DATE_OUVERTURE: '2016-09-01',
      DATE_FERMETURE: '',
      DATE_INTERVENTION: '2025-03-12',
      MEF_STAT_11: `238100${digits(rank, 5)}`,
      MEF_STAT_9: `2381${digits(rank, 5)}`,
      LIBELLE_EDITION: `1ère pro métiers ${String(rank)}`,
    })),
    N_FORMATION_DIPLOME_ENQUETE_51: generated(count, (rank) => ({
      ...diplome(rank),
      DIPLOME_SISE: `25${digits(rank, 5)}`,
    })),
    N_DIPLOME_SISE: generated(count, (rank) => ({
      DIPLOME_SISE: `25${digits(rank, 5)}`,
      TYPE_DIPLOME_SISE: 'XB',
      LIBELLE_INTITULE_1: `DROIT DES AFFAIRES ${String(rank)}`,
      LIBELLE_INTITULE_2: 'PARCOURS À LA CARTE',
      SECTEUR_DISCIPLINAIRE_SISE: '01',
      DATE_OUVERTURE: '2021-09-01',
      DATE_FERMETURE: '',
      DATE_INTERVENTION: '2025-03-12',
    })),
    N_TYPE_DIPLOME_SISE: [
      {
        TYPE_DIPLOME_SISE: 'XB',
        LIBELLE_COURT: 'MASTER',
        LIBELLE_LONG: 'MASTER LMD',
        DATE_INTERVENTION: '2025-03-12',
      },
    ],
    N_DISPOSITIF_FORMATION: [
      {
        DISPOSITIF_FORMATION: '247',
        NIVEAU_FORMATION_DIPLOME: '400',
        LIBELLE_COURT: 'BAC PRO 3',
        LIBELLE_LONG: 'BACCALAURÉAT PROFESSIONNEL EN 3 ANS',
        DATE_OUVERTURE: '',
        DATE_FERMETURE: '',
      },
    ],
    N_LETTRE_SPECIALITE: [
      {
        LETTRE_SPECIALITE: 'S',
        LIBELLE_COURT: 'ELEC',
        LIBELLE_LONG: 'ÉLECTRICITÉ',
        DATE_OUVERTURE: '',
        DATE_FERMETURE: '',
      },
    ],
    N_GROUPE_FORMATION: [
      {
        GROUPE_FORMATION: 'G0003',
        TYPE_GROUPE_FORMATION: 'TG01',
        LIBELLE_COURT: 'CONSTRUCTION',
        LIBELLE_LONG: 'CONSTRUCTION DURABLE',
        LIBELLE_EDITION: 'Construction durable du bâtiment',
        DATE_OUVERTURE: '2019-09-01',
        DATE_FERMETURE: '',
      },
    ],
    N_LIEN_FORMATION_GROUPE: generated(count, (rank) => ({
      GROUPE_FORMATION: 'G0003',
      FORMATION_DIPLOME: `400${digits(rank, 5)}`,
      DATE_OUVERTURE: '2019-09-01',
      DATE_FERMETURE: '',
    })),
    N_NIVEAU_FORMATION_DIPLOME: [
      {
        NIVEAU_FORMATION_DIPLOME: '400',
        NIVEAU_INTERMINISTERIEL: '4',
        LIBELLE_COURT: 'BAC PRO',
        LIBELLE_100: 'BACCALAURÉAT PROFESSIONNEL',
        ANCIEN_NIVEAU: '',
        DATE_OUVERTURE: '',
        DATE_FERMETURE: '',
        DATE_INTERVENTION: '2025-03-12',
        NIVEAU_QUALIFICATION_RNCP: '04',
      },
    ],
  };
}
