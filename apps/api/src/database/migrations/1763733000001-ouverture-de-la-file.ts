import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a run leaves to people is opened after it has ended, a slice at a time: how far it is, for whoever takes it up. */
export class OuvertureDeLaFile1763733000001 implements MigrationInterface {
  readonly name = 'OuvertureDeLaFile1763733000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE ouverture_file (
         execution_id uuid PRIMARY KEY REFERENCES execution (id) ON DELETE CASCADE,
         total integer NOT NULL,
         ouverts integer NOT NULL DEFAULT 0,
         curseur bigint NOT NULL DEFAULT 0,
         erreur text,
         envoyee_at timestamptz NOT NULL DEFAULT now(),
         terminee_at timestamptz
       )`,
    );
    await runner.query(
      `CREATE INDEX ouverture_file_attente_idx ON ouverture_file (envoyee_at) WHERE terminee_at IS NULL`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE ouverture_file`);
  }
}
