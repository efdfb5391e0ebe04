import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';

export type StatutExecution = 'en_attente' | 'en_cours' | 'terminee' | 'echouee' | 'annulee';

/** A run: what it pins, and how far it is. */
export interface ExecutionRecord {
  readonly id: string;
  readonly campagneId: string;
  readonly statut: StatutExecution;
  readonly modele: string;
  readonly risque: number;
  readonly seuil: number;
  readonly rentree: string;
  readonly instantanes: readonly string[];
  /** Answers of QuiForme whose habilitations it reads. */
  readonly habilitations: readonly string[];
  /** SHA-256 of everything the answers depend on: two runs with the same one give the same answers. */
  readonly empreinte: string;
  readonly nbLots: number;
  readonly nbSignatures: number;
  readonly nbFormations: number;
}

export interface NewExecution extends Omit<ExecutionRecord, 'statut'> {
  readonly lancePar: string;
}

/** A chunk of a run as it is planned. */
export interface PlannedLot {
  readonly numero: number;
  readonly signatures: readonly string[];
  readonly nbFormations: number;
}

const COLUMNS = `id, campagne_id AS "campagneId", statut, modele, risque, seuil,
  to_char(rentree, 'YYYY-MM-DD') AS rentree, instantanes, habilitations, empreinte, nb_lots AS "nbLots",
  nb_signatures AS "nbSignatures", nb_formations AS "nbFormations"`;

@Injectable()
export class ExecutionRepository {
  constructor(private readonly dataSource: DataSource) {}

  async findById(id: string): Promise<ExecutionRecord | null> {
    const rows: ExecutionRecord[] = await this.dataSource.query(
      `SELECT ${COLUMNS} FROM execution WHERE id = $1`,
      [id],
    );
    return rows[0] ?? null;
  }

  async lastOf(campagneId: string): Promise<ExecutionRecord | null> {
    const rows: ExecutionRecord[] = await this.dataSource.query(
      `SELECT ${COLUMNS} FROM execution WHERE campagne_id = $1 ORDER BY created_at DESC, id LIMIT 1`,
      [campagneId],
    );
    return rows[0] ?? null;
  }

  /**
   * The distinct signatures of a campaign with how many formations each has, in the order of their first row:
   * fixed, so that the same campaign is always cut into the same chunks.
   */
  async signaturesOf(campagneId: string): Promise<{ id: string; formations: number }[]> {
    return this.dataSource.query(
      `SELECT signature_id::text AS id, count(*)::int AS formations FROM formation
       WHERE campagne_id = $1 GROUP BY signature_id ORDER BY min(rang)`,
      [campagneId],
    );
  }

  /** What identifies a run's inputs whatever their ids are: content of the files, in a fixed order. */
  async contentOf(instantanes: readonly string[]): Promise<string[]> {
    const rows: { contenu: string }[] = await this.dataSource.query(
      `SELECT table_id || ' ' || sha256 || ' ' || encodage AS contenu FROM instantane
       WHERE id = ANY($1::uuid[]) ORDER BY 1`,
      [instantanes],
    );
    return rows.map(({ contenu }) => contenu);
  }

  /**
   * The answers of QuiForme that a run of a campaign pins: those among the snapshots of establishments that it names,
   * else those in use; samples beside a sample catalogue only.
   */
  async habilitationsOf(campagneId: string): Promise<string[]> {
    const rows: { id: string }[] = await this.dataSource.query(
      `SELECT i.id FROM campagne c JOIN instantane k ON k.id = c.catalogue_id
       JOIN instantane i ON i.table_id = 'quiforme' AND CASE WHEN c.etablissements_ids IS NULL
         THEN i.statut = 'utilisable' AND i.exemple = k.exemple ELSE i.id = ANY(c.etablissements_ids) END
       WHERE c.id = $1 ORDER BY i.millesime, i.sha256`,
      [campagneId],
    );
    return rows.map(({ id }) => id);
  }

  async insert(manager: EntityManager, execution: NewExecution, lots: readonly PlannedLot[]): Promise<void> {
    await manager.query(
      `INSERT INTO execution (id, campagne_id, modele, risque, seuil, rentree, instantanes, empreinte, nb_lots,
         nb_signatures, nb_formations, lance_par, habilitations, etablissements)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13,
         (SELECT etablissements_ids FROM campagne WHERE id = $2))`,
      [
        execution.id,
        execution.campagneId,
        execution.modele,
        execution.risque,
        execution.seuil,
        execution.rentree,
        execution.instantanes,
        execution.empreinte,
        execution.nbLots,
        execution.nbSignatures,
        execution.nbFormations,
        execution.lancePar,
        execution.habilitations,
      ],
    );
    await manager.query(
      `INSERT INTO lot (execution_id, numero, signatures, nb_formations)
       SELECT $1, numero, ARRAY(SELECT jsonb_array_elements_text(signatures)::bigint), nb_formations
       FROM jsonb_to_recordset($2::jsonb) AS l (numero integer, signatures jsonb, nb_formations integer)`,
      [
        execution.id,
        JSON.stringify(
          lots.map(({ numero, signatures, nbFormations }) => ({
            numero,
            signatures,
            nb_formations: nbFormations,
          })),
        ),
      ],
    );
  }

  /** @returns false when the run had already ended. */
  async cancel(id: string): Promise<boolean> {
    const result: [unknown, number] = await this.dataSource.query(
      `UPDATE execution SET statut = 'annulee', ended_at = now()
       WHERE id = $1 AND statut IN ('en_attente', 'en_cours')`,
      [id],
    );
    return result[1] > 0;
  }

  async fail(id: string, erreur: string): Promise<void> {
    await this.dataSource.query(
      `UPDATE execution SET statut = 'echouee', erreur = $2, ended_at = now()
       WHERE id = $1 AND statut IN ('en_attente', 'en_cours')`,
      [id, erreur],
    );
  }
}
