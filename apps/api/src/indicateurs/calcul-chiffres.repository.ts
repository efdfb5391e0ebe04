import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';

export type MotifCalcul = 'fin_execution' | 'jugement' | 'instantane' | 'demande';
export type StatutCalcul = 'en_attente' | 'en_cours' | 'terminee' | 'echouee' | 'annulee';

/** A computation in the hands of one worker. `jeton` rises at each taking: an old holder can no longer write. */
export interface CalculPris {
  readonly id: string;
  readonly executionId: string;
  readonly campagneId: string;
  readonly rentree: string;
  /** Snapshots that the run pinned: its concordance graph. */
  readonly references: readonly string[];
  /** The campaign's catalogue is a sample, so its figures are too. */
  readonly exemple: boolean;
  readonly signatures: readonly string[] | null;
  readonly jeton: string;
  readonly dernierRang: number;
}

/** A computation as people follow it. */
export interface CalculView {
  readonly id: string;
  readonly executionId: string;
  readonly motif: MotifCalcul;
  readonly statut: StatutCalcul;
  readonly nbFormations: number;
  readonly nbTraitees: number;
  readonly nbRecalculees: number;
  readonly creeLe: Date;
  readonly termineLe: Date | null;
  readonly erreur: string | null;
}

/** How long a worker keeps a computation without saying that it is alive. */
const BAIL = `interval '30 seconds'`;
const SILENCE = `interval '60 seconds'`;

const VIEW = `SELECT id, execution_id AS "executionId", motif, statut, nb_formations AS "nbFormations",
  nb_traitees AS "nbTraitees", nb_recalculees AS "nbRecalculees", created_at AS "creeLe", ended_at AS "termineLe",
  erreur FROM calcul_chiffres`;

/** Computations of figures: asked for, taken under a lease, advanced slice by slice, ended. */
@Injectable()
export class CalculChiffresRepository {
  constructor(private readonly dataSource: DataSource) {}

  async findById(id: string): Promise<CalculView | null> {
    const rows: CalculView[] = await this.dataSource.query(`${VIEW} WHERE id = $1`, [id]);
    return rows[0] ?? null;
  }

  async lastOf(executionId: string): Promise<CalculView | null> {
    const rows: CalculView[] = await this.dataSource.query(
      `${VIEW} WHERE execution_id = $1 ORDER BY created_at DESC, id LIMIT 1`,
      [executionId],
    );
    return rows[0] ?? null;
  }

  /** The runs whose figures people see: of each campaign the last that ended well, and the published one. */
  async executionsMontrees(campagneId: string | null): Promise<string[]> {
    const rows: { id: string }[] = await this.dataSource.query(
      `SELECT DISTINCT e.id FROM campagne c
       JOIN LATERAL (
         (SELECT id FROM execution WHERE campagne_id = c.id AND statut = 'terminee'
          ORDER BY ended_at DESC, id LIMIT 1)
         UNION SELECT c.execution_publiee_id WHERE c.execution_publiee_id IS NOT NULL) e ON true
       WHERE $1::uuid IS NULL OR c.id = $1 ORDER BY e.id`,
      [campagneId],
    );
    return rows.map(({ id }) => id);
  }

  /** The run that a campaign's figures are read from: the last that ended well. */
  async executionOf(campagneId: string): Promise<string | null> {
    const rows: { id: string }[] = await this.dataSource.query(
      `SELECT id FROM execution WHERE campagne_id = $1 AND statut = 'terminee' ORDER BY ended_at DESC, id LIMIT 1`,
      [campagneId],
    );
    return rows[0]?.id ?? null;
  }

  /**
   * Asks for a computation, unless a wider one of the same run is still waiting, which will see the same.
   * @returns the id of the computation to follow, and whether it is new.
   */
  async demander(
    manager: EntityManager,
    id: string,
    {
      executionId,
      motif,
      signatures,
    }: { executionId: string; motif: MotifCalcul; signatures: readonly string[] | null },
  ): Promise<{ id: string; nouveau: boolean }> {
    const waiting: { id: string }[] = await manager.query(
      `SELECT id FROM calcul_chiffres WHERE execution_id = $1 AND statut = 'en_attente' AND signatures IS NULL
       ORDER BY created_at LIMIT 1 FOR UPDATE`,
      [executionId],
    );
    const known = waiting[0]?.id;
    if (known !== undefined) return { id: known, nouveau: false };
    await manager.query(
      `INSERT INTO calcul_chiffres (id, execution_id, motif, signatures, nb_formations)
       SELECT $1, e.id, $3, $4::bigint[], (SELECT count(*) FROM formation f
         WHERE f.campagne_id = e.campagne_id AND ($4::bigint[] IS NULL OR f.signature_id = ANY($4)))
       FROM execution e WHERE e.id = $2`,
      [id, executionId, motif, signatures],
    );
    return { id, nouveau: true };
  }

