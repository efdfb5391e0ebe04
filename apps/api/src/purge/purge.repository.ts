import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';

/** An export that may go, with its folder when it was written. */
export interface ExportAPurger {
  readonly id: string;
  readonly dossier: string | null;
}

/** What is kept of nothing else: rows that only said that something had to be done, or that someone was signed in. */
export const ENVOIS_ET_SESSIONS = {
  envois: `outbox WHERE sent_at < $1`,
  sessions: `session WHERE least(expires_at, revoked_at) < $1`,
  tentatives: `tentative_connexion WHERE derniere_at < $1 AND coalesce(bloque_jusqu_a, derniere_at) < now()`,
} as const;
export type Passager = keyof typeof ENVOIS_ET_SESSIONS;

/** Of a run, from what depends on it to itself: what is not named here is removed with its row. */
const OF_EXECUTION = [
  'alerte_formation',
  'controle_formation',
  'controle_execution',
  'chiffres_formation',
  'calcul_chiffres',
  'couverture_agregat',
  'couverture_etat',
  'appariement',
  'lot',
] as const;

/** Runs that nobody is shown and that nothing kept refers to. $2: exports that go at the same time. */
const EXECUTIONS = `FROM execution e
  WHERE e.statut IN ('terminee', 'echouee', 'annulee') AND e.ended_at < $1
    AND NOT EXISTS (SELECT 1 FROM campagne c WHERE c.execution_publiee_id = e.id)
    AND e.id NOT IN (SELECT DISTINCT ON (campagne_id) id FROM execution WHERE statut = 'terminee'
      ORDER BY campagne_id, ended_at DESC, id)
    AND NOT EXISTS (SELECT 1 FROM jugement j WHERE j.execution_id = e.id)
    AND NOT EXISTS (SELECT 1 FROM revue r WHERE r.execution_id = e.id)
    AND NOT EXISTS (SELECT 1 FROM tirage t WHERE t.execution_id = e.id)
    AND NOT EXISTS (SELECT 1 FROM element_lecture l WHERE l.execution_id = e.id)
    AND NOT EXISTS (SELECT 1 FROM export x WHERE x.execution_id = e.id AND x.id <> ALL ($2::uuid[]))
    AND NOT EXISTS (SELECT 1 FROM calcul_chiffres k
      WHERE k.execution_id = e.id AND k.statut IN ('en_attente', 'en_cours'))`;

/** Finds and removes what is old and refers to nothing that is kept. */
@Injectable()
export class PurgeRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** Exports that ended before then, the last good one of each campaign left out. */
  async exports(avant: Date): Promise<ExportAPurger[]> {
    return this.dataSource.query(
      `SELECT id, dossier FROM export
       WHERE statut IN ('terminee', 'echouee') AND ended_at < $1
         AND id NOT IN (SELECT DISTINCT ON (campagne_id) id FROM export WHERE statut = 'terminee'
           ORDER BY campagne_id, ended_at DESC, id)
       ORDER BY ended_at, id`,
      [avant],
    );
  }

  async supprimerExport(id: string): Promise<void> {
    await this.dataSource.query(`DELETE FROM export WHERE id = $1 AND statut IN ('terminee', 'echouee')`, [
      id,
    ]);
  }

  /** Runs that may go once these exports are gone, oldest first. */
  async executions(avant: Date, sansExports: readonly string[]): Promise<string[]> {
    const rows: { id: string }[] = await this.dataSource.query(
      `SELECT e.id ${EXECUTIONS} ORDER BY e.ended_at, e.id`,
      [avant, sansExports],
    );
    return rows.map(({ id }) => id);
  }

  /**
   * Removes a run whole, unless it has come to be needed since it was chosen.
   * @returns false when it was kept
   */
  async supprimerExecution(manager: EntityManager, id: string, avant: Date): Promise<boolean> {
    const still: unknown[] = await manager.query(`SELECT e.id ${EXECUTIONS} AND e.id = $3 FOR UPDATE OF e`, [
      avant,
      [],
      id,
    ]);
    if (still.length === 0) return false;
    for (const table of OF_EXECUTION) {
      await manager.query(`DELETE FROM ${table} WHERE execution_id = $1`, [id]);
    }
    await manager.query(`DELETE FROM execution WHERE id = $1`, [id]);
    return true;
  }

  /** Where the files are that an import is to read. */
  async fichiersAttendus(): Promise<string[]> {
    const rows: { chemin: string }[] = await this.dataSource.query(
      `SELECT chemin FROM demande_import WHERE statut IN ('en_attente', 'en_cours')`,
    );
    return rows.map(({ chemin }) => chemin);
  }

  async compter(quoi: Passager, avant: Date): Promise<number> {
    const rows: { n: number }[] = await this.dataSource.query(
      `SELECT count(*)::int AS n FROM ${ENVOIS_ET_SESSIONS[quoi]}`,
      [avant],
    );
    return rows[0]?.n ?? 0;
  }

  async supprimer(quoi: Passager, avant: Date): Promise<number> {
    const result: [unknown, number] = await this.dataSource.query(`DELETE FROM ${ENVOIS_ET_SESSIONS[quoi]}`, [
      avant,
    ]);
    return result[1];
  }
}
