import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A campaign may name the snapshots of establishments that its runs are checked against, as it names its references. */
export class EtablissementsEpingles1763730000001 implements MigrationInterface {
  readonly name = 'EtablissementsEpingles1763730000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE campagne ADD COLUMN etablissements_ids uuid[]`);
    await runner.query(`ALTER TABLE execution ADD COLUMN etablissements uuid[]`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE execution DROP COLUMN etablissements`);
    await runner.query(`ALTER TABLE campagne DROP COLUMN etablissements_ids`);
  }
}
