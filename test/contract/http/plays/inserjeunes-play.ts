import { refused, type Play } from '../contract-server.ts';
import { digits, generated } from './written-table.ts';

export const INSERJEUNES_CREDENTIALS = {
  INSERJEUNES_IDENTIFIANT: 'equipe-inserjeunes',
  INSERJEUNES_MOT_DE_PASSE: 'mdp-secret-inserjeunes',
};

export interface InserJeunesOptions {
  /** Requests that a token is good for; then it answers `expired`. */
  readonly tokenUses?: number;
  readonly expired?: 401 | 500;
  /** UAI that the service refuses. */
  readonly refusedUais?: readonly string[];
  readonly missing?: string;
}

const LETTRES = 'ABCDEFGHJKLMNPRSTUVWXYZ';

/** Generated UAI with their check letter. */
export function generatedUais(count: number): string[] {
  return generated(count, (rank) => {
    const number = 750_000 + rank * 7;
    return `${digits(number, 7)}${LETTRES[number % 23] ?? ''}`;
  });
}

/**
 * InserJeunes: login by headers, JSON inside JSON for `/UAI` and `/france`, an object for `/region`; a UAI that it
 * does not want answers 400 with its reason.
 */
export function inserjeunesPlay(options: InserJeunesOptions = {}): Play {
  const { tokenUses = Number.POSITIVE_INFINITY, expired = 401, refusedUais = [], missing } = options;
  let token = 0;
  let uses = 0;
  return ({ method, url, headers }) => {
    const path = url.pathname.replace(/^\/api\/v1\.0/, '');
    if (path === url.pathname) return null;
    if (path === '/login' && method === 'POST') {
      const known =
        headers['username'] === INSERJEUNES_CREDENTIALS.INSERJEUNES_IDENTIFIANT &&
        headers['password'] === INSERJEUNES_CREDENTIALS.INSERJEUNES_MOT_DE_PASSE;
      if (!known) return refused(401, 'Bad credentials');
      token += 1;
      uses = 0;
      return { body: { access_token: `jeton-${String(token)}` } };
    }
    if (headers['authorization'] !== `Bearer jeton-${String(token)}`) return refused();
    uses += 1;
    if (uses > tokenUses) return refused(expired);
    const uai = /^\/UAI\/(\w+)\/millesime\/\d{4}_\d{4}$/.exec(path)?.[1];
    if (uai !== undefined) {
      if (refusedUais.includes(uai)) return { status: 400, body: { msg: 'UAI incorrect ou agricole' } };
      return inString(figures({ UAI: { id_uai_etab: uai, libelle_etab: `Lycée ${uai}` } }, missing));
    }
    if (/^\/france\/millesime\/\d{4}\/filiere\/\w+$/.test(path)) return inString(figures({}, missing));
    if (/^\/(region|academie|departement)\/\w+\/millesime\/\d{4}_\d{4}$/.test(path)) {
      return { body: figures({}, missing) };
    }
    return null;
  };
}

function inString(value: object): { headers: Record<string, string>; body: string } {
  return { headers: { 'content-type': 'application/json' }, body: JSON.stringify(JSON.stringify(value)) };
}

/** Two formations and all together: three rows. */
function figures(about: object, missing: string | undefined): object {
  const data = [
    {
      id_mesure: 'nb_annee_term',
      valeur_mesure: 46,
      filiere: 'apprentissage',
      dimensions: [{ id_formation_apprentissage: '40023203' }],
    },
    {
      id_mesure: 'taux_emploi_6_mois',
      valeur_mesure: 57,
      filiere: 'apprentissage',
      dimensions: [{ id_formation_apprentissage: '40023203' }],
    },
    {
      id_mesure: 'taux_emploi_6_mois',
      valeur_mesure: 60,
      filiere: 'voie_pro_sco_educ_nat',
      dimensions: [{ id_mefstat11: '23830033004' }],
    },
    {
      id_mesure: 'taux_poursuite_etudes',
      valeur_mesure: 41,
      filiere: 'apprentissage',
      dimensions: [{ ensemble: 'ensemble' }],
    },
  ];
  const given = data.map((item) =>
    missing === undefined
      ? item
      : Object.fromEntries(Object.entries(item).filter(([name]) => name !== missing)),
  );
  return { metadata: { liste_mesures: [], liste_dimensions: [], ...about }, data: given };
}
