import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A formation is the same one from campaign to campaign by its identifier: what was decided of it then is found by it. */
export class IdentiteDesFormations1763725000000 implements MigrationInterface {
  readonly name = 'IdentiteDesFormations1763725000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE INDEX formation_identifiant_idx ON formation (identifiant, campagne_id)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX formation_identifiant_idx`);
  }
}
