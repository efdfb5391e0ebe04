import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { keyExpression, porteeOf } from '../imports/row-identity.ts';
import { changedFields, type Changement } from './changement.ts';

/** The two snapshots of one table that are compared. */
export interface Paire {
  readonly table: string;
  readonly avant: string;
  readonly apres: string;
}

export interface CompteursChangements {
  readonly ajoutees: number;
  readonly retirees: number;
  readonly modifiees: number;
  readonly identiques: number;
}

/** What the rows changed or removed touch in the last ended run of a campaign. */
export interface CampagneTouchee {
  readonly campagneId: string;
  readonly campagneNom: string;
  readonly executionId: string;
  readonly nbFormations: number;
  /** Formations whose kept certification (a human decision first) is touched. */
  readonly retenues: number;
  /** Formations that only have a touched certification among their other candidates. */
  readonly candidates: number;
}

interface Ecart {
  readonly cle: string;
  readonly genre: Changement['genre'];
  readonly avant: Record<string, unknown> | null;
  readonly apres: Record<string, unknown> | null;
}

/** Reads what differs between two snapshots of one table. Snapshots never change: the answer never does either. */
@Injectable()
export class ComparaisonQuery {
  constructor(private readonly dataSource: DataSource) {}

  async count(paire: Paire): Promise<CompteursChangements> {
    const rows: CompteursChangements[] = await this.dataSource.query(
      `${ecarts(paire.table)}
       SELECT (count(*) FILTER (WHERE genre = 'ajoute'))::int AS ajoutees,
         (count(*) FILTER (WHERE genre = 'retire'))::int AS retirees,
         (count(*) FILTER (WHERE genre = 'modifie'))::int AS modifiees,
         ((SELECT count(*) FROM nouveau) - count(*) FILTER (WHERE genre <> 'retire'))::int AS identiques
       FROM ecart`,
      [paire.avant, paire.apres],
    );
    return rows[0] ?? { ajoutees: 0, retirees: 0, modifiees: 0, identiques: 0 };
  }

  /** A page of the changes, in the order of the keys. */
  async list(
    paire: Paire,
    page: { perPage: number; offset: number; genre?: string | undefined; q?: string | undefined },
  ): Promise<{ data: Changement[]; total: number }> {
    const rows: { data: Ecart[] | null; total: number }[] = await this.dataSource.query(
      `${ecarts(paire.table)},
       choisi AS MATERIALIZED (
         SELECT * FROM ecart WHERE ($3::text IS NULL OR genre = $3) AND ($4::text IS NULL OR starts_with(cle, $4)))
       SELECT (SELECT count(*)::int FROM choisi) AS total,
         (SELECT jsonb_agg(to_jsonb(page) - 'rang' ORDER BY page.cle, page.rang) FROM (
            SELECT * FROM choisi ORDER BY cle, rang LIMIT $5 OFFSET $6) page) AS data`,
      [paire.avant, paire.apres, page.genre ?? null, page.q ?? null, page.perPage, page.offset],
    );
    const { data, total } = rows[0] ?? { data: null, total: 0 };
    return {
      data: (data ?? []).map(({ cle, genre, avant, apres }) => ({
        cle,
        genre,
        champs: changedFields(avant, apres),
      })),
      total,
    };
  }

  /**
   * Formations whose certification, kept or only possible, is named by a row that was changed or removed; by
   * campaign, over its last ended run. Null where the rows of the table name no certification.
   */
  async touched(paire: Paire): Promise<CampagneTouchee[] | null> {
    const portee = porteeOf(paire.table);
    if (portee === 'inconnue') return null;
    return this.dataSource.query(
      `${ecarts(paire.table)},
       ligne AS (
         SELECT avant AS contenu FROM ecart WHERE genre <> 'ajoute'
         UNION ALL SELECT apres FROM ecart WHERE genre = 'modifie'),
       touche AS MATERIALIZED (${TOUCHED_CODES[portee]}),
       derniere AS (
         SELECT DISTINCT ON (campagne_id) id, campagne_id FROM execution WHERE statut = 'terminee'
         ORDER BY campagne_id, ended_at DESC, id),
       atteint AS MATERIALIZED (
         SELECT a.execution_id, a.signature_id,
           coalesce(j.code_certification, CASE WHEN j.verdict IS NULL THEN a.code_certification END)
             IN (SELECT code FROM touche) AS retenue
         FROM appariement a JOIN derniere d ON d.id = a.execution_id
         LEFT JOIN jugement_en_vigueur j ON j.signature_id = a.signature_id
         WHERE a.code_certification IN (SELECT code FROM touche)
           OR j.code_certification IN (SELECT code FROM touche)
           OR EXISTS (SELECT FROM jsonb_array_elements(a.resultat->'candidats') AS candidat
                JOIN touche ON touche.code = candidat->>'codeCertification'))
       SELECT c.id AS "campagneId", c.nom AS "campagneNom", d.id AS "executionId",
         c.nb_formations AS "nbFormations", coalesce(n.retenues, 0) AS retenues,
         coalesce(n.candidates, 0) AS candidates
       FROM derniere d JOIN campagne c ON c.id = d.campagne_id
       CROSS JOIN LATERAL (
         SELECT (count(*) FILTER (WHERE atteint.retenue))::int AS retenues,
           (count(*) FILTER (WHERE atteint.retenue IS NOT TRUE))::int AS candidates
         FROM atteint JOIN formation f ON f.signature_id = atteint.signature_id AND f.campagne_id = c.id
         WHERE atteint.execution_id = d.id) n
       ORDER BY c.nom`,
      [paire.avant, paire.apres],
    );
  }
}