  /** @returns null when it is done, or held by someone else. */
  async take(id: string): Promise<CalculPris | null> {
    const taken: [{ id: string; jeton: string }[], number] = await this.dataSource.query(
      `UPDATE calcul_chiffres SET statut = 'en_cours', jeton = jeton + 1, bail_jusqu_a = now() + ${BAIL},
         started_at = coalesce(started_at, now())
       WHERE id = $1 AND (statut = 'en_attente' OR (statut = 'en_cours' AND bail_jusqu_a < now()))
       RETURNING id, jeton::text AS jeton`,
      [id],
    );
    if (taken[0].length === 0) return null;
    const rows: CalculPris[] = await this.dataSource.query(
      `SELECT k.id, k.execution_id AS "executionId", e.campagne_id AS "campagneId",
         to_char(e.rentree, 'YYYY-MM-DD') AS rentree, e.instantanes AS references, i.exemple,
         k.signatures::text[] AS signatures, k.jeton::text AS jeton, k.dernier_rang AS "dernierRang"
       FROM calcul_chiffres k JOIN execution e ON e.id = k.execution_id
       JOIN campagne c ON c.id = e.campagne_id JOIN instantane i ON i.id = c.catalogue_id WHERE k.id = $1`,
      [id],
    );
    return rows[0] ?? null;
  }

  async isOver(id: string): Promise<boolean> {
    const rows: unknown[] = await this.dataSource.query(
      `SELECT 1 FROM calcul_chiffres WHERE id = $1 AND statut IN ('en_attente', 'en_cours')`,
      [id],
    );
    return rows.length === 0;
  }

  /** Notes the snapshots that the figures come from. @returns false when the computation is no longer the caller's. */
  async pin({ id, jeton }: CalculPris, instantanes: readonly string[]): Promise<boolean> {
    const result: [unknown, number] = await this.dataSource.query(
      `UPDATE calcul_chiffres SET instantanes = $3::uuid[], bail_jusqu_a = now() + ${BAIL}
       WHERE id = $1 AND jeton = $2 AND statut = 'en_cours'`,
      [id, jeton, instantanes],
    );
    return result[1] > 0;
  }

  /**
   * Says, in the transaction that writes a slice, how far the computation is. Holds the run's figures until the
   * transaction ends, so that two computations of one run write one after the other.
   * @returns false when the computation was cancelled or taken over: nothing may then be written.
   */
  async holdRun(manager: EntityManager, { id, jeton, executionId }: CalculPris): Promise<boolean> {
    await manager.query(`SELECT pg_advisory_xact_lock(hashtextextended($1, 21))`, [executionId]);
    const rows: unknown[] = await manager.query(
      `SELECT 1 FROM calcul_chiffres WHERE id = $1 AND jeton = $2 AND statut = 'en_cours' FOR UPDATE`,
      [id, jeton],
    );
    return rows.length > 0;
  }

  async advance(
    manager: EntityManager,
    { id }: CalculPris,
    { rang, traitees, recalculees }: { rang: number; traitees: number; recalculees: number },
  ): Promise<void> {
    await manager.query(
      `UPDATE calcul_chiffres SET dernier_rang = $2, nb_traitees = nb_traitees + $3,
         nb_recalculees = nb_recalculees + $4, bail_jusqu_a = now() + ${BAIL} WHERE id = $1`,
      [id, rang, traitees, recalculees],
    );
  }

  async complete(manager: EntityManager, { id }: CalculPris): Promise<void> {
    await manager.query(
      `UPDATE calcul_chiffres SET statut = 'terminee', ended_at = now(), bail_jusqu_a = NULL WHERE id = $1`,
      [id],
    );
  }

