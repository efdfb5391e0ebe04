import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How someone wants the back office to be: theirs wherever they sign in, and nobody else's business. */
export class PreferencesDesComptes1763729000000 implements MigrationInterface {
  readonly name = 'PreferencesDesComptes1763729000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `ALTER TABLE compte ADD COLUMN preferences jsonb NOT NULL DEFAULT '{}'
         CHECK (jsonb_typeof(preferences) = 'object')`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE compte DROP COLUMN preferences`);
  }
}