const TOUCHED_CODES = {
  codes: `SELECT 'CFD:' || (contenu->>'cfd') AS code FROM ligne WHERE contenu->>'cfd' IS NOT NULL
          UNION SELECT 'CFD:' || (contenu->>'cfdCommun') FROM ligne WHERE contenu->>'cfdCommun' IS NOT NULL
          UNION SELECT 'CFD:' || (contenu->>'cfdSpecialite') FROM ligne WHERE contenu->>'cfdSpecialite' IS NOT NULL
          UNION SELECT 'SISE:' || (contenu->>'sise') FROM ligne WHERE contenu->>'sise' IS NOT NULL`,
  // A fiche names no diploma: the tables in service that link the two do.
  rncp: `SELECT DISTINCT 'CFD:' || (l.contenu->>'cfd') AS code
         FROM instantane i JOIN instantane_ligne l ON l.instantane_id = i.id
         WHERE i.statut = 'utilisable' AND i.table_id IN ('onisep_passage', 'certif_info', 'kit_apprentissage')
           AND l.contenu->>'cfd' IS NOT NULL AND l.contenu->>'rncp' IN (
             SELECT unnest(ARRAY[contenu->>'code', contenu->>'ancien', contenu->>'nouveau']) FROM ligne)`,
  mef: `SELECT DISTINCT 'CFD:' || (l.contenu->>'cfd') AS code
        FROM instantane i JOIN instantane_ligne l ON l.instantane_id = i.id
        WHERE i.statut = 'utilisable' AND i.table_id = 'n_mef'
          AND l.contenu->>'mef' IN (SELECT contenu->>'mef' FROM ligne)`,
  niveau: `SELECT DISTINCT a.code_certification AS code FROM appariement a
           JOIN ligne ON starts_with(a.code_certification, 'CFD:' || (contenu->>'niveau'))
           UNION SELECT DISTINCT candidat->>'codeCertification' FROM appariement a
           CROSS JOIN jsonb_array_elements(a.resultat->'candidats') AS candidat
           JOIN ligne ON starts_with(candidat->>'codeCertification', 'CFD:' || (contenu->>'niveau'))`,
} as const;

/**
 * Rows that one snapshot has and the other has not ($1 before, $2 after), paired by their key: equal rows go first,
 * so that of the several rows of one key only those that differ are paired.
 */
function ecarts(table: string): string {
  const cle = keyExpression(table);
  const lines = (parameter: string): string =>
    `SELECT ${cle} AS cle, jsonb_strip_nulls(contenu) AS contenu FROM instantane_ligne
     WHERE instantane_id = ${parameter}`;
  const ranked = (from: string, without: string): string =>
    `SELECT cle, contenu, row_number() OVER (PARTITION BY cle ORDER BY contenu::text) AS rang
     FROM (SELECT * FROM ${from} EXCEPT ALL SELECT * FROM ${without}) AS reste`;
  return `WITH ancien AS MATERIALIZED (${lines('$1')}), nouveau AS MATERIALIZED (${lines('$2')}),
    parti AS (${ranked('ancien', 'nouveau')}), venu AS (${ranked('nouveau', 'ancien')}),
    ecart AS MATERIALIZED (
      SELECT cle, rang,
        CASE WHEN parti.contenu IS NULL THEN 'ajoute' WHEN venu.contenu IS NULL THEN 'retire'
          ELSE 'modifie' END AS genre,
        parti.contenu AS avant, venu.contenu AS apres
      FROM parti FULL JOIN venu USING (cle, rang))`;
}
