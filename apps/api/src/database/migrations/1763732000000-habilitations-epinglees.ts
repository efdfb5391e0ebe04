import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The answers of QuiForme that a run reads the habilitations of, pinned when it is launched: with the catalogue de
 * l'apprentissage of its references, what its establishments offer. Earlier runs have read none.
 */
export class HabilitationsEpinglees1763732000000 implements MigrationInterface {
  readonly name = 'HabilitationsEpinglees1763732000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE execution ADD COLUMN habilitations uuid[] NOT NULL DEFAULT '{}'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE execution DROP COLUMN habilitations`);
  }
}
