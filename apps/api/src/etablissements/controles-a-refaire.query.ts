import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** A run whose checks may be behind. */
export interface ControlesSuivis {
  readonly executionId: string;
  readonly rentree: string;
  /** What its rows were last checked against; null when they never were. */
  readonly sources: string | null;
  /** A decision has changed since. */
  readonly decisions: boolean;
}

/** Of each campaign, the last run that ended and the published one: those whose checks are kept up to date. */
const SUIVIES = `SELECT e.id FROM (
    SELECT DISTINCT ON (campagne_id) id FROM execution WHERE statut = 'terminee'
    ORDER BY campagne_id, ended_at DESC, id) e
  UNION SELECT execution_publiee_id FROM campagne WHERE execution_publiee_id IS NOT NULL`;

/** Decisions are looked for a little before the last pass: a transaction may commit after a later one. */
const MARGE = `interval '5 minutes'`;
/** A pass asked for this long ago without a sign of life: its job is lost. */
const SILENCE = `interval '60 seconds'`;

@Injectable()
export class ControlesARefaireQuery {
  /** The runs that no worker has in hand. */
  suivis(manager: EntityManager): Promise<ControlesSuivis[]> {
    return manager.query(
      `SELECT e.id AS "executionId", to_char(e.rentree, 'YYYY-MM-DD') AS rentree,
         CASE WHEN c.statut = 'terminee' THEN c.sources END AS sources,
         EXISTS (SELECT FROM jugement g
           JOIN formation f ON f.signature_id = g.signature_id AND f.campagne_id = e.campagne_id
           JOIN controle_formation cf ON cf.execution_id = e.id AND cf.formation_id = f.id
           LEFT JOIN jugement_en_vigueur j ON j.signature_id = f.signature_id
           WHERE g.created_at > c.ended_at - ${MARGE} AND cf.jugement_id IS DISTINCT FROM j.id) AS decisions
       FROM execution e LEFT JOIN controle_execution c ON c.execution_id = e.id
       WHERE e.id IN (${SUIVIES})
         AND (c.execution_id IS NULL OR c.statut = 'terminee' OR c.envoye_at < now() - ${SILENCE})
       ORDER BY e.id`,
    );
  }

  /** Marks runs as asked for. @returns what to send; `envoi` makes a job id that the queue has not seen. */
  async demandees(
    manager: EntityManager,
    executionIds: readonly string[],
  ): Promise<{ executionId: string; envoi: number }[]> {
    const rows: { executionId: string; envoi: string }[] = await manager.query(
      `INSERT INTO controle_execution (execution_id) SELECT unnest($1::uuid[])
       ON CONFLICT (execution_id) DO UPDATE SET statut = 'en_attente', envoye_at = now()
       RETURNING execution_id AS "executionId", (extract(epoch FROM now()) * 1000)::bigint::text AS envoi`,
      [executionIds],
    );
    return rows.map(({ executionId, envoi }) => ({ executionId, envoi: Number(envoi) }));
  }
}
