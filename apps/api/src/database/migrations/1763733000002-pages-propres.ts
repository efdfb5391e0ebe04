import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Leases and decisions soil the pages of the queue all day: from a fiftieth of them, counting on an index takes twice as long. */
export class PagesPropres1763733000002 implements MigrationInterface {
  readonly name = 'PagesPropres1763733000002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE revue SET (autovacuum_vacuum_scale_factor = 0.005)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE revue SET (autovacuum_vacuum_scale_factor = 0.02)`);
  }
}
