import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The indexes of the queue in the very order in which lists and the next item are read, NULLS LAST included. */
export class OrdreDeLaFile1763724000001 implements MigrationInterface {
  readonly name = 'OrdreDeLaFile1763724000001';

  async up(runner: QueryRunner): Promise<void> {
    for (const name of NAMES) await runner.query(`DROP INDEX ${name}`);
    for (const statement of indexes('DESC NULLS LAST, id')) await runner.query(statement);
    // Parcoursup says the type where others say the label: without it there is nothing to filter by.
    await runner.query(
      `UPDATE revue SET type_diplome = libelle WHERE type_diplome IS NULL AND specialite IS NOT NULL`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const name of NAMES) await runner.query(`DROP INDEX ${name}`);
    for (const statement of indexes('DESC, id DESC')) await runner.query(statement);
  }
}

const NAMES = ['revue_file_idx', 'revue_priorite_idx', 'revue_campagne_idx'];

const indexes = (order: string): string[] => [
  `CREATE INDEX revue_file_idx ON revue (campagne_id, priorite ${order}) WHERE statut = 'a_traiter'`,
  `CREATE INDEX revue_priorite_idx ON revue (priorite ${order})`,
  `CREATE INDEX revue_campagne_idx ON revue (campagne_id, statut, priorite ${order})`,
];
