import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When each source is brought in, as data that an operator edits; the queues only follow it. */
export class Planification1763715000001 implements MigrationInterface {
  readonly name = 'Planification1763715000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE planification (
      id uuid PRIMARY KEY,
      nom text NOT NULL UNIQUE CHECK (nom <> ''),
      source text NOT NULL,
      chemin text NOT NULL,
      cron text NOT NULL,
      actif boolean NOT NULL,
      actif_at timestamptz NOT NULL,
      dernier_resultat text CHECK (dernier_resultat IN ('en_cours', 'succes', 'echec')),
      dernier_message text,
      derniere_execution_at timestamptz,
      dernier_succes_at timestamptz,
      created_at timestamptz NOT NULL
    )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE planification`);
  }
}
