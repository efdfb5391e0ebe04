import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A snapshot far from the last one of its table waits for a person, who is shown by how much. */
export class InstantanesAConfirmer1763715000000 implements MigrationInterface {
  readonly name = 'InstantanesAConfirmer1763715000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE instantane DROP CONSTRAINT instantane_statut_check`);
    await runner.query(`ALTER TABLE instantane
      ADD CONSTRAINT instantane_statut_check CHECK (statut IN ('utilisable', 'a_confirmer', 'retire'))`);
    // What was measured against the nearest snapshot of the table; null where there was none.
    await runner.query(`ALTER TABLE instantane
      ADD COLUMN ecart jsonb`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`UPDATE instantane SET statut = 'retire' WHERE statut = 'a_confirmer'`);
    await runner.query(`ALTER TABLE instantane DROP CONSTRAINT instantane_statut_check`);
    await runner.query(`ALTER TABLE instantane
      ADD CONSTRAINT instantane_statut_check CHECK (statut IN ('utilisable', 'retire'))`);
    await runner.query(`ALTER TABLE instantane DROP COLUMN ecart`);
  }
}
