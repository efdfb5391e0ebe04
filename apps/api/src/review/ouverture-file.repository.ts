import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';

/** A slice: some fifth of a second, the time that decisions on its signatures wait. */
const TRANCHE = 2_000;
/** A job that has given no sign of life for this long is lost. */
const SILENCE = `interval '60 seconds'`;

/** How far the opening of each run's queue is. */
@Injectable()
export class OuvertureFileRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** Asks for it, from the beginning. */
  async demander(manager: EntityManager, executionId: string): Promise<void> {
    await manager.query(
      `INSERT INTO ouverture_file (execution_id, total)
       SELECT $1, count(*) FROM appariement WHERE execution_id = $1 AND statut <> 'apparie'
       ON CONFLICT (execution_id) DO UPDATE SET total = excluded.total, ouverts = 0, curseur = 0, erreur = NULL,
         envoyee_at = now(), terminee_at = NULL`,
      [executionId],
    );
  }

  /**
   * Keeps others off the campaign's queue until the transaction ends.
   * @returns whether there is anything left to do: not once it is open, nor when a later run has ended, whose own opening
   *   then holds
   */
  async tenir(manager: EntityManager, executionId: string): Promise<boolean> {
    await manager.query(
      `SELECT pg_advisory_xact_lock(hashtextextended('file ' || campagne_id, 0)) FROM execution WHERE id = $1`,
      [executionId],
    );
    // A statement of its own: it sees what the last holder wrote.
    const rows: unknown[] = await manager.query(
      `SELECT 1 FROM ouverture_file o JOIN execution e ON e.id = o.execution_id
       WHERE o.execution_id = $1 AND o.terminee_at IS NULL AND NOT EXISTS (
         SELECT 1 FROM execution n WHERE n.campagne_id = e.campagne_id AND n.statut = 'terminee'
           AND (n.ended_at, e.id) > (e.ended_at, n.id))`,
      [executionId],
    );
    return rows.length > 0;
  }

  /**
   * The signatures of the next slice, whose decisions wait until the transaction ends: one that is taken meanwhile would be
   * asked again.
   */
  async tranche(manager: EntityManager, executionId: string): Promise<string[]> {
    const rows: { id: string }[] = await manager.query(
      `SELECT s.id::text AS id FROM signature s WHERE s.id = ANY (ARRAY(
         SELECT signature_id FROM appariement
         WHERE execution_id = $1 AND statut <> 'apparie'
           AND signature_id > (SELECT curseur FROM ouverture_file WHERE execution_id = $1)
         ORDER BY signature_id LIMIT ${TRANCHE}))
       ORDER BY s.id FOR NO KEY UPDATE`,
      [executionId],
    );
    return rows.map(({ id }) => id);
  }

  async avancer(manager: EntityManager, executionId: string, signatures: readonly string[]): Promise<void> {
    await manager.query(
      `UPDATE ouverture_file SET curseur = $2, ouverts = ouverts + $3, erreur = NULL, envoyee_at = now()
       WHERE execution_id = $1`,
      [executionId, signatures.at(-1), signatures.length],
    );
  }

  async finir(manager: EntityManager, executionId: string): Promise<void> {
    await manager.query(
      `UPDATE ouverture_file SET erreur = NULL, terminee_at = coalesce(terminee_at, now()) WHERE execution_id = $1`,
      [executionId],
    );
  }

  /** Leaves the rest to another worker, which is asked at the next look round. */
  async rendre(executionId: string): Promise<void> {
    await this.dataSource.query(
      `UPDATE ouverture_file SET envoyee_at = '-infinity' WHERE execution_id = $1 AND terminee_at IS NULL`,
      [executionId],
    );
  }

  /** Says what went wrong; it is tried again at the next look round. */
  async echouer(executionId: string, erreur: string): Promise<void> {
    await this.dataSource.query(
      `UPDATE ouverture_file SET erreur = $2 WHERE execution_id = $1 AND terminee_at IS NULL`,
      [executionId, erreur],
    );
  }

  /** @returns the openings whose job is lost, marked as sent anew; `envoi` makes a job id the queue has not seen. */
  async reclaimSilent(manager: EntityManager): Promise<{ executionId: string; envoi: number }[]> {
    const rows: [{ executionId: string; envoi: string }[], number] = await manager.query(
      `UPDATE ouverture_file SET envoyee_at = now()
       WHERE terminee_at IS NULL AND envoyee_at < now() - ${SILENCE}
       RETURNING execution_id AS "executionId", (extract(epoch FROM now()) * 1000)::bigint::text AS envoi`,
    );
    return rows[0].map(({ executionId, envoi }) => ({ executionId, envoi: Number(envoi) }));
  }
}
