import { refused, type Play } from '../contract-server.ts';
import { digits, generated, without, type Cells } from './written-table.ts';

export const CERTIFINFO_CREDENTIALS = { CERTIFINFO_JETON: 'jeton-secret-certifinfo' };

export interface CertifInfoOptions {
  readonly rows?: number;
  readonly missing?: string;
}

/** Certif Info: data.gouv's tabular API (pages of 50 at most) and the network's own API (token in a header). */
export function certifInfoPlay({ rows = 120, missing }: CertifInfoOptions = {}): Play {
  const all = generated(rows, openData);
  const given = missing === undefined ? all : without(all, missing);
  const list = generated(rows, listItem).map((item) =>
    missing === undefined
      ? item
      : Object.fromEntries(Object.entries(item).filter(([name]) => name !== missing)),
  );
  return ({ url, headers }) => {
    const { pathname, searchParams } = url;
    if (/^\/api\/resources\/[\w-]+\/data\/$/.test(pathname)) {
      const page = Number(searchParams.get('page'));
      const size = Number(searchParams.get('page_size'));
      if (size > 50) return { status: 400, body: { errors: [{ title: 'page_size' }] } };
      const data = given
        .slice((page - 1) * size, page * size)
        .map((row, rank) => ({ __id: (page - 1) * size + rank + 1, ...row }));
      const next =
        page * size < given.length ? `https://ailleurs.example/data/?page=${String(page + 1)}` : null;
      return {
        body: {
          data,
          links: { profile: '', swagger: '', next, prev: null },
          meta: { page, page_size: size, total: given.length },
        },
      };
    }
    if (pathname !== '/recherche') return null;
    if (headers['token-connexion'] !== CERTIFINFO_CREDENTIALS.CERTIFINFO_JETON) return refused(403);
    const page = Number(searchParams.get('page_num'));
    const size = Number(searchParams.get('page_size'));
    return { body: { data: list.slice((page - 1) * size, page * size) } };
  };
}

function openData(rank: number): Cells {
  return {
    Code_Diplome: digits(50_000 + rank, 5),
    Libelle_Diplome: `Titre professionnel d'électricien n°${String(rank)}`,
    Libelle_Type_Diplome: 'titre professionnel',
    Code_Niveau_Europeen: '3',
    Date_MaJ: '2026-10-02',
    Code_RNCP: String(30_000 + rank),
    Code_RS: null,
    Code_Scolarité: `500${digits(rank, 5)}`,
    valideur: null,
    certificateur: "Ministère chargé de l'emploi",
    Annee_Premiere_Session: '2020',
    Annee_Derniere_Session: null,
    Code_Ancien_Diplome: rank % 4 === 0 ? digits(40_000 + rank, 5) : null,
    Code_Ancien_RNCP: null,
    Code_Ancien_Scolarité: null,
    Etat: '1',
    Etat_Libelle: 'Publiée',
    accessibilite_fi: '1',
    accessibilite_ca: '2',
    codeIdeo2: null,
  };
}

function listItem(rank: number): Record<string, unknown> {
  return {
    certifinfo_code: 50_000 + rank,
    certifinfo_intitule: `Titre professionnel d'électricien n°${String(rank)}`,
    niveau_europeen_code: 3,
    rncp_code: `RNCP${String(30_000 + rank)}`,
    rs_code: [],
  };
}
