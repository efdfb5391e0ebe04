import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';

/** A run as coverage needs it, with what its report was drawn from. */
export interface ExecutionCouverte {
  readonly executionId: string;
  readonly campagneId: string;
  readonly campagneNom: string;
  readonly termineeLe: Date | null;
  readonly derniere: boolean;
  /** Rises whenever a figure of the run is rewritten; null when none was ever computed. */
  readonly versionChiffres: string | null;
  readonly enCalcul: boolean;
  /** What the report was drawn from; null before the first. */
  readonly empreinte: string | null;
  readonly calculeeLe: Date | null;
}

const SELECT = `SELECT e.id AS "executionId", c.id AS "campagneId", c.nom AS "campagneNom",
  e.ended_at AS "termineeLe",
  e.id = (SELECT d.id FROM execution d WHERE d.campagne_id = c.id AND d.statut = 'terminee'
    ORDER BY d.ended_at DESC, d.id LIMIT 1) AS derniere,
  k.version || '/' || extract(epoch FROM k.calcule_at) AS "versionChiffres",
  coalesce(k.en_calcul, false) AS "enCalcul", s.empreinte, s.calculee_at AS "calculeeLe"
  FROM execution e JOIN campagne c ON c.id = e.campagne_id
  LEFT JOIN chiffres_etat k ON k.execution_id = e.id
  LEFT JOIN couverture_etat s ON s.execution_id = e.id`;

/** The counted report of each run. */
@Injectable()
export class CouvertureRepository {
  constructor(private readonly dataSource: DataSource) {}

  async execution(
    id: string,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<ExecutionCouverte | null> {
    const rows: ExecutionCouverte[] = await manager.query(
      `${SELECT} WHERE e.id = $1 AND e.statut = 'terminee'`,
      [id],
    );
    return rows[0] ?? null;
  }

  /** The run whose results a campaign shows: the last that ended well. */
  async lastOf(campagneId: string): Promise<ExecutionCouverte | null> {
    const rows: ExecutionCouverte[] = await this.dataSource.query(
      `${SELECT} WHERE c.id = $1 AND e.statut = 'terminee' ORDER BY e.ended_at DESC, e.id LIMIT 1`,
      [campagneId],
    );
    return rows[0] ?? null;
  }

  /** The run of the same campaign that ended before this one and has figures. */
  async previousRun({ executionId, campagneId }: ExecutionCouverte): Promise<ExecutionCouverte | null> {
    const rows: ExecutionCouverte[] = await this.dataSource.query(
      `${SELECT} WHERE c.id = $1 AND e.statut = 'terminee' AND k.calcule_at IS NOT NULL
         AND (e.ended_at, e.id) < (SELECT ended_at, id FROM execution WHERE id = $2)
       ORDER BY e.ended_at DESC, e.id DESC LIMIT 1`,
      [campagneId, executionId],
    );
    return rows[0] ?? null;
  }

  /** Of the campaign before this one on the same platform: its published run, else its last. */
  async previousCampagne({ campagneId }: ExecutionCouverte): Promise<ExecutionCouverte | null> {
    const rows: ExecutionCouverte[] = await this.dataSource.query(
      `${SELECT} JOIN campagne own ON own.id = $1 AND own.plateforme = c.plateforme AND c.rentree < own.rentree
       WHERE e.statut = 'terminee' AND k.calcule_at IS NOT NULL
       ORDER BY c.rentree DESC, (e.id = c.execution_publiee_id) DESC NULLS LAST, e.ended_at DESC, e.id LIMIT 1`,
      [campagneId],
    );
    return rows[0] ?? null;
  }

  /** The runs whose report people open: of each campaign the last that ended and the published one. */
  async watched(): Promise<ExecutionCouverte[]> {
    return this.dataSource.query(
      `SELECT * FROM (${SELECT} WHERE e.statut = 'terminee' AND k.calcule_at IS NOT NULL) r
       WHERE derniere OR "executionId" IN (SELECT execution_publiee_id FROM campagne)`,
    );
  }

  /** Keeps others from drawing the same report until the transaction ends. */
  async lock(manager: EntityManager, executionId: string): Promise<void> {
    await manager.query(`SELECT pg_advisory_xact_lock(hashtextextended('couverture ' || $1, 0))`, [
      executionId,
    ]);
  }

  /** Counts a run again: every formation that has figures, at each moment, on every axis. */
  async rebuild(manager: EntityManager, executionId: string, empreinte: string, at: Date): Promise<void> {
    await manager.query(`DELETE FROM couverture_agregat WHERE execution_id = $1`, [executionId]);
    await manager.query(
      // Rows that have the same states on the same axes are counted once for the three moments.
      `INSERT INTO couverture_agregat (execution_id, moment, perimetre, type_diplome, filiere, academie, etat,
         formations, places, voeux)
       SELECT $1, m.moment, g.perimetre, coalesce(g.type_diplome, ''), coalesce(g.voie, ''),
         coalesce(g.academie, ''), m.etat, sum(g.formations), sum(g.places), sum(g.voeux)
       FROM (SELECT x.perimetre, x.type_diplome, f.voie, x.academie, k.couverture_codes::text AS codes,
           k.couverture_concordance::text AS concordance, k.couverture::text AS revue, count(*) AS formations,
           coalesce(sum(f.capacite), 0) AS places, coalesce(sum(f.voeux), 0) AS voeux
         FROM chiffres_formation k
         JOIN formation f ON f.id = k.formation_id
         JOIN formation_axe x ON x.formation_id = k.formation_id
         WHERE k.execution_id = $1
         GROUP BY x.perimetre, x.type_diplome, f.voie, x.academie, codes, concordance, revue) g
       CROSS JOIN LATERAL (VALUES ('codes', g.codes), ('concordance', g.concordance), ('revue', g.revue))
         AS m (moment, etat)
       GROUP BY m.moment, g.perimetre, g.type_diplome, g.voie, g.academie, m.etat`,
      [executionId],
    );
    await manager.query(
      `INSERT INTO couverture_etat (execution_id, empreinte, calculee_at) VALUES ($1, $2, $3)
       ON CONFLICT (execution_id) DO UPDATE SET empreinte = excluded.empreinte, calculee_at = excluded.calculee_at`,
      [executionId, empreinte, at],
    );
  }
}
