import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { listPage, type Page, type PageRequest } from '../database/list-page.ts';

/** A campaign as the back office lists it. */
export interface CampagneView {
  readonly id: string;
  readonly nom: string;
  readonly plateforme: string;
  readonly rentree: string;
  readonly creeeLe: Date;
  readonly nbFormations: number;
  readonly nbSignatures: number;
  readonly catalogueId: string;
  readonly derniereExecutionId: string | null;
  /** The last run that ended well: the one that can be published. */
  readonly derniereTermineeId: string | null;
  readonly executionPublieeId: string | null;
  /** Signatures waiting for a steward. */
  readonly nbARevoir: number;
  /** By formation: the last run's outcome once decisions are applied; null before the first run has ended. */
  readonly compteurs: {
    readonly apparie: number;
    readonly aVerifier: number;
    readonly sansCorrespondance: number;
    readonly decides: number;
  } | null;
}

const SELECT = `SELECT c.id, c.nom, c.plateforme, to_char(c.rentree, 'YYYY-MM-DD') AS rentree,
  c.created_at AS "creeeLe", c.nb_formations AS "nbFormations", c.nb_signatures AS "nbSignatures",
  c.catalogue_id AS "catalogueId", derniere.id AS "derniereExecutionId",
  terminee.id AS "derniereTermineeId",
  c.execution_publiee_id AS "executionPublieeId",
  (SELECT count(*)::int FROM revue r WHERE r.campagne_id = c.id AND r.statut = 'a_traiter') AS "nbARevoir",
  CASE WHEN terminee.id IS NOT NULL THEN (
    SELECT jsonb_build_object(
      'apparie', coalesce(sum(n) FILTER (WHERE statut = 'apparie'), 0),
      'aVerifier', coalesce(sum(n) FILTER (WHERE statut = 'a_verifier'), 0),
      'sansCorrespondance', coalesce(sum(n) FILTER (WHERE statut = 'sans_correspondance'), 0),
      'decides', coalesce(sum(n) FILTER (WHERE decision = 'humaine'), 0))
    FROM (SELECT statut, decision, count(*) AS n FROM formation_liste
      WHERE campagne_id = c.id GROUP BY statut, decision) comptes) END AS compteurs
  FROM campagne c
  LEFT JOIN LATERAL (SELECT id FROM execution WHERE campagne_id = c.id ORDER BY created_at DESC, id LIMIT 1)
    derniere ON true
  LEFT JOIN LATERAL (SELECT id FROM execution WHERE campagne_id = c.id AND statut = 'terminee'
    ORDER BY ended_at DESC, id LIMIT 1) terminee ON true`;

@Injectable()
export class CampagneQuery {
  constructor(private readonly dataSource: DataSource) {}

  async findById(id: string): Promise<CampagneView | null> {
    const rows: CampagneView[] = await this.dataSource.query(`${SELECT} WHERE c.id = $1`, [id]);
    return rows[0] ?? null;
  }

  list(request: PageRequest, filter: { ids?: readonly string[] | undefined }): Promise<Page<CampagneView>> {
    return listPage(this.dataSource, SELECT, request, [['id = ANY(?::uuid[])', filter.ids]]);
  }
}