  /** Says that the holder is alive. */
  async renew({ id, jeton }: CalculPris): Promise<void> {
    await this.dataSource.query(
      `UPDATE calcul_chiffres SET bail_jusqu_a = now() + ${BAIL}
       WHERE id = $1 AND jeton = $2 AND statut = 'en_cours'`,
      [id, jeton],
    );
  }

  /** Gives it back at once, so that another worker need not wait for the lease to run out. */
  async giveBack({ id, jeton }: CalculPris): Promise<void> {
    await this.dataSource.query(
      `UPDATE calcul_chiffres SET statut = 'en_attente', bail_jusqu_a = NULL
       WHERE id = $1 AND jeton = $2 AND statut = 'en_cours'`,
      [id, jeton],
    );
  }

  /** @returns false when it had already ended. */
  async cancel(id: string): Promise<boolean> {
    const result: [unknown, number] = await this.dataSource.query(
      `UPDATE calcul_chiffres SET statut = 'annulee', ended_at = now()
       WHERE id = $1 AND statut IN ('en_attente', 'en_cours')`,
      [id],
    );
    return result[1] > 0;
  }

  async fail(id: string, erreur: string): Promise<void> {
    await this.dataSource.query(
      `UPDATE calcul_chiffres SET statut = 'echouee', erreur = $2, ended_at = now()
       WHERE id = $1 AND statut IN ('en_attente', 'en_cours')`,
      [id, erreur],
    );
  }

  /** Computations whose job is lost. Marks them as sent anew; `envoi` makes a job id the queue has not seen. */
  async reclaimSilent(manager: EntityManager): Promise<{ calculId: string; envoi: number }[]> {
    const rows: [{ calculId: string; envoi: string }[], number] = await manager.query(
      `UPDATE calcul_chiffres SET envoye_at = now()
       WHERE envoye_at < now() - ${SILENCE}
         AND (statut = 'en_attente' OR (statut = 'en_cours' AND bail_jusqu_a < now()))
       RETURNING id AS "calculId", extract(epoch FROM now())::bigint::text AS envoi`,
    );
    return rows[0].map(({ calculId, envoi }) => ({ calculId, envoi: Number(envoi) }));
  }

  /** Takes the signatures that were decided since the last sweep: they are the caller's to recompute. */
  async takeDecided(manager: EntityManager): Promise<string[]> {
    const rows: [{ id: string }[], number] = await manager.query(
      `DELETE FROM chiffres_a_recalculer
       WHERE signature_id IN (SELECT signature_id FROM chiffres_a_recalculer ORDER BY signature_id
         LIMIT 5000 FOR UPDATE SKIP LOCKED)
       RETURNING signature_id::text AS id`,
    );
    return rows[0].map(({ id }) => id).sort((left, right) => Number(left) - Number(right));
  }

  /** Runs that have formations of some signatures, among some runs, with those that each has. */
  async runsOf(
    manager: EntityManager,
    executions: readonly string[],
    signatures: readonly string[],
  ): Promise<{ executionId: string; signatures: string[] }[]> {
    return manager.query(
      `SELECT e.id AS "executionId", array_agg(DISTINCT f.signature_id::text) AS signatures
       FROM execution e JOIN formation f ON f.campagne_id = e.campagne_id
       WHERE e.id = ANY($1::uuid[]) AND f.signature_id = ANY($2::bigint[]) GROUP BY e.id`,
      [executions, signatures],
    );
  }

  /** What the last whole computation of a run used; null when there is none, or one is under way. */
  async lastInputs(executionId: string): Promise<{ instantanes: string[]; exemple: boolean } | null> {
    const rows: { instantanes: string[]; statut: StatutCalcul; exemple: boolean }[] =
      await this.dataSource.query(
        `SELECT k.instantanes, k.statut, i.exemple FROM calcul_chiffres k
       JOIN execution e ON e.id = k.execution_id JOIN campagne c ON c.id = e.campagne_id
       JOIN instantane i ON i.id = c.catalogue_id
       WHERE k.execution_id = $1 AND k.signatures IS NULL ORDER BY k.created_at DESC, k.id LIMIT 1`,
        [executionId],
      );
    const last = rows[0];
    return last === undefined || last.statut !== 'terminee' ? null : last;
  }
}
