import { refused, type Play } from '../contract-server.ts';
import { csvText, digits, generated, without, type Cells } from './written-table.ts';

const DATASET = '6152ccdf850ef';

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
  const all = generated(rows, passage);
  const given = missing === undefined ? all : without(all, missing);
  return ({ method, url, headers, body }) => {
    const { pathname, searchParams } = url;
    if (pathname === `/downloads/${DATASET}/${DATASET}.csv`) {
      const etag = '"passage-2026-10"';
      if (headers['if-none-match'] === etag) return { status: 304, headers: { etag } };
      return { headers: { 'content-type': 'text/csv', etag }, body: csvText(given) };
    }
    if (pathname === '/api/1.0/login' && method === 'POST') {
      const known =
        /^multipart\/form-data; boundary=/.test(headers['content-type'] ?? '') &&
        body.includes(ONISEP_CREDENTIALS.ONISEP_IDENTIFIANT) &&
        body.includes(ONISEP_CREDENTIALS.ONISEP_MOT_DE_PASSE);
      return known ? { body: { token: 'jeton-onisep' } } : refused();
    }
    if (pathname !== `/api/1.0/dataset/${DATASET}/search`) return null;
    if (headers['authorization'] !== 'Bearer jeton-onisep') return refused();
    if (headers['application-id'] !== ONISEP_CREDENTIALS.ONISEP_APPLICATION) return refused(403);
    const from = Number(searchParams.get('from'));
    const size = Number(searchParams.get('size'));
    return { body: { total: given.length, from, size, results: given.slice(from, from + size) } };
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
