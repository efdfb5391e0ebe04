import { refused, type Play } from '../contract-server.ts';
import { digits, generated } from './written-table.ts';

export const CATALOGUE_CREDENTIALS = {
  CATALOGUE_APPRENTISSAGE_IDENTIFIANT: 'equipe-catalogue',
  CATALOGUE_APPRENTISSAGE_MOT_DE_PASSE: 'mdp-secret-catalogue',
};

export interface CatalogueOptions {
  readonly rows?: number;
  readonly missing?: string;
}

/** The catalogue de l'apprentissage: login that gives a cookie, pages whose number comes back as a text. */
export function cataloguePlay({ rows = 450, missing }: CatalogueOptions = {}): Play {
  const all = generated(rows, (rank) =>
    Object.fromEntries(Object.entries(formation(rank)).filter(([name]) => name !== missing)),
  );
  return ({ method, url, headers, body }) => {
    const { pathname, searchParams } = url;
    if (pathname === '/api/v1/auth/login' && method === 'POST') {
      const { username, password } = JSON.parse(body) as Record<string, string>;
      const known =
        username === CATALOGUE_CREDENTIALS.CATALOGUE_APPRENTISSAGE_IDENTIFIANT &&
        password === CATALOGUE_CREDENTIALS.CATALOGUE_APPRENTISSAGE_MOT_DE_PASSE;
      if (!known) return refused();
      return { headers: { 'set-cookie': ['session=abc; Path=/; HttpOnly', 'lang=fr; Path=/'] }, body: 'OK' };
    }
    if (pathname !== '/api/v1/entity/formations') return null;
    if (!(headers['cookie'] ?? '').includes('session=abc')) return refused();
    JSON.parse(searchParams.get('query') ?? '{}');
    const page = Number(searchParams.get('page'));
    const limit = Number(searchParams.get('limit'));
    return {
      body: {
        formations: all.slice((page - 1) * limit, page * limit),
        pagination: {
          page: String(page),
          resultats_par_page: limit,
          nombre_de_page: Math.ceil(all.length / limit),
          total: all.length,
        },
      },
    };
  };
}

function formation(rank: number): Record<string, unknown> {
  return {
    _id: `5fc6166c712d48a9881333${digits(rank, 2)}`,
    cle_ministere_educatif: `101249P01${digits(rank, 6)}`,
    cfd: `400${digits(rank, 5)}`,
    cfd_entree: `400${digits(rank, 5)}`,
    cfd_outdated: false,
    rncp_code: `RNCP${String(20_000 + rank)}`,
    intitule_long: `MÉTIERS DE L'ÉLECTRICITÉ ${String(rank)} (BAC PRO)`,
    intitule_court: 'MELEC',
    diplome: 'BAC PROFESSIONNEL',
    niveau: '4 (BAC...)',
    duree: '3',
    annee: 'X',
    bcn_mefs_10: [{ mef10: `247${digits(rank, 5)}31`, modalite: { duree: '3', annee: '1' } }],
    uai_formation: '0750000T',
    etablissement_formateur_certifie_qualite: true,
    nom_academie: 'Paris',
    localite: 'Paris',
    published: true,
    parcoursup_statut: 'publié',
    affelnet_statut: 'hors périmètre',
    date_debut: ['2026-09-01T00:00:00.000Z'],
    date_fin: ['2029-06-30T00:00:00.000Z'],
    geo_coordonnees_etablissement_formateur: '-0.564629,44.886959',
  };
}
