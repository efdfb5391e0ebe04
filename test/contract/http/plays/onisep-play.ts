import { refused, type Play } from '../contract-server.ts';
import { csvText, digits, generated, without, type Cells } from './written-table.ts';

/** The passage table and the Idéo formations, by their identifiers on the portal. */
const DATASETS: Readonly<Record<string, (rank: number) => Cells>> = {
  '6152ccdf850ef': passage,
  '5fa591127f501': ideo,
};

export const ONISEP_CREDENTIALS = {
  ONISEP_IDENTIFIANT: 'equipe@example.fr',
  ONISEP_MOT_DE_PASSE: 'mdp-secret-onisep',
  ONISEP_APPLICATION: 'application-7',
};

export interface OnisepOptions {
  readonly rows?: number;
  readonly missing?: string;
}

/** Onisep's open data: a dump for everybody, a search paged by row offset for those who log in. */
export function onisepPlay({ rows = 2500, missing }: OnisepOptions = {}): Play {
  const given = Object.fromEntries(
    Object.entries(DATASETS).map(([id, row]) => {
      const all = generated(rows, row);
      return [id, missing === undefined ? all : without(all, missing)] as const;
    }),
  );
  return ({ method, url, headers, body }) => {
    const { pathname, searchParams } = url;
    const dump = given[/^\/downloads\/(\w+)\/\1\.csv$/.exec(pathname)?.[1] ?? ''];
    if (dump !== undefined) {
      const etag = '"passage-2026-10"';
      if (headers['if-none-match'] === etag) return { status: 304, headers: { etag } };
      return { headers: { 'content-type': 'text/csv', etag }, body: csvText(dump) };
    }
    if (pathname === '/api/1.0/login' && method === 'POST') {
      const known =
        /^multipart\/form-data; boundary=/.test(headers['content-type'] ?? '') &&
        body.includes(ONISEP_CREDENTIALS.ONISEP_IDENTIFIANT) &&
        body.includes(ONISEP_CREDENTIALS.ONISEP_MOT_DE_PASSE);
      return known ? { body: { token: 'jeton-onisep' } } : refused();
    }
    const searched = given[/^\/api\/1\.0\/dataset\/(\w+)\/search$/.exec(pathname)?.[1] ?? ''];
    if (searched === undefined) return null;
    if (headers['authorization'] !== 'Bearer jeton-onisep') return refused();
    if (headers['application-id'] !== ONISEP_CREDENTIALS.ONISEP_APPLICATION) return refused(403);
    const from = Number(searchParams.get('from'));
    const size = Number(searchParams.get('size'));
    return { body: { total: searched.length, from, size, results: searched.slice(from, from + size) } };
  };
}

function passage(rank: number): Cells {
  return {
    certif_info_ci_identifiant: digits(20_000 + rank, 5),
    ideo_identifiant_formation: `FOR.${String(rank + 1)}`,
    ci_code_rncp: String(30_000 + rank),
    ci_code_scolarite: `400${digits(rank, 5)}`,
    ci_intitule_type_diplome: 'baccalauréat professionnel',
    ci_niveau_europeen: '4',
  };
}

function ideo(rank: number): Cells {
  return {
    code_scolarite: `400${digits(rank, 5)}`,
    sigle_type_formation: 'bac pro',
    libelle_type_formation: 'baccalauréat professionnel',
    libelle_formation_principal: `métiers de l'électricité ${String(rank)}`,
    sigle_formation: null,
    duree: '3 ans',
    libelle_niveau_de_certification: 'niveau 4',
    tutelle: "Ministère chargé de l'Éducation nationale",
    url_et_id_onisep: `https://www.onisep.fr/http/redirection/formation/slug/FOR.${String(rank + 1)}`,
  };
}
