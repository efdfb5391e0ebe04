import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { TABLES_ETABLISSEMENTS } from './tables-etablissements.ts';

/**
 * Snapshots of establishments in use: the newest of each table, and every answer of QuiForme, which comes by SIRET and
 * not as a whole. Samples and real ones never together.
 */
const EN_SERVICE = `SELECT id FROM (
    SELECT id, table_id, row_number() OVER (
      PARTITION BY table_id ORDER BY millesime DESC, created_at DESC, sha256) AS rang
    FROM instantane WHERE statut = 'utilisable' AND table_id = ANY($1) AND exemple = $2) recent
  WHERE rang = 1 OR table_id = 'quiforme' ORDER BY id`;

/** Chooses the snapshots of establishments. */
@Injectable()
export class InstantanesEtablissementsQuery {
  constructor(private readonly dataSource: DataSource) {}

  /** Those that its campaign had named when the run was launched, else those in use now. */
  async deExecution(executionId: string): Promise<string[]> {
    const rows: { epingles: string[] | null; exemple: boolean }[] = await this.dataSource.query(
      `SELECT (SELECT array_agg(id ORDER BY id) FROM unnest(e.etablissements) AS id) AS epingles, i.exemple
       FROM execution e JOIN campagne c ON c.id = e.campagne_id
       JOIN instantane i ON i.id = c.catalogue_id WHERE e.id = $1`,
      [executionId],
    );
    return rows[0]?.epingles ?? this.enService(rows[0]?.exemple === true);
  }

  /** Those that a campaign which names none would follow now: samples for a sample catalogue. */
  async deCampagne(campagneId: string): Promise<string[]> {
    const rows: { exemple: boolean }[] = await this.dataSource.query(
      `SELECT i.exemple FROM campagne c JOIN instantane i ON i.id = c.catalogue_id WHERE c.id = $1`,
      [campagneId],
    );
    return this.enService(rows[0]?.exemple === true);
  }

  /** The real ones where there are any, else the samples: a first visit has something to look at. */
  async aMontrer(): Promise<string[]> {
    const real = await this.enService(false);
    return real.length > 0 ? real : this.enService(true);
  }

  private async enService(exemple: boolean): Promise<string[]> {
    const rows: { id: string }[] = await this.dataSource.query(EN_SERVICE, [TABLES_ETABLISSEMENTS, exemple]);
    return rows.map(({ id }) => id);
  }
}
